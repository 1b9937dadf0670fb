/* Filters and views: their links fetch the new filters and the new list, never the texts again. */

import { close, forgetOnward } from "./card.js";
import { paint } from "./marks.js";
import { measure } from "./ribbons.js";

const views = document.querySelector(".views");

/* Follow a link of the filters. False if the whole page must be loaded. */
export async function go(href, { push = true } = {}) {
  const address = new URL(href, location.href);
  const view = address.searchParams.get("view") ?? "texts";
  if (view === "texts" && !document.querySelector("#texts .pane")) return false;
  if (push) history.pushState({}, "", address);
  close({ record: "none", focus: false });
  forgetOnward();
  await htmx.ajax("GET", address.pathname + (address.search || "?"), { target: "#bar", swap: "outerHTML" });
  show(view);
  return true;
}

function show(view) {
  views.dataset.view = view;
  for (const name of ["texts", "rows", "told"]) document.getElementById(name).hidden = name !== view;
  if (view === "texts") {
    paint();
    measure();
  }
  const chosen = document.querySelector(".segments [aria-current]");
  document.getElementById("said").textContent = chosen ? `Shown: ${chosen.textContent}` : "";
}
