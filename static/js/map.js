/* The overview by keyboard: one stop for the tab key, the arrows go from sign to sign; right and left in the
   order of the text that runs across, down and up in the order of the one that runs down. */

const map = document.getElementById("map");

const dots = () => [...map.querySelectorAll(".dot")];

export function readyMap() {
  const all = dots();
  const first = all.find((dot) => !dot.classList.contains("match")) ?? all[0];
  for (const dot of all) dot.setAttribute("tabindex", dot === first ? "0" : "-1");
}

const placeOf = (dot) => {
  const { e, f } = dot.transform.baseVal.consolidate().matrix;
  return { across: e, down: f };
};

function ordered(direction) {
  const [first, second] = direction === "across" ? ["across", "down"] : ["down", "across"];
  return dots()
    .map((dot) => ({ dot, ...placeOf(dot) }))
    .sort((one, other) => one[first] - other[first] || one[second] - other[second])
    .map(({ dot }) => dot);
}

const steps = {
  ArrowRight: ["across", 1],
  ArrowLeft: ["across", -1],
  ArrowDown: ["down", 1],
  ArrowUp: ["down", -1],
};

function goalOf(key, from) {
  if (key === "Home") return ordered("across")[0];
  if (key === "End") return ordered("across").at(-1);
  const [direction, step] = steps[key] ?? [];
  if (!direction) return null;
  const order = ordered(direction);
  return order[order.indexOf(from) + step];
}

map.addEventListener("keydown", (event) => {
  const from = event.target.closest(".dot");
  if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!(event.key in steps) && !["Home", "End"].includes(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  const goal = goalOf(event.key, from);
  if (!goal) return;
  from.setAttribute("tabindex", "-1");
  goal.setAttribute("tabindex", "0");
  goal.focus();
});
