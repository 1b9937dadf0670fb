/* Runs in the head, before anything is painted: says that scripts run, and keeps the
   reader's own choice of light or dark paper. No choice means the system's. */
"use strict";

(function () {
  const root = document.documentElement;
  const order = ["auto", "light", "dark"];
  const names = { auto: "automatic", light: "light", dark: "dark" };

  function stored() {
    try {
      return localStorage.getItem("theme") || "auto";
    } catch {
      return "auto";
    }
  }

  function apply(theme) {
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    for (const label of document.querySelectorAll("[data-theme-name]")) label.textContent = names[theme];
  }

  root.classList.add("js");
  apply(stored());

  document.addEventListener("DOMContentLoaded", function () {
    apply(stored());
    for (const button of document.querySelectorAll("[data-theme-switch]")) {
      button.addEventListener("click", function () {
        const next = order[(order.indexOf(stored()) + 1) % order.length];
        try {
          localStorage.setItem("theme", next);
        } catch {
          /* storage is closed to us: the choice lasts for this page */
        }
        apply(next);
      });
    }
  });
})();
