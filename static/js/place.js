/* Where things stand: which layout there is, and bringing both sides of a mark into view. */

import { runsOf } from "./marks.js";

export const isNarrow = () => matchMedia("(max-width: 899px)").matches;
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export function showSide(side) {
  document.getElementById("texts").dataset.side = side;
  for (const link of document.querySelectorAll(".switch a")) {
    if (link.dataset.side === side) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

function scrollTo(pane, run, y) {
  const top = pane.scrollTop + run.getBoundingClientRect().top - pane.getBoundingClientRect().top - y;
  pane.scrollTo({ top, behavior: calm() ? "auto" : "smooth" });
}

/* Where a run stands in its pane, if the reader can see it. */
function seenAt(run) {
  const pane = run.closest(".pane");
  const y = run.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  return y > 48 && y < pane.clientHeight - 48 ? y : null;
}

/* Bring the mark into view on both sides, on one level; the side it was chosen on stays where it is. */
export function bringIntoView(id, from) {
  if (isNarrow()) {
    bringIntoNarrowView(id, from);
    return;
  }
  const runs = { left: runsOf(id, "left")[0], right: runsOf(id, "right")[0] };
  const still = from ?? [runs.left, runs.right].find((run) => run && seenAt(run) !== null);
  const level = (still && seenAt(still)) ?? 0.3 * document.getElementById("left").clientHeight;
  for (const side of ["left", "right"]) {
    const run = runs[side];
    if (run && run.closest(".pane") !== still?.closest(".pane")) scrollTo(run.closest(".pane"), run, level);
    else if (run && seenAt(run) === null) scrollTo(run.closest(".pane"), run, level);
  }
}

function bringIntoNarrowView(id, from) {
  const side = document.getElementById("texts").dataset.side;
  const other = side === "left" ? "right" : "left";
  if (!runsOf(id, side).length && runsOf(id, other).length) showSide(other);
  const run = from ?? runsOf(id, document.getElementById("texts").dataset.side)[0];
  const y = run?.getBoundingClientRect().top;
  if (run && (y < 60 || y > innerHeight * 0.6)) scrollBy({ top: y - 0.25 * innerHeight, behavior: calm() ? "auto" : "smooth" });
}
