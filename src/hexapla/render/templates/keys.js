// Going from difference to difference and from passage to passage; theme, help, saving.

const still = matchMedia("(prefers-reduced-motion: reduce)");
const wide = matchMedia("(min-width: 80rem)");

function setCurrent(story, id) {
  for (const other of stories) {
    for (const element of other.element.querySelectorAll(".is-current")) element.classList.remove("is-current");
    for (const item of other.element.querySelectorAll('.entry [aria-current="true"]')) item.removeAttribute("aria-current");
    other.current = null;
  }
  story.current = id;
  if (!id) return;
  for (const element of story.element.querySelectorAll(`[data-e~="${id}"]`)) element.classList.add("is-current");
  const item = itemOf(story, id);
  item.classList.add("is-current");
  item.querySelector(".go").setAttribute("aria-current", "true");
  reveal(item);
}

function itemOf(story, id) {
  return story.element.querySelector(`.entry[data-entry="${id}"]`);
}

// Scrolls the list, never the page.
function reveal(item) {
  const list = item.parentElement;
  if (list.scrollHeight <= list.clientHeight) return;
  const [outer, inner] = [list.getBoundingClientRect(), item.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top + 8;
  else if (inner.bottom > outer.bottom) list.scrollTop += Math.min(inner.bottom - outer.bottom + 8, inner.top - outer.top);
}

function signOf(story, id) {
  const target = document.getElementById(itemOf(story, id).querySelector(".go").hash.slice(1));
  const signs = [target, ...story.element.querySelectorAll(`.sign[data-e="${id}"]`)];
  return signs.find((sign) => sign?.matches(".sign") && sign.getClientRects().length);
}

function goTo(story, id) {
  setCurrent(story, id);
  const sign = signOf(story, id);
  if (!sign) return explain(story, null, [], [id]); // its words stand in no row
  sign.scrollIntoView({ block: "center", inline: "nearest", behavior: still.matches ? "auto" : "smooth" });
  last = null;
  sign.focus({ preventScroll: true });
}

function shownEntries() {
  return stories.flatMap((story) => [...story.element.querySelectorAll(".entry")]
    .filter((item) => !item.hidden).map((item) => ({ story, id: item.dataset.entry })));
}

function step(by) {
  const all = shownEntries();
  if (!all.length) return;
  const at = all.findIndex(({ story, id }) => story.current === id);
  const next = at < 0 ? firstInView(all, by) : at + by;
  const { story, id } = all[Math.min(Math.max(next, 0), all.length - 1)];
  goTo(story, id);
}

// Without a current difference: the first (or last) of the story that is being read.
function firstInView(all, by) {
  const read = stories.find((story) => story.visible.size && story.element.getBoundingClientRect().bottom > innerHeight / 3);
  const own = all.map((item, index) => (item.story === read ? index : -1)).filter((index) => index >= 0);
  if (!own.length) return by > 0 ? 0 : all.length - 1;
  return by > 0 ? own[0] : own[own.length - 1];
}

function walk(unit, key) {
  const cell = unit.closest("td");
  const cells = (row) => [...row.querySelectorAll("td:not([hidden])")];
  const sides = getComputedStyle(cell.closest("table")).direction === "rtl" ? -1 : 1;
  const along = { ArrowRight: sides, ArrowLeft: -sides }[key];
  if (along) {
    const units = cells(cell.parentElement).flatMap((c) => [...c.querySelectorAll(".unit")]);
    return units[units.indexOf(unit) + along];
  }
  const column = [...unit.closest("table").querySelectorAll(`td[data-w="${cell.dataset.w}"] .unit`)];
  return column[column.indexOf(unit) + (key === "ArrowDown" ? 1 : -1)];
}

function moveFocus(unit) {
  if (!unit) return;
  const table = unit.closest("table");
  for (const other of table.querySelectorAll('.unit[tabindex="0"]')) other.tabIndex = -1;
  unit.tabIndex = 0;
  unit.focus();
}

function cycleTheme() {
  const root = document.documentElement;
  const next = { undefined: "dark", dark: "light", light: undefined }[root.dataset.theme];
  if (next) root.dataset.theme = next;
  else delete root.dataset.theme;
  try { next ? localStorage.setItem("hexapla-theme", next) : localStorage.removeItem("hexapla-theme"); } catch { /* none */ }
  nameTheme();
}

function nameTheme() {
  const theme = document.documentElement.dataset.theme;
  document.getElementById("theme").textContent = `Theme: ${theme || "as the system"}`;
}

function save() {
  const data = new Blob([JSON.stringify(desk, null, 1)], { type: "application/json" });
  const link = make("a", "");
  link.href = URL.createObjectURL(data);
  link.download = "hexapla.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const help = document.getElementById("help");
const lettersOn = document.getElementById("keys-on");
const steps = { n: 1, j: 1, p: -1, k: -1 };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.key === "Escape") return dismiss();
  const unit = event.target.closest?.(".unit");
  if (unit && event.key.startsWith("Arrow")) {
    event.preventDefault();
    return moveFocus(walk(unit, event.key));
  }
  if (!lettersOn.checked || event.target.matches?.("select, textarea, input:not([type=checkbox])")) return;
  if (event.key === "?") help.showModal();
  else if (steps[event.key]) step(steps[event.key]);
});

document.addEventListener("click", (event) => {
  const stepper = event.target.closest("[data-step]");
  if (stepper) return step(Number(stepper.dataset.step));
  if (event.target.closest(".reason-close")) return dismiss();
  const sign = event.target.closest(".sign");
  if (sign) {
    event.preventDefault();
    const story = storyOf(sign);
    setCurrent(story, sign.dataset.e);
    // From the keyboard (no click count) a sign leads back to the list; the pointer stays in the text.
    if (event.detail === 0) itemOf(story, sign.dataset.e).querySelector(".go").focus({ preventScroll: wide.matches });
    return;
  }
  const entry = event.target.closest(".entry");
  if (entry && !getSelection().toString()) {
    event.preventDefault();
    goTo(storyOf(entry), entry.dataset.entry);
  }
});

document.getElementById("theme").addEventListener("click", cycleTheme);
document.getElementById("save").addEventListener("click", save);
document.getElementById("help-open").addEventListener("click", () => help.showModal());
document.getElementById("help-close").addEventListener("click", () => help.close());
nameTheme();
for (const { element } of stories) {
  // Without this script every glossed passage is a stop of its own; with it, the arrow keys go from one to the next.
  const units = [...element.querySelectorAll(".unit")];
  units.forEach((unit, index) => { unit.tabIndex = index ? -1 : 0; });
}
