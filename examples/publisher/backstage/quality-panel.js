import { element, panel } from "./element.js";
import { megabytes } from "./megabytes.js";
import { createQualityRow } from "./quality-row.js";

const KEPT = 8;

/**
 * What the viewer gets, episode by episode, as any page can hear it: `drama-first-frame` and `drama-progress`.
 * The newest first.
 */
export function createQualityPanel() {
  const rows = element("ol", { class: "bs-quality" });
  const summary = element(
    "p",
    { class: "bs-note" },
    "Play something: how long each first frame took appears here.",
  );
  const known = new Map();
  const waits = [];

  function rowOf({ series, episode, number }) {
    const key = `${series} ${episode}`;
    const row = known.get(key) ?? createQualityRow(number);
    known.set(key, row);
    return row;
  }

  document.addEventListener("drama-first-frame", ({ detail }) => {
    const row = rowOf(detail);
    row.showFirstFrame(detail);
    rows.prepend(row.root);
    while (rows.children.length > KEPT) rows.lastElementChild.remove();
    waits.push(detail.elapsedMs);
    summary.textContent = `First frame: ${median(waits)} ms in the middle, ${Math.max(...waits)} ms at worst.`;
  });
  document.addEventListener("drama-progress", ({ detail }) => {
    rowOf(detail).showProgress(detail);
    totals.show(detail.seriesBytes);
  });

  const totals = createTotals();
  return panel("What the viewer gets", summary, rows, totals.root);
}

function createTotals() {
  const root = element("p", { class: "bs-note", hidden: true });
  return {
    root,
    show({ loaded, wasted }) {
      root.hidden = loaded === 0;
      const share = loaded > 0 ? Math.round((100 * wasted) / loaded) : 0;
      root.textContent = `All episodes: ${megabytes(loaded)} loaded, ${megabytes(wasted)} (${share} %) behind the viewer and never seen.`;
    },
  };
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
