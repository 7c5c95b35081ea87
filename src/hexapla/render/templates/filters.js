// Which differences are shown: by kind, and among which versions.

const desk = JSON.parse(document.getElementById("desk-data").textContent);
const stories = [...document.querySelectorAll(".story")].map(readStory);

function readStory(element) {
  const data = desk.stories[Number(element.dataset.story)];
  const entries = new Map(data.apparatus.map((entry) => [String(entry.id), entry]));
  return { element, data, entries, visible: new Set(entries.keys()), current: null };
}

function storyOf(node) {
  const element = node.closest(".story");
  return stories.find((story) => story.element === element);
}

function ticked(story, name) {
  const boxes = [...story.element.querySelectorAll(`input[name="${name}"]`)];
  return { on: new Set(boxes.filter((box) => box.checked).map((box) => box.value)), all: boxes.every((box) => box.checked) };
}

// A difference stays while at least two of the ticked versions still differ in it.
function differs(entry, witnesses) {
  if (witnesses.all) return true;
  const carried = entry.readings.filter((reading) => reading.witnesses.some((w) => witnesses.on.has(w)));
  const lacking = Object.keys(entry.absent).some((w) => witnesses.on.has(w));
  return carried.length + (lacking ? 1 : 0) > 1;
}

function refresh(story) {
  const kinds = ticked(story, "kind");
  const witnesses = ticked(story, "witness");
  const among = [...story.entries.values()].filter((entry) => differs(entry, witnesses));
  story.visible = new Set(among.filter((entry) => kinds.on.has(entry.kind)).map((entry) => String(entry.id)));
  showColumns(story, witnesses);
  showEntries(story);
  showMarks(story);
  showTallies(story, among, witnesses);
  refreshRecord(story);
}

function showColumns(story, witnesses) {
  for (const cell of story.element.querySelectorAll(".synopsis [data-w], .words[data-w]")) {
    cell.hidden = !witnesses.all && !witnesses.on.has(cell.dataset.w);
  }
  for (const head of story.element.querySelectorAll(".witness[data-w], .overview [data-w]")) {
    head.classList.toggle("is-out", !witnesses.all && !witnesses.on.has(head.dataset.w));
  }
  const shown = story.element.querySelectorAll("thead th[data-w]:not([hidden])").length;
  story.element.querySelector("table").style.setProperty("--columns", Math.max(shown, 1));
}

function showEntries(story) {
  for (const item of story.element.querySelectorAll(".entry")) {
    item.hidden = !story.visible.has(item.dataset.entry);
  }
  if (story.current && !story.visible.has(story.current)) setCurrent(story, null);
}

// A mark takes the kind of the first of its entries that is shown.
function showMarks(story) {
  for (const mark of story.element.querySelectorAll(".synopsis [data-e]")) {
    const first = mark.dataset.e.split(" ").find((id) => story.visible.has(id));
    if (first) mark.dataset.k = story.entries.get(first).kind;
    else delete mark.dataset.k;
    if (mark.matches(".sign")) mark.hidden = !first;
  }
}

function showTallies(story, among, witnesses) {
  for (const box of story.element.querySelectorAll('input[name="kind"]')) {
    box.closest(".chip").querySelector(".tally").textContent = among.filter((entry) => entry.kind === box.value).length;
  }
  const shown = story.element.querySelector(".shown");
  if (shown) shown.textContent = `${story.visible.size} of ${story.entries.size} shown`;
  const none = story.element.querySelector(".none-shown");
  if (!none) return;
  none.hidden = story.visible.size > 0;
  none.textContent = !witnesses.all && witnesses.on.size < 2
    ? "Tick two versions or more to see how they differ."
    : "No difference passes the filter.";
}

function setAll(button, checked) {
  const story = storyOf(button);
  for (const box of story.element.querySelectorAll(`input[name="${button.dataset.all || button.dataset.none}"]`)) box.checked = checked;
  refresh(story);
}

function sortEntries(story, order) {
  const list = story.element.querySelector(".entries");
  const items = [...list.children];
  items.sort(order === "text" ? byPlace : (a, b) => rankOf(story, a) - rankOf(story, b));
  list.append(...items);
}

function rankOf(story, item) {
  return [...story.entries.keys()].indexOf(item.dataset.entry);
}

function byPlace(a, b) {
  const [one, other] = [a, b].map((item) => document.getElementById(item.querySelector(".go").hash.slice(1)));
  if (!one || !other || one === other) return 0;
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

for (const story of stories) {
  story.element.addEventListener("change", (event) => {
    if (event.target.matches(".filters input")) refresh(story);
    if (event.target.matches(".order select")) sortEntries(story, event.target.value);
  });
  story.element.addEventListener("click", (event) => {
    const button = event.target.closest("[data-all], [data-none]");
    if (button) setAll(button, Boolean(button.dataset.all));
  });
  refresh(story); // a browser may have kept ticks from an earlier visit
}
