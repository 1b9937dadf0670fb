/* Scrolling one text takes the other along, passage by passage: both are held together where pairs of
   claims stand, in the order that fits most of them. Only the text that the reader moves leads. */

import { firstOf, pairIds } from "./marks.js";

const STORE = "scroll-together";
/* Where the texts did not stand on one level, they come together again over about so many pixels. */
const EASE = 500;
const panes = { left: document.getElementById("left"), right: document.getElementById("right") };
const otherOf = { left: "right", right: "left" };
let holds = [];
let leader = null;
const seen = { left: 0, right: 0 }; // how far each text was scrolled when last looked at

const stored = () => {
  try {
    return localStorage.getItem(STORE) !== "off";
  } catch {
    return true;
  }
};
let isOn = stored();

const lengthOf = (side) => Math.max(panes[side].scrollHeight - panes[side].clientHeight, 0);

/* Nobody leads any more: what scrolls now does so for another reason. */
export function letGo() {
  leader = null;
}

/* Of points in the order of the left text, the most that are in the order of the right text too. */
function inBothOrders(points) {
  const ends = []; // the last point of the best chain of each length
  for (const point of points) {
    const place = ends.findIndex((end) => end.right >= point.right);
    point.back = ends[(place < 0 ? ends.length : place) - 1] ?? null;
    if (place < 0) ends.push(point);
    else ends[place] = point;
  }
  const chain = [];
  for (let point = ends.at(-1) ?? null; point; point = point.back) chain.unshift(point);
  return chain;
}

/* Find where the texts are held together; when marks or the window's size change, not while scrolling. */
export function hold() {
  holds = [];
  if (!panes.left?.checkVisibility() || !panes.right?.checkVisibility()) return;
  const tops = Object.fromEntries(Object.entries(panes).map(([side, pane]) => [side, pane.getBoundingClientRect().top - pane.scrollTop]));
  const placeOf = (id, side) => firstOf(id, side)?.getBoundingClientRect().top - tops[side];
  const points = pairIds()
    .map((id) => ({ left: placeOf(id, "left"), right: placeOf(id, "right") }))
    .filter(({ left, right }) => left >= 0 && right >= 0)
    .sort((one, other) => one.left - other.left || one.right - other.right);
  const end = { left: panes.left.scrollHeight, right: panes.right.scrollHeight };
  holds = [{ left: 0, right: 0 }, ...inBothOrders(points), end];
}

/* The place in the other text that goes with a place in this one. */
function across(place, side) {
  const other = otherOf[side];
  const next = holds.findIndex((one) => one[side] > place);
  if (next < 1) return next ? holds.at(-1)[other] : 0;
  const [from, to] = [holds[next - 1], holds[next]];
  return from[other] + ((place - from[side]) / (to[side] - from[side])) * (to[other] - from[other]);
}

/* How far the other text would be scrolled; the line that is held runs from the top at the start to the foot at the end. */
function goal(side, top) {
  const share = lengthOf(side) ? top / lengthOf(side) : 0;
  const other = otherOf[side];
  const reached = across(top + share * panes[side].clientHeight, side) - share * panes[other].clientHeight;
  return Math.min(Math.max(reached, 0), lengthOf(other));
}

function follow(side) {
  const [before, top] = [seen[side], panes[side].scrollTop];
  seen[side] = top;
  if (!isOn || leader !== side || holds.length < 2) return;
  const other = panes[otherOf[side]];
  const apart = other.scrollTop - goal(side, before);
  const kept = apart * Math.exp(-Math.abs(top - before) / EASE);
  other.scrollTop = goal(side, top) + kept;
}

function set(on) {
  isOn = on;
  letGo();
  try {
    localStorage.setItem(STORE, on ? "on" : "off");
  } catch {
    /* storage is closed to us: the choice lasts for this page */
  }
}

export function readySync() {
  const control = document.querySelector("[data-sync]");
  if (control) {
    control.checked = isOn;
    control.addEventListener("change", () => set(control.checked));
  }
  for (const side of ["left", "right"]) {
    for (const name of ["pointerenter", "wheel", "touchmove", "pointerdown", "keydown"]) {
      panes[side]?.addEventListener(name, () => { leader = side; }, { passive: true });
    }
    panes[side]?.addEventListener("scroll", () => follow(side), { passive: true });
  }
}
