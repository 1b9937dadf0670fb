/* Marks in both texts: which show, and lighting up both sides of one. The list beside the
   texts names exactly the marks that show; the server writes it, and paint() follows it. */

const flaws = ["mended", "damaged"];
let looks = new Map();
const firsts = { left: new Map(), right: new Map() };
const cut = { left: null, right: null };

export function runsOf(id, side) {
  const within = side ? `#${side} ` : "#texts ";
  return document.querySelectorAll(`${within}[data-m~="${id}"]`);
}

/* The mark on top of a run among those that show. */
export function topOf(run) {
  return run.dataset.m.split(" ").find((id) => looks.has(id));
}

export function shownIds() {
  return [...looks.keys()];
}

/* Pairs of claims that have a place in both texts. */
export function pairIds() {
  return [...firsts.left.keys()].filter((id) => /^[pm]\d/.test(id) && firsts.right.has(id));
}

export function styleOf(id) {
  return looks.get(id)?.style;
}

function read() {
  looks = new Map();
  for (const entry of document.querySelectorAll("#list .entry")) {
    looks.set(entry.dataset.id, { style: entry.dataset.style, number: entry.dataset.n, href: entry.getAttribute("href") });
  }
}

/* The first run under each mark on one side. */
export function firstOf(id, side) {
  return firsts[side].get(id);
}

/* The runs of one text with the ids of their marks; the texts stay, so they are taken apart once. */
function runsIn(side) {
  if (!cut[side]?.[0]?.run.isConnected) {
    const runs = [...document.querySelectorAll(`#${side} a[data-m]`)];
    cut[side] = runs.map((run) => ({ run, ids: run.dataset.m.split(" ") }));
    firsts[side] = new Map();
    for (const { run, ids } of cut[side]) for (const id of ids) if (!firsts[side].has(id)) firsts[side].set(id, run);
  }
  return cut[side];
}

/* Make every run look as the list says; the first run of a mark on each side is its link. */
export function paint() {
  read();
  for (const side of ["left", "right"]) {
    const led = new Set();
    const runs = runsIn(side);
    for (const { run, ids } of runs) paintRun(run, ids.find((id) => looks.has(id)), led);
    putNotes(runs);
  }
}

/* On paper the number of a mark stands behind the last run under it. */
function putNotes(runs) {
  const ended = new Set();
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    const { run, ids } = runs[at];
    const ending = ids.filter((id) => looks.has(id) && !ended.has(id));
    for (const id of ending) ended.add(id);
    const numbers = ending.map((id) => Number(looks.get(id).number)).sort((one, other) => one - other);
    if (numbers.length) run.dataset.n = numbers.join(", ");
    else if (run.dataset.n) run.removeAttribute("data-n");
  }
}

function paintRun(run, top, led) {
  const kept = flaws.filter((flaw) => run.classList.contains(flaw));
  const look = [...(top ? ["m", looks.get(top).style] : []), ...kept].join(" ");
  if (run.className !== look) run.className = look;
  const leads = top !== undefined && !led.has(top);
  if (!leads) {
    if (run.hasAttribute("href")) for (const name of ["href", "aria-describedby"]) run.removeAttribute(name);
    return;
  }
  led.add(top);
  run.setAttribute("href", looks.get(top).href);
  run.setAttribute("aria-describedby", `say-${top}`);
}

/* Where a run has no mark that shows, its pair of claims lights up softly. */
export function toLight(run) {
  return topOf(run) ?? run.dataset.m.split(" ").find((id) => id.startsWith("p"));
}

export function setLight(name, id) {
  for (const lit of document.querySelectorAll(`.${name}`)) lit.classList.remove(name);
  if (!id) return;
  const all = document.querySelectorAll(`#texts [data-m~="${id}"], [data-id="${id}"], #ribbons [data-ribbon="${id}"]`);
  for (const one of all) one.classList.add(name);
}
