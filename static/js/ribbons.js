/* Ribbons in the gutter: a line from each mark that shows to its words on the other side.
   Places are measured when the marks change, not while scrolling. */

import { runsOf, shownIds, styleOf } from "./marks.js";

const svg = () => document.getElementById("ribbons");
let ends = [];
let waiting = false;

function middle(id, side) {
  const run = runsOf(id, side)[0];
  if (!run) return null;
  const pane = document.getElementById(side);
  const box = run.getClientRects()[0];
  return box ? box.top + box.height / 2 - pane.getBoundingClientRect().top + pane.scrollTop : null;
}

export function measure() {
  const drawing = svg();
  if (!drawing || getComputedStyle(drawing).display === "none") {
    ends = [];
    return;
  }
  ends = [];
  for (const id of shownIds()) {
    const left = middle(id, "left");
    const right = middle(id, "right");
    if (left !== null && right !== null) ends.push({ id, left, right });
  }
  drawing.replaceChildren(
    ...ends.map(({ id }) => {
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("class", styleOf(id));
      path.dataset.ribbon = id;
      return path;
    }),
  );
  draw();
}

function draw() {
  waiting = false;
  const drawing = svg();
  if (!drawing || !ends.length) return;
  const { width, height } = drawing.getBoundingClientRect();
  const up = { left: document.getElementById("left").scrollTop, right: document.getElementById("right").scrollTop };
  ends.forEach(({ left, right }, number) => {
    const from = left - up.left;
    const to = right - up.right;
    const path = drawing.children[number];
    const seen = [from, to].every((y) => y > 40 && y < height);
    path.setAttribute("d", seen ? `M0 ${from}C${width / 2} ${from} ${width / 2} ${to} ${width} ${to}` : "");
  });
}

export function redraw() {
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(draw);
  }
}
