/* The result page: what a click, a key or the pointer does. Without this file every link works all the same. */

import { close, onwardId, open, openId, settle } from "./card.js";
import { go } from "./filters.js";
import { readyMap } from "./map.js";
import { paint, setLight, toLight, topOf } from "./marks.js";
import { isOne, showSide } from "./place.js";
import { measure, redraw } from "./ribbons.js";
import { readySync } from "./sync.js";

const plain = (event) => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
const keys = document.getElementById("keys");

function cardOf(link) {
  return new URL(link.getAttribute("href"), location.href).searchParams.get("card");
}

async function follow(link) {
  if (!(await go(link.href))) location.assign(link.href);
}

/* Copy the card's lasting link; where the browser refuses, the link itself is there to be copied. */
async function copyLink(button) {
  const { href } = button.parentElement.querySelector("[data-permalink]");
  try {
    await navigator.clipboard.writeText(href);
    button.textContent = "Copied";
    document.getElementById("said").textContent = "The link is copied.";
  } catch {
    button.parentElement.querySelector("[data-permalink]").focus();
  }
}

/* From another view to the texts, with the same card. */
async function showInTexts(link) {
  const card = cardOf(link);
  const address = new URL(link.href);
  address.searchParams.delete("card");
  if (await go(address.href)) open(card, { record: "replace" });
  else location.assign(link.href);
}

const clicks = [
  ["[data-copy-link]", (button) => copyLink(button)],
  ["[data-in-texts]", (link) => showInTexts(link)],
  ["[data-go]", (link) => follow(link)],
  ["[data-step=close]", () => close()],
  ["[data-step], [data-card-link]", (link) => open(cardOf(link), { from: link.closest(".card") ? null : link })],
  [".entry", (link) => open(link.dataset.id, { from: link })],
  ["[data-m].m", (run) => open(topOf(run), { from: run })],
  ["[data-ribbon]", (mark) => open(mark.dataset.ribbon)],
  [".switch a", (link) => {
    close({ focus: false });
    showSide(link.dataset.side);
  }],
  ["[data-print]", () => print()],
  ["[data-help]", () => keys.showModal()],
];

/* The pointer was drawn over text to select it: its release is no choice of a mark. */
const endsSelection = (event) =>
  event.detail > 0 && event.target.closest("[data-m]") !== null && getSelection()?.type === "Range";

document.addEventListener("click", (event) => {
  if (!plain(event)) return;
  if (endsSelection(event)) {
    event.preventDefault();
    return;
  }
  for (const [selector, act] of clicks) {
    const target = event.target.closest(selector);
    if (target) {
      event.preventDefault();
      act(target);
      return;
    }
  }
});

function light(event) {
  const run = event.target.closest?.("#texts [data-m]");
  const other = event.target.closest?.("[data-id], [data-ribbon]");
  setLight("lit", run ? toLight(run) : (other?.dataset.id ?? other?.dataset.ribbon));
}

document.addEventListener("pointerover", light);
document.addEventListener("focusin", light);

/* The first mark that the reader sees, else the first of all. */
function firstSeen() {
  const links = [...document.querySelectorAll("#texts a.m[href]")].filter((link) => link.checkVisibility());
  const top = document.getElementById("texts").getBoundingClientRect().top;
  return links.find((link) => link.getBoundingClientRect().top >= Math.max(0, top)) ?? links[0];
}

function step(direction) {
  if (openId()) {
    document.querySelector(`#card [data-step=${direction}]`)?.click();
    return;
  }
  if (onwardId(direction)) {
    open(onwardId(direction));
    return;
  }
  const first = firstSeen() ?? document.querySelector("[data-card-link]");
  first?.click();
}

/* The first of these tabs that the width offers and that is not chosen already. */
function tab(...names) {
  const tabs = names.map((name) => document.getElementById(`view-${name}`)).filter((one) => one.checkVisibility());
  return tabs.find((one) => !one.hasAttribute("aria-current")) ?? tabs[0];
}

const presses = {
  j: () => step("next"),
  ArrowRight: () => step("next"),
  k: () => step("previous"),
  ArrowLeft: () => step("previous"),
  Escape: () => close(),
  "?": () => keys.showModal(),
  1: () => tab("texts", "texts-narrow").click(),
  2: () => tab("rows").click(),
  3: () => tab("told").click(),
  4: () => tab("map").click(),
  o: () => tab(isOne() ? "both" : "one", "texts", "texts-narrow").click(),
};

/* Whether the meaning of a word is open. */
const explains = () => CSS.supports("selector(:popover-open)") && document.querySelector(":popover-open") !== null;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  if (event.key === "Escape" && explains()) return; // the browser closes that first
  const press = presses[event.key];
  if (!press || (event.key.startsWith("Arrow") && !openId())) return;
  event.preventDefault();
  press();
});

addEventListener("popstate", async () => {
  const query = new URLSearchParams(location.search);
  const card = query.get("card");
  if (!(await go(location.href, { push: false }))) location.reload();
  else if (card) open(card, { record: "none" });
});

/* A correction brings a new list with it: marks that were taken out leave the texts. */
document.addEventListener("htmx:oobAfterSwap", (event) => {
  if (event.detail.target.id !== "list" || !openId()) return;
  paint();
  setLight("here", openId());
  measure();
});

for (const pane of document.querySelectorAll(".pane")) pane.addEventListener("scroll", redraw, { passive: true });
addEventListener("resize", measure);
document.fonts?.ready.then(measure);

paint();
measure();
readySync();
readyMap();
const shown = document.querySelector("#card [data-card]");
const named = location.hash.match(/^#((?:[dpm]|(?:left|right)-c)[1-9]\d*)$/)?.[1];
if (shown?.dataset.card) settle(shown.dataset.card, null);
else if (named) open(named, { record: "replace" });
else if (isOne() && location.hash === "#right") showSide("right");
