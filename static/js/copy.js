/* A button that copies what a field holds; where the browser refuses, the field is selected for the person to copy. */
"use strict";

document.addEventListener("click", async function (event) {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.done;
    document.getElementById("messages").textContent = button.dataset.done;
  } catch {
    field.focus();
  }
});
