/* Files dropped on a side of the compare form go into that side's file field. Without this
   script the field works by itself. Listens on the document, so a form that is swapped in works too. */
"use strict";

(function () {
  function sideOf(event) {
    const holdsFiles = event.dataTransfer && Array.from(event.dataTransfer.types).includes("Files");
    return holdsFiles && event.target instanceof Element ? event.target.closest("[data-drop]") : null;
  }

  function tell(side) {
    side.querySelector("[data-file-note]").hidden = side.querySelector("[type=file]").files.length === 0;
  }

  function letGo() {
    for (const side of document.querySelectorAll("[data-held]")) side.removeAttribute("data-held");
  }

  document.addEventListener("dragover", function (event) {
    const side = sideOf(event);
    if (!side) return;
    event.preventDefault();
    side.setAttribute("data-held", "");
  });

  document.addEventListener("dragleave", function (event) {
    const side = sideOf(event);
    if (side && !side.contains(event.relatedTarget)) letGo();
  });

  document.addEventListener("drop", function (event) {
    const side = sideOf(event);
    letGo();
    if (!side || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    const one = new DataTransfer();
    one.items.add(event.dataTransfer.files[0]);
    side.querySelector("[type=file]").files = one.files;
    tell(side);
  });

  document.addEventListener("change", function (event) {
    const side = event.target.matches("[type=file]") && event.target.closest("[data-drop]");
    if (side) tell(side);
  });

  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-file-remove]");
    if (!button) return;
    const side = button.closest("[data-drop]");
    side.querySelector("[type=file]").value = "";
    tell(side);
    side.querySelector("[type=file]").focus();
  });
})();
