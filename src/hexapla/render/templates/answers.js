// A passage lights its answers in all columns and shows why; a difference lights its words.

const canHighlight = typeof Highlight === "function" && Boolean(CSS.highlights);

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function putOut() {
  for (const element of document.querySelectorAll(".is-lit, .is-asked")) element.classList.remove("is-lit", "is-asked");
  if (canHighlight) CSS.highlights.delete("evidence");
}

function segmentsOf(unit) {
  return unit.dataset.segments ? unit.dataset.segments.split(" ") : [];
}

function linksOf(story, unit) {
  const own = new Set(segmentsOf(unit));
  return story.data.links.filter((link) => [...link.a, ...link.b].some((id) => own.has(id)));
}

function unitsOf(story, ids) {
  return ids.flatMap((id) => [...story.element.querySelectorAll(`.unit[data-segments~="${id}"]`)]);
}

function light(story, unit) {
  putOut();
  const links = linksOf(story, unit);
  const row = [...unit.closest("tr").querySelectorAll(".unit")];
  const answers = links.flatMap((link) => [...link.a, ...link.b]).flatMap((id) => {
    // Of a linked segment's clauses the one in this row answers; without one, all of them.
    const clauses = unitsOf(story, [id]);
    const here = clauses.filter((clause) => row.includes(clause));
    return here.length ? here : clauses;
  });
  const own = new Set(segmentsOf(unit));
  for (const other of [...answers, ...row]) {
    // The other clauses of the passage itself are no answer to it.
    if (!segmentsOf(other).some((id) => own.has(id))) other.classList.add("is-lit");
  }
  unit.classList.add("is-asked");
  lightEvidence(story, links.flatMap((link) => link.because));
  return links;
}

function lightEvidence(story, because) {
  if (!canHighlight) return;
  const ranges = because.flatMap(({ spans }) => Object.entries(spans).flatMap(
    ([siglum, places]) => places.flatMap((place) => rangesOf(story, siglum, place))));
  CSS.highlights.set("evidence", new Highlight(...ranges));
}

// Offsets count code points of the published text; the DOM counts UTF-16 and has signs between.
function rangesOf(story, siglum, [start, end]) {
  return unitsAt(story, siglum, start, end).flatMap((unit) => {
    const found = [];
    let at = Number(unit.dataset.start);
    for (const node of wordsOf(unit)) {
      const points = Array.from(node.data);
      const [from, to] = [Math.max(start - at, 0), Math.min(end - at, points.length)];
      if (from < to) found.push(rangeIn(node, points, from, to));
      at += points.length;
    }
    return found;
  });
}

function unitsAt(story, siglum, start, end) {
  return [...story.element.querySelectorAll(`.cell[data-w="${siglum}"] .unit`)].filter(
    (unit) => Number(unit.dataset.start) < end && start < Number(unit.dataset.end));
}

function wordsOf(unit) {
  const walker = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest(".sign, .segment")) nodes.push(walker.currentNode);
  }
  return nodes;
}

function rangeIn(node, points, from, to) {
  const range = new Range();
  range.setStart(node, points.slice(0, from).join("").length);
  range.setEnd(node, points.slice(0, to).join("").length);
  return range;
}

const points = new Map(); // a witness's text by code points, made when first quoted

function pointsOf(witness) {
  if (!points.has(witness)) points.set(witness, Array.from(witness.text));
  return points.get(witness);
}

function quoted(story, siglum, [start, end]) {
  const witness = story.data.witnesses.find((w) => w.siglum === siglum);
  const words = make("bdi", "said", pointsOf(witness).slice(start, end).join(""));
  words.lang = witness.language;
  return make("span", "evidence-words", make("span", "badge", siglum), " ", words);
}

// A figure with its thousands parted; any other value as it is.
function readable({ kind, value }) {
  return kind === "number" && /^\d{5,}$/.test(value) ? value.replace(/\B(?=(\d{3})+$)/g, "\u202f") : value;
}

function evidence(story, because) {
  const list = make("ul", "evidence");
  for (const reason of because) {
    const words = Object.entries(reason.spans).flatMap(
      ([siglum, places]) => places.map((place) => quoted(story, siglum, place)));
    list.append(make("li", "", make("span", "evidence-kind", reason.kind), " ", make("bdi", "evidence-value", readable(reason)), " ", ...words));
  }
  return list;
}

function percent(score) {
  return `${Math.round(score * 100)}% sure`;
}

function aboutEntry(story, id) {
  const entry = story.entries.get(id);
  const head = make("p", "reason-entry", make("strong", "", `Difference ${id}, ${entry.kind}: `), make("bdi", "", entry.note),
    " ", make("span", "sure", percent(entry.confidence)));
  return make("div", "", head, evidence(story, entry.because));
}

function aboutLink(story, link) {
  const head = make("p", "reason-link", make("strong", "", `${link.a.join(" ")} ↔ ${link.b.join(" ")}`), " ",
    make("span", "sure", percent(link.confidence)));
  const why = link.because.length ? evidence(story, link.because) : make("p", "hint", "No evidence was recorded for this link.");
  return make("div", "", head, why);
}

function explain(story, unit, links, ids) {
  const panel = story.element.querySelector(".reason");
  if (!panel) return;
  const parts = ids.map((id) => aboutEntry(story, id));
  if (unit && links.length) parts.push(...links.map((link) => aboutLink(story, link)));
  else if (unit) parts.push(make("p", "hint", `${segmentsOf(unit).join(" ")}: nothing in the other versions answers this passage.`));
  panel.querySelector(".reason-body").replaceChildren(...parts);
  panel.scrollTop = 0;
  panel.classList.add("is-open");
}

let last = null;

function consider(node) {
  const place = node.closest?.(".sign, .run, .unit, .gap-words");
  if (!place || place === last) return;
  last = place;
  document.documentElement.classList.remove("tips-off");
  const story = storyOf(place);
  const unit = place.closest(".unit");
  const links = unit ? light(story, unit) : (putOut(), []);
  const marked = place.matches("[data-e]") ? place.dataset.e.split(" ") : [];
  const whole = unit?.dataset.e ? unit.dataset.e.split(" ") : [];
  const ids = place.matches(".sign") ? marked : [...new Set([...marked, ...whole])];
  explain(story, unit, links, ids.filter((id) => story.visible.has(id)));
}

function dismiss() {
  putOut();
  last = null;
  document.documentElement.classList.add("tips-off");
  for (const panel of document.querySelectorAll(".reason.is-open")) panel.classList.remove("is-open");
}

for (const { element } of stories) {
  const texts = element.querySelector(".synopsis");
  texts.addEventListener("pointerover", (event) => { if (event.pointerType === "mouse") consider(event.target); });
  texts.addEventListener("focusin", (event) => consider(event.target));
  texts.addEventListener("click", (event) => consider(event.target));
}
