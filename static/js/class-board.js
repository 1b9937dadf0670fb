/* The board asks for news by htmx. This script keeps it quiet: nothing is asked for while nobody looks, what was opened
   stays open, and who hears the page is told how the class stands at most every half minute. */
"use strict";

(function () {
  const REST = 30000;
  const place = document.getElementById("live-said");
  let saidAt = Date.now();
  let waiting = null;
  let opened = [];
  let isGone = false;

  function say() {
    waiting = null;
    saidAt = Date.now();
    const sentence = document.getElementById("live").dataset.said;
    if (sentence !== place.textContent) place.textContent = sentence;
  }

  document.addEventListener("htmx:beforeRequest", function (event) {
    const polls = event.detail.elt.id === "live" || event.detail.elt.id === "students";
    if (polls && (isGone || document.hidden || !event.detail.elt.checkVisibility())) event.preventDefault();
  });

  // deleted, or a colleague's who lets one in no more: asking again brings nothing
  document.addEventListener("htmx:responseError", function (event) {
    isGone = isGone || event.detail.xhr.status === 404;
  });

  document.addEventListener("htmx:beforeSwap", function (event) {
    if (event.detail.target.id !== "live") return;
    opened = [...event.detail.target.querySelectorAll("details[open]")].map((details) => details.id);
  });

  document.addEventListener("htmx:afterSwap", function (event) {
    if (event.detail.target.id !== "live") return;
    for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
    if (!waiting) waiting = setTimeout(say, Math.max(0, saidAt + REST - Date.now()));
  });

  /* On a phone the class comes first and steering is one touch away; opened, it stays open from page to page. */
  function foldSteering(steer) {
    const key = "board-steer";
    try {
      const kept = sessionStorage.getItem(key);
      steer.open = kept ? kept === "open" : !matchMedia("(max-width: 52rem)").matches;
      steer.addEventListener("toggle", () => sessionStorage.setItem(key, steer.open ? "open" : "closed"));
    } catch {
      /* storage is closed to us: it stays as the page has it */
    }
  }

  const steer = document.querySelector("details.steer");
  if (steer) foldSteering(steer);
})();
