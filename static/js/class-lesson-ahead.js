/* Going on without a connection. At a student's own pace all tasks are fetched once, while there is a connection, and
   then shown one at a time within this page; their answers wait in class-lesson-keep.js. At the teacher's pace nothing
   is fetched ahead. A service worker could do the same after a reload, but browsers allow it on https only, which a
   classroom's own network rarely has. */
"use strict";

(function () {
  const JITTER = 3000;
  const AGAIN = 15000;
  const WORDS = {
    ready: "There is no connection just now. You can go on with all tasks: leave this page open, and your answers are sent by themselves when it is back.",
    alone: "There is no connection just now. What you answer is kept on this device until it is back: leave this page open.",
  };

  const place = document.getElementById("keeper");
  const away = document.getElementById("away");
  const desk = document.querySelector(".desk");
  const sections = new Map();
  let end = null;
  let isAsking = false;

  const current = () => desk.querySelector(":scope > .work");
  const pathOf = (address) => new URL(address, location.href).pathname;

  function keep(fetched) {
    for (const section of fetched.querySelectorAll(".work")) {
      const form = section.querySelector("form");
      if (!form) end = document.importNode(section, true);
      else if (!sections.has(pathOf(form.getAttribute("action")))) {
        sections.set(pathOf(form.getAttribute("action")), document.importNode(section, true));
      }
    }
    place.dataset.ready = "yes";
    if (!away.hidden) tellAway();
  }

  async function fetchAhead() {
    if (place.dataset.ready || isAsking) return;
    isAsking = true;
    try {
      const answer = await fetch(place.dataset.ahead, { redirect: "error" });
      if (answer.status === 200) keep(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      setTimeout(fetchAhead, AGAIN);
    } finally {
      isAsking = false;
    }
  }

  /* the tasks' numbers go along, with what is ticked */
  function carrySteps(from, to) {
    const steps = from.querySelector(".tasks");
    to.querySelector(".tasks")?.remove();
    if (steps) to.prepend(steps);
    for (const step of to.querySelectorAll("[data-step]")) {
      if (step.dataset.step === to.querySelector("form")?.dataset.task) step.setAttribute("aria-current", "step");
      else step.removeAttribute("aria-current");
    }
  }

  function turn(section) {
    const before = current();
    if (!section || section === before) return;
    carrySteps(before, section);
    before.replaceWith(section);
    document.title = `${section.dataset.title} · ${document.title.split(" · ").pop()}`;
    document.dispatchEvent(new Event("lesson-turned"));
    window.scrollTo(0, 0);
    section.querySelector("h1").focus({ preventScroll: true });
  }

  function goTo(address) {
    const section = sections.get(pathOf(address));
    if (!section) return false;
    if (pathOf(address) !== location.pathname) history.pushState(null, "", pathOf(address));
    turn(section);
    return true;
  }

  /* the answer is kept here and may take its time: on with the next task that is at hand */
  function goOn(task) {
    if (!place.dataset.ready || current().querySelector("form")?.dataset.task !== task) return;
    const all = [...new Set(sections.values())].sort((one, other) => one.dataset.place - other.dataset.place);
    const next = all[all.indexOf(current()) + 1];
    if (next) goTo(next.querySelector("form").getAttribute("action"));
    else if (end) turn(end);
  }

  function tellAway() {
    const sentence = place.dataset.ready ? WORDS.ready : WORDS.alone;
    if (away.textContent !== sentence) away.textContent = sentence;
    away.hidden = false;
  }

  function begin() {
    if (!place || !away) return;
    document.addEventListener("htmx:sendError", tellAway);
    window.addEventListener("offline", tellAway);
    document.addEventListener("htmx:afterOnLoad", () => (away.hidden = true));
    if (!place.dataset.ahead || !desk) return;
    sections.set(pathOf(current().querySelector("form").getAttribute("action")), current());
    // a lesson may begin at its own address, which after the last task leads to the end
    const begun = { path: location.pathname, section: current() };
    document.addEventListener("lesson-kept", (event) => goOn(event.detail.task));
    document.addEventListener("lesson-next", function (event) {
      if (goTo(event.detail.next)) event.preventDefault();
    });
    document.addEventListener("lesson-all-sent", function () {
      if (current() === end) location.assign(place.dataset.ahead.replace(/ahead\/$/, ""));
    });
    document.addEventListener("click", function (event) {
      const link = event.target.closest("a[data-step]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      if (goTo(link.href)) event.preventDefault();
    });
    window.addEventListener("popstate", function () {
      const section = sections.get(location.pathname);
      if (section) turn(section);
      else if (location.pathname === begun.path) turn(begun.section);
      else location.reload();
    });
    document.addEventListener("htmx:configRequest", function (event) {
      const at = current().dataset.place;
      if (event.detail.elt.id === "pulse" && at) event.detail.parameters.at = at;
    });
    window.addEventListener("online", fetchAhead);
    setTimeout(fetchAhead, Math.random() * JITTER);
  }

  begin();
})();
