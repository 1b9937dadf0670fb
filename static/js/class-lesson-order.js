/* Putting choices in order: buttons move a line up or down, and the numbers beside the lines follow.
   Without this script the numbers are typed. */
"use strict";

(function () {
  function number(list) {
    const lines = [...list.children];
    lines.forEach(function (line, at) {
      line.querySelector("input").value = at + 1;
      line.querySelector("[data-move='-1']").disabled = at === 0;
      line.querySelector("[data-move='1']").disabled = at === lines.length - 1;
    });
  }

  function sort(list) {
    const place = (line) => Number(line.querySelector("input").value);
    list.append(...[...list.children].sort((one, other) => place(one) - place(other)));
    number(list);
  }

  function move(button) {
    const line = button.closest("li");
    const list = line.parentElement;
    if (button.dataset.move === "-1") line.previousElementSibling?.before(line);
    else line.nextElementSibling?.after(line);
    number(list);
    const other = line.querySelector(`[data-move='${button.disabled ? -button.dataset.move : button.dataset.move}']`);
    other.focus();
    const text = line.querySelector(".text").firstChild.textContent.trim();
    const at = [...list.children].indexOf(line) + 1;
    list.parentElement.querySelector("[data-moved]").textContent = `Now at place ${at}: ${text}`;
    line.querySelector("input").dispatchEvent(new Event("change", { bubbles: true }));
  }

  function sortAll() {
    for (const list of document.querySelectorAll("[data-order] .order")) sort(list);
  }

  document.addEventListener("lesson-restored", sortAll);
  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-move]");
    if (button) move(button);
  });
  document.addEventListener("change", function (event) {
    const list = event.target.closest(".order");
    if (list && event.isTrusted) {
      sort(list);
      event.target.focus();
    }
  });
  sortAll();
})();
