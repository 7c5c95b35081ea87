// A claim of the record leads to its words, and lights them in every version; positions can be filtered.

function toldPlaces(fact) {
  return (fact.dataset.told || "").split(" ").filter(Boolean).map((place) => {
    const [key, siglum, at] = place.split(":");
    return { story: stories.find(({ element }) => element.id === key), siglum, span: at.split("-").map(Number) };
  }).filter(({ story }) => story);
}

function lightTold(fact) {
  putOutTold();
  fact.classList.add("is-told");
  if (!canHighlight) return;
  const ranges = toldPlaces(fact).flatMap(({ story, siglum, span }) => rangesOf(story, siglum, span));
  CSS.highlights.set("told", new Highlight(...ranges));
}

function putOutTold() {
  for (const fact of document.querySelectorAll(".is-told")) fact.classList.remove("is-told");
  if (canHighlight) CSS.highlights.delete("told");
}

// A fact stays while a ticked version carries it and its speaker, stance and dossier are asked for.
function refreshRecord(story) {
  const record = story.element.querySelector(".record");
  if (!record) return;
  const witnesses = ticked(story, "witness");
  const carried = (fact) => witnesses.all || fact.dataset.in.split(" ").some((siglum) => witnesses.on.has(siglum));
  const asked = [...record.querySelectorAll("select[data-by]")].filter((select) => select.value);
  for (const fact of record.querySelectorAll("[data-in]")) {
    const passes = !("speaker" in fact.dataset) || asked.every((select) => fact.dataset[select.dataset.by] === select.value);
    fact.hidden = !carried(fact) || !passes;
  }
  for (const part of record.querySelectorAll("[data-w]")) part.hidden = !witnesses.all && !witnesses.on.has(part.dataset.w);
  for (const svg of record.querySelectorAll("svg [data-w]")) svg.style.opacity = !witnesses.all && !witnesses.on.has(svg.dataset.w) ? ".25" : "";
  showPositions(record);
}

function showPositions(record) {
  for (const group of record.querySelectorAll(".positions tbody")) {
    group.hidden = !group.querySelector(".position:not([hidden])");
  }
  const status = record.querySelector(".record-filters .shown");
  if (!status) return;
  const rows = [...record.querySelectorAll(".position[data-speaker]")];
  const shown = rows.filter((row) => !row.hidden).length;
  status.textContent = `${shown} of ${rows.length} shown`;
  record.querySelector(".none-told").hidden = shown > 0;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.told");
  if (link) lightTold(link.closest("[data-told]"));
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") putOutTold(); });
for (const story of stories) {
  for (const select of story.element.querySelectorAll(".record-filters select")) {
    select.addEventListener("change", () => refreshRecord(story));
  }
  refreshRecord(story);
}
