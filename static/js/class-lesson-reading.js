/* Runs in the head, before anything is painted: the reader's own text size, spacing and layout, kept on this device. */
"use strict";

(function () {
  const root = document.documentElement;
  const names = { beside: "side by side", under: "one under the other" };

  function stored(what) {
    try {
      return localStorage.getItem(`lesson-${what}`) || "";
    } catch {
      return root.dataset[what] || "";
    }
  }

  function apply(what, value) {
    root.dataset[what] = value;
    try {
      localStorage.setItem(`lesson-${what}`, value);
    } catch {
      /* the choice lasts for this page */
    }
  }

  for (const what of ["size", "spacing", "layout"]) if (stored(what)) root.dataset[what] = stored(what);

  function show(button) {
    const values = button.dataset.values.split(" ");
    const value = values.includes(stored(button.dataset.set)) ? stored(button.dataset.set) : values[0];
    button.querySelector("[data-value]").textContent = names[value] || value;
    return values[(values.indexOf(value) + 1) % values.length];
  }

  document.addEventListener("DOMContentLoaded", function () {
    for (const button of document.querySelectorAll("[data-set]")) {
      show(button);
      button.addEventListener("click", function () {
        apply(button.dataset.set, show(button));
        show(button);
      });
    }
  });
})();
