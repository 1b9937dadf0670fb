/* The card of the mark in focus: fetched when asked for, shown beside or below the texts, or
   under its paragraph where there is one text only. */

import { firstOf, runsOf, setLight } from "./marks.js";
import { bringIntoView, isOne } from "./place.js";
import { redraw } from "./ribbons.js";

const panel = document.getElementById("panel");
const holder = document.getElementById("card");
let opener = null;
let wanted = null;
let onward = {}; // the cards before and after the one closed last, by "previous" and "next"

export const openId = () => wanted;

export const onwardId = (direction) => onward[direction];

export function forgetOnward() {
  onward = {};
}

export function addressOf(id) {
  const query = new URLSearchParams(location.search);
  for (const name of ["mark", "version"]) query.delete(name); // a lasting link has been followed
  if (id) query.set("card", id);
  else query.delete("card");
  return `${location.pathname}?${query}`;
}

/* Show the card `id`. `from` is what was chosen and gets the focus back; `record`: "push", "replace" or "none". */
export async function open(id, { from = null, record = "push" } = {}) {
  if (record !== "none") history[wanted && record === "push" ? "replaceState" : `${record}State`]({}, "", addressOf(id));
  opener = from ?? opener;
  wanted = id;
  setLight("here", id);
  await htmx.ajax("GET", addressOf(id), { target: "#card", swap: "innerHTML settle:0ms" });
  if (!wanted) holder.replaceChildren(); // closed before it came
  if (wanted !== id) return;
  panel.classList.add("has-card");
  settle(id, from);
}

/* A card that came with the page, or was just fetched: put it in its place and give it the focus. */
export function settle(id, from) {
  wanted = id;
  setLight("here", id);
  bringIntoView(id, from?.closest(".pane") ? from : null);
  putInPlace(id, from);
  panel.scrollTo?.({ top: 0 });
  document.getElementById("card-title")?.focus({ preventScroll: true });
  redraw();
}

function putInPlace(id, from) {
  const side = document.getElementById("texts").dataset.side;
  const run = from?.closest(".reading") ? from : firstOf(id, side);
  const block = run?.closest(".reading > *");
  if (isOne() && block && !document.getElementById("texts").hidden) {
    block.after(holder);
    holder.classList.add("card-here");
    panel.classList.remove("has-card");
  } else {
    takeBack();
  }
}

function takeBack() {
  if (holder.parentElement === panel) return;
  holder.classList.remove("card-here");
  panel.prepend(holder);
}

function rememberOnward() {
  const steps = [...holder.querySelectorAll("[data-step]")].map((link) => [
    link.dataset.step, new URL(link.href).searchParams.get("card"),
  ]);
  onward = Object.fromEntries(steps);
}

/* Close the card and give the focus back to the mark it came from. */
export function close({ record = "push", focus = true } = {}) {
  if (!wanted) return;
  const id = wanted;
  wanted = null;
  if (record !== "none") history[`${record}State`]({}, "", addressOf(null));
  panel.classList.remove("has-card");
  rememberOnward();
  holder.replaceChildren();
  takeBack();
  setLight("here", null);
  const back = opener?.isConnected ? opener : [...runsOf(id)].find((run) => run.hasAttribute("href"));
  if (focus) back?.focus({ preventScroll: true });
  opener = null;
  redraw();
}
