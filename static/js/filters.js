/* Filters and views: their links fetch the new filters and the new list, never the texts again. */

import { close, forgetOnward } from "./card.js";
import { readyMap } from "./map.js";
import { paint } from "./marks.js";
import { measureSoon } from "./ribbons.js";

const SECTIONS = ["texts", "rows", "told", "map"];
const LAYOUTS = ["both", "one"];
const views = document.querySelector(".views");

/* Follow a link of the filters. False if the whole page must be loaded. */
export async function go(href, { push = true } = {}) {
  const address = new URL(href, location.href);
  const view = address.searchParams.get("view") ?? "texts";
  const section = SECTIONS.includes(view) ? view : "texts";
  if (section === "texts" && !document.querySelector("#texts .pane")) return false;
  if (push) history.pushState({}, "", address);
  close({ record: "none", focus: false });
  forgetOnward();
  await htmx.ajax("GET", address.pathname + (address.search || "?"), { target: "#bar", swap: "outerHTML settle:0ms" });
  show(section, LAYOUTS.includes(view) ? view : "auto");
  return true;
}

function show(section, layout) {
  views.dataset.view = section;
  for (const name of SECTIONS) document.getElementById(name).hidden = name !== section;
  if (section === "texts") {
    document.getElementById("texts").dataset.layout = layout;
    paint();
    measureSoon();
  }
  if (section === "map") readyMap();
  const chosen = document.querySelector(".segments [aria-current]");
  document.getElementById("said").textContent = chosen ? `Shown: ${chosen.textContent}` : "";
}
