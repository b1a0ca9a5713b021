"use strict";
/* The marks of a meeting by keyboard: Enter and the arrows go down and up a column, Ctrl+Enter keeps what is typed. */
(function () {
  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const keep = document.getElementById("save-next") || document.getElementById("save");
      if (keep) {
        event.preventDefault();
        keep.click();
      }
      return;
    }
    const input = event.target.closest("#marks input");
    const step = event.key === "ArrowUp" ? -1 : event.key === "Enter" || event.key === "ArrowDown" ? 1 : 0;
    if (!input || !step) return;
    event.preventDefault();
    const column = input.closest("td").cellIndex;
    const rows = Array.from(document.querySelectorAll("#marks tbody tr"));
    for (let at = rows.indexOf(input.closest("tr")) + step; at >= 0 && at < rows.length; at += step) {
      const next = rows[at].cells[column].querySelector("input");
      if (next) {
        next.focus();
        next.select();
        return;
      }
    }
  });
})();
