/* Escape leaves the form that renames, as its Cancel link does. */
"use strict";

document.addEventListener("keydown", function (event) {
  if (event.key !== "Escape" || event.isComposing || !(event.target instanceof Element)) return;
  const form = event.target.closest("form.rename");
  if (form) form.querySelector("[data-cancel]").click();
});
