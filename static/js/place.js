/* Where things stand: which layout there is, and bringing both sides of a mark into view. */

import { firstOf, runsOf } from "./marks.js";

export const isNarrow = () => matchMedia("(max-width: 899px)").matches;
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export function showSide(side) {
  document.getElementById("texts").dataset.side = side;
  for (const link of document.querySelectorAll(".switch a")) {
    if (link.dataset.side === side) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/* Where a run stands below the top of its pane. */
function heightOf(run) {
  return run.getBoundingClientRect().top - run.closest(".pane").getBoundingClientRect().top;
}

/* The heights to which scrolling can bring a run: from the lowest to the highest number. */
function reachOf(run) {
  const pane = run.closest(".pane");
  const fromTop = heightOf(run) + pane.scrollTop;
  return [fromTop - (pane.scrollHeight - pane.clientHeight), fromTop];
}

function isSeen(run) {
  return heightOf(run) > 48 && heightOf(run) < run.closest(".pane").clientHeight - 48;
}

/* How tall the marked words of one paragraph are. */
function lengthOf(id, run) {
  const block = run.closest(".reading > *");
  const last = [...runsOf(id)].filter((one) => block.contains(one)).pop() ?? run;
  return last.getBoundingClientRect().bottom - run.getBoundingClientRect().top;
}

/* The lowest height at which the whole passage, on both sides, still stands above the edge. */
function lowestFor(id, runs) {
  const longest = Math.max(...runs.map((run) => lengthOf(id, run)));
  return Math.max(56, runs[0].closest(".pane").clientHeight - longest - 12);
}

/* Smoothly where the way is short enough to follow. */
function scrollTo(run, height) {
  const pane = run.closest(".pane");
  const way = heightOf(run) - height;
  const behavior = calm() || Math.abs(way) > pane.clientHeight ? "auto" : "smooth";
  pane.scrollTo({ top: pane.scrollTop + way, behavior });
}

/* Bring the mark into view on both sides, on one level; the side it was chosen on stays where it is. */
export function bringIntoView(id, from) {
  if (isNarrow()) {
    bringIntoNarrowView(id, from);
    return;
  }
  const runs = ["left", "right"].map((side) => firstOf(id, side)).filter(Boolean);
  if (!runs.length) return;
  const lowest = lowestFor(id, runs);
  if (from && isSeen(from) && heightOf(from) <= lowest) {
    const pane = from.closest(".pane");
    for (const run of runs) if (run.closest(".pane") !== pane) scrollTo(run, heightOf(from));
    return;
  }
  const reaches = runs.map(reachOf);
  const seen = runs.find(isSeen);
  const wanted = Math.min(lowest, seen ? heightOf(seen) : 0.3 * runs[0].closest(".pane").clientHeight);
  const least = Math.max(...reaches.map(([low]) => low));
  const most = Math.min(...reaches.map(([, high]) => high));
  for (const run of runs) scrollTo(run, Math.min(Math.max(wanted, least), most));
}

function bringIntoNarrowView(id, from) {
  const side = document.getElementById("texts").dataset.side;
  const other = side === "left" ? "right" : "left";
  if (!firstOf(id, side) && firstOf(id, other)) showSide(other);
  const run = from ?? firstOf(id, document.getElementById("texts").dataset.side);
  const y = run?.getBoundingClientRect().top;
  if (run && (y < 60 || y > innerHeight * 0.6)) scrollBy({ top: y - 0.25 * innerHeight, behavior: calm() ? "auto" : "smooth" });
}
