/* Marking with the keyboard: Ctrl and Enter save, Alt with N and P turn to the next and the previous answer. What is typed and not saved is not lost by a slip: the browser asks. */
"use strict";

(function () {
  const form = document.querySelector("[data-unsaved]");
  let isChanged = false;

  form.addEventListener("input", function () {
    isChanged = true;
  });

  form.addEventListener("submit", function () {
    isChanged = false;
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    const turn = event.altKey && { KeyN: "next", KeyP: "prev" }[event.code];
    const link = turn && document.querySelector(`.turn [rel="${turn}"]`);
    if (!link) return;
    event.preventDefault();
    link.click();
  });

  window.addEventListener("beforeunload", function (event) {
    if (isChanged) event.preventDefault();
  });
})();
