/* Marking with the keyboard: Ctrl and Enter save, Alt with N and P turn to the next and the previous answer. What is typed and not saved is not lost by a slip: the browser asks. */
"use strict";

(function () {
  const form = document.querySelector("[data-unsaved]");
  let isChanged = false;

  // Where answer and form stand side by side one can begin to type; on a phone the answer must stay in sight.
  if (matchMedia("(min-width: 50rem)").matches) form.querySelector("[type=number]").focus({ preventScroll: true });

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
