/* Where things stand: which layout there is, and bringing both sides of a mark into view. */

import { firstOf, runsOf } from "./marks.js";
import { letGo } from "./sync.js";

const texts = document.getElementById("texts");
/* The page scrolls as a whole; else each text scrolls for itself. */
export const isNarrow = () => matchMedia("(max-width: 899px)").matches;
/* One text shows, and cards open in it. */
export const isOne = () => texts.dataset.layout === "one" || (texts.dataset.layout === "auto" && isNarrow());
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export function showSide(side) {
  texts.dataset.side = side;
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
  if (texts.hidden) return;
  letGo();
  if (isOne() || isNarrow()) {
    bringOneIntoView(id, from);
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

function bringOneIntoView(id, from) {
  const { side } = texts.dataset;
  const other = side === "left" ? "right" : "left";
  if (isOne() && !firstOf(id, side) && firstOf(id, other)) showSide(other);
  const run = from ?? firstOf(id, texts.dataset.side) ?? firstOf(id, other);
  if (!run) return;
  const scroller = isNarrow() ? document.scrollingElement : run.closest(".pane");
  const room = scroller.clientHeight;
  const y = run.getBoundingClientRect().top - (isNarrow() ? 0 : scroller.getBoundingClientRect().top);
  if (y < 60 || y > room * 0.6) scroller.scrollBy({ top: y - 0.25 * room, behavior: calm() ? "auto" : "smooth" });
}
