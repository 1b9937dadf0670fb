/* The gutter between the texts. Ribbons: a line from each mark that shows to its words on the
   other side. Ticks along both edges: an overview of where in the whole text the marks are.
   Places are measured when the marks change, not while scrolling. */

import { firstOf, shownIds, styleOf } from "./marks.js";

const EDGE = 10;
const HEAD = 44;
/* More would be a thicket, and slow. */
const MOST_RIBBONS = 150;
const MOST_TICKS = 600;
let ends = [];
let waiting = false;

function element(name, id, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  made.dataset.ribbon = id;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/* Where the first words of a mark stand, counted from the top of their text; null if it has none there. */
function placeOf(id, side) {
  const box = firstOf(id, side)?.getClientRects()[0];
  if (!box) return null;
  const pane = document.getElementById(side);
  return box.top + box.height / 2 - pane.getBoundingClientRect().top + pane.scrollTop;
}

export function measure() {
  const gutter = document.getElementById("ribbons");
  ends = [];
  if (!gutter?.checkVisibility()) return;
  ends = shownIds().map((id) => ({ id, left: placeOf(id, "left"), right: placeOf(id, "right") }));
  const { width, height } = gutter.getBoundingClientRect();
  const ticks = ["left", "right"].flatMap((side) => ticksOf(side, width, height));
  const views = ["left", "right"].map((side) => thumbOf(side, width));
  const both = ends.filter(({ left, right }) => left !== null && right !== null);
  const paired = both.length > MOST_RIBBONS ? [] : both;
  gutter.replaceChildren(...paired.map(({ id }) => element("path", id, { class: styleOf(id) })), ...views, ...ticks);
  ends = paired;
  draw();
}

function ticksOf(side, width, height) {
  const whole = document.getElementById(side).scrollHeight;
  const x = side === "left" ? 0 : width - 5;
  return ends
    .filter((end) => end[side] !== null)
    .slice(0, MOST_TICKS)
    .map((end) => {
      const y = HEAD + (end[side] / whole) * (height - HEAD);
      return element("rect", end.id, { class: styleOf(end.id), x, y, width: 5, height: 3, rx: 1 });
    });
}

/* The part of the whole text that is in view. */
function thumbOf(side, width) {
  const thumb = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  thumb.setAttribute("class", `thumb thumb-${side}`);
  thumb.setAttribute("x", side === "left" ? 0 : width - 5);
  thumb.setAttribute("width", 5);
  return thumb;
}

function moveThumb(gutter, side, height) {
  const pane = document.getElementById(side);
  const thumb = gutter.querySelector(`.thumb-${side}`);
  const scale = (height - HEAD) / pane.scrollHeight;
  thumb.setAttribute("y", HEAD + pane.scrollTop * scale);
  thumb.setAttribute("height", pane.clientHeight * scale);
}

function draw() {
  waiting = false;
  const gutter = document.getElementById("ribbons");
  if (!gutter?.firstChild || !gutter.checkVisibility()) return;
  const { width, height } = gutter.getBoundingClientRect();
  for (const side of ["left", "right"]) moveThumb(gutter, side, height);
  const up = { left: document.getElementById("left").scrollTop, right: document.getElementById("right").scrollTop };
  const [start, middle, stop] = [EDGE, width / 2, width - EDGE];
  ends.forEach(({ left, right }, number) => {
    const from = left - up.left;
    const to = right - up.right;
    const seen = [from, to].every((y) => y > HEAD && y < height);
    const curve = `M${start} ${from}C${middle} ${from} ${middle} ${to} ${stop} ${to}`;
    gutter.children[number].setAttribute("d", seen ? curve : "");
  });
}

export function redraw() {
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(draw);
  }
}
