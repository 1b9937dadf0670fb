/* Marking with the keyboard: Ctrl and Enter save. What is typed and not saved is not lost by a slip: the browser asks. */
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
  });

  window.addEventListener("beforeunload", function (event) {
    if (isChanged) event.preventDefault();
  });
})();
