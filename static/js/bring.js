/* Files dropped on the form of an import go into its file field; it says how many, and how far they are sent.
   Without this script the field and the form work by themselves. */
"use strict";

(function () {
  const form = () => document.getElementById("import-form");
  const holder = (event) => event.target instanceof Element && event.target.closest("[data-many]");

  function sizeOf(files) {
    return Array.from(files).reduce((sum, file) => sum + file.size, 0);
  }

  function say(size) {
    return size >= 1e6 ? `${(size / 1e6).toFixed(1)} MB` : `${Math.ceil(size / 1e3)} kB`;
  }

  function tell() {
    const files = form().querySelector("[type=file]").files;
    const size = sizeOf(files);
    const tooMuch = size > Number(form().dataset.mostBytes);
    form().querySelector("[data-chosen]").textContent = !files.length ? ""
      : tooMuch ? `These are ${say(size)}; ${form().dataset.mostSaid} is the most at once. Choose fewer files.`
      : `${say(size)} in all.`;
    form().querySelector("[type=submit]").disabled = tooMuch;
  }

  document.addEventListener("dragover", function (event) {
    if (!holder(event) || !Array.from(event.dataTransfer.types).includes("Files")) return;
    event.preventDefault();
    holder(event).setAttribute("data-held", "");
  });

  document.addEventListener("dragleave", function (event) {
    const held = holder(event);
    if (held && !held.contains(event.relatedTarget)) held.removeAttribute("data-held");
  });

  document.addEventListener("drop", function (event) {
    const held = holder(event);
    if (!held) return;
    held.removeAttribute("data-held");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    const field = held.querySelector("[type=file]");
    const all = new DataTransfer();
    for (const file of [...field.files, ...event.dataTransfer.files]) all.items.add(file);
    field.files = all.files;
    tell();
  });

  document.addEventListener("change", function (event) {
    if (event.target.matches("#import-form [type=file]")) tell();
  });

  document.addEventListener("htmx:xhr:progress", function (event) {
    const bar = form()?.querySelector("[data-sending]");
    if (!bar || !event.detail.lengthComputable) return;
    bar.hidden = false;
    bar.value = (100 * event.detail.loaded) / event.detail.total;
  });
})();
