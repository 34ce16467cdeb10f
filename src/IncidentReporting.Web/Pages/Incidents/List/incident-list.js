// While a row of the table has focus, j and k, or the arrows, move to the next and the one before.
"use strict";

(() => {
  const table = document.querySelector("[data-move]");
  if (!table) {
    return;
  }

  const steps = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
  table.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.key in steps)) {
      return;
    }

    const links = [...table.querySelectorAll("tbody th a")];
    const next = links[links.indexOf(document.activeElement) + steps[event.key]];
    if (next) {
      next.focus();
      event.preventDefault();
    }
  });
  table.parentElement.parentElement.querySelector("[data-move-help]").hidden = false;
})();
