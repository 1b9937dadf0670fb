/* Marks in both texts: which show, and lighting up both sides of one. The list beside the
   texts names exactly the marks that show; the server writes it, and paint() follows it. */

const flaws = ["mended", "damaged"];
let looks = new Map();
let firsts = { left: new Map(), right: new Map() };

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

/* The first run under each mark on one side, as found when the marks were painted. */
export function firstOf(id, side) {
  return firsts[side].get(id);
}

/* Make every run look as the list says; the first run of a mark on each side is its link. */
export function paint() {
  read();
  firsts = { left: new Map(), right: new Map() };
  for (const side of ["left", "right"]) {
    const led = new Set();
    const runs = [...document.querySelectorAll(`#${side} a[data-m]`)];
    for (const run of runs) {
      for (const id of run.dataset.m.split(" ")) if (!firsts[side].has(id)) firsts[side].set(id, run);
      paintRun(run, led);
    }
    putNotes(runs.reverse());
  }
}

/* On paper the number of a mark stands behind the last run under it. */
function putNotes(backwards) {
  const ended = new Set();
  for (const run of backwards) {
    const ending = run.dataset.m.split(" ").filter((id) => looks.has(id) && !ended.has(id));
    for (const id of ending) ended.add(id);
    const numbers = ending.map((id) => Number(looks.get(id).number)).sort((one, other) => one - other);
    if (numbers.length) run.dataset.n = numbers.join(", ");
    else run.removeAttribute("data-n");
  }
}

function paintRun(run, led) {
  const top = topOf(run);
  const kept = flaws.filter((flaw) => run.classList.contains(flaw));
  const look = [...(top ? ["m", looks.get(top).style] : []), ...kept].join(" ");
  if (run.className !== look) run.className = look;
  const leads = top !== undefined && !led.has(top);
  if (!leads) {
    for (const name of ["href", "aria-describedby"]) run.removeAttribute(name);
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
