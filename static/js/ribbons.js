/* The gutter between the texts. Ribbons: a line from each mark that shows to its words on the
   other side. Ticks along both edges: where in the whole text the marks are.
   Places are measured when the marks change, not while scrolling. */

import { firstOf, shownIds, styleOf } from "./marks.js";
import { hold } from "./sync.js";

const EDGE = 10;
const HEAD = 44;
/* More ticks would be one bar. */
const MOST_TICKS = 600;
const gutter = document.getElementById("ribbons");
const panes = { left: document.getElementById("left"), right: document.getElementById("right") };
let ends = [];
let thumbs = [];
let room = { width: 0, height: 0 };
let waiting = false;

function element(name, id, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  if (id) made.dataset.ribbon = id;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/* Where the first words of a mark stand, counted from the top of their text; null if it has none there. */
function placeOf(id, side, top) {
  const box = firstOf(id, side)?.getClientRects()[0];
  return box ? box.top + box.height / 2 - top : null;
}

export function measure() {
  hold();
  ends = [];
  if (!gutter?.checkVisibility()) return;
  const { width, height } = gutter.getBoundingClientRect();
  room = { width, height };
  const [left, right] = ["left", "right"].map((side) => panes[side].getBoundingClientRect().top - panes[side].scrollTop);
  const all = shownIds().map((id) => ({ id, left: placeOf(id, "left", left), right: placeOf(id, "right", right) }));
  ends = all
    .filter((end) => end.left !== null && end.right !== null)
    .map((end) => ({ ...end, path: element("path", end.id, { class: styleOf(end.id) }), drawn: false }));
  thumbs = ["left", "right"].map(thumbOf);
  gutter.replaceChildren(
    ...ends.map(({ path }) => path),
    ...thumbs.map(({ thumb }) => thumb),
    ...["left", "right"].flatMap((side) => ticksOf(side, all)),
  );
  draw();
}

/* Once marks and list are on the screen: ribbons may come a moment later. */
export function measureSoon() {
  requestAnimationFrame(() => setTimeout(measure));
}

function ticksOf(side, all) {
  const scale = (room.height - HEAD) / panes[side].scrollHeight;
  const x = side === "left" ? 0 : room.width - 5;
  return all
    .filter((end) => end[side] !== null)
    .slice(0, MOST_TICKS)
    .map((end) => element("rect", end.id, { class: styleOf(end.id), x, y: HEAD + end[side] * scale, width: 5, height: 3, rx: 1 }));
}

/* The part of the whole text that is in view. */
function thumbOf(side) {
  const scale = (room.height - HEAD) / panes[side].scrollHeight;
  const x = side === "left" ? 0 : room.width - 5;
  const height = panes[side].clientHeight * scale;
  return { side, scale, thumb: element("rect", null, { class: "thumb", x, width: 5, height }) };
}

/* While scrolling, only ribbons that are in view, or were, are touched. */
function draw() {
  waiting = false;
  if (!ends.length && !thumbs.length) return;
  const up = { left: panes.left.scrollTop, right: panes.right.scrollTop };
  for (const { side, scale, thumb } of thumbs) thumb.setAttribute("y", HEAD + up[side] * scale);
  const [start, middle, stop] = [EDGE, room.width / 2, room.width - EDGE];
  const isSeen = (y) => y > HEAD && y < room.height;
  for (const end of ends) {
    const [from, to] = [end.left - up.left, end.right - up.right];
    const seen = isSeen(from) && isSeen(to);
    if (!seen && !end.drawn) continue;
    end.path.setAttribute("d", seen ? `M${start} ${from}C${middle} ${from} ${middle} ${to} ${stop} ${to}` : "");
    end.drawn = seen;
  }
}

export function redraw() {
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(draw);
  }
}
