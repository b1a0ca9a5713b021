"use strict";
/* What was typed and is not stored yet waits in this browser until it is stored or put away by hand, by student and
   column: a lost connection, an ended session, a sheet that was locked or handed over meanwhile loses none of it. */
window.markShelf = function (grid, places, putBack) {
  const name = "registrar-marks " + grid.dataset.sheet + " " + grid.dataset.login;
  const box = document.getElementById("grid-shelf");
  const left = new Map();

  function key(cell) { return cell.row + " " + cell.column; }
  function field(cell) {
    return grid.querySelector('tr[data-row="' + cell.row + '"] input[data-column="' + cell.column + '"]:not([disabled])');
  }
  function read() {
    try { return JSON.parse(localStorage.getItem(name) || "[]"); } catch (broken) { return []; }
  }
  function write(cells) {
    try {
      if (cells.length) localStorage.setItem(name, JSON.stringify(cells));
      else localStorage.removeItem(name);
    } catch (full) { /* without the shelf the page still stores cell by cell */ }
  }
  function keep(open) {
    open.forEach(function (cell) { left.delete(key(cell)); });
    write(Array.from(left.values()).concat(open));
    if (box) show();
  }
  function line(cell) {
    return [cell.student || "", cell.label || cell.column, cell.text];
  }
  function show() {
    box.hidden = left.size === 0;
    const list = box.querySelector("ul");
    list.textContent = "";
    left.forEach(function (cell) {
      const item = document.createElement("li");
      item.textContent = line(cell).filter(Boolean).join(" · ") || "—";
      list.appendChild(item);
    });
    box.querySelector("[data-do=copy]").hidden = !navigator.clipboard;
    box.querySelector("[data-do=put]").hidden = !Array.from(left.values()).some(field);
  }
  // to be listed: it cannot be stored as things are, or was refused
  function list(cell) {
    left.set(key(cell), cell);
  }
  // what can be stored now; everything else is listed
  function restore() {
    const again = [];
    read().forEach(function (cell) {
      if (field(cell) && !cell.refused) again.push(cell); else list(cell);
    });
    if (box) show();
    return again;
  }
  function act(event) {
    const button = event.target.closest("button[data-do]");
    if (!button) return;
    const all = Array.from(left.values());
    if (button.dataset.do === "copy") {
      const text = all.map(function (cell) { return line(cell).join("\t"); }).join("\n");
      navigator.clipboard.writeText(text).then(function () { button.textContent = button.dataset.done; });
      return;
    }
    if (button.dataset.do === "put") {
      const fit = all.filter(field);
      fit.forEach(function (cell) { left.delete(key(cell)); });
      putBack(fit.map(function (cell) { return [field(cell), cell.text]; }));
    } else {
      left.clear();
      write(read().filter(field).filter(function (cell) { return !cell.refused; }));
    }
    show();
  }
  if (box) box.addEventListener("click", act);
  return {
    keep: keep,
    list: list,
    restore: restore,
    entry: function (input, text, version, before) {
      const row = input.closest("tr");
      return {
        // a code is a text, also one of digits only
        row: grid.dataset.rows === "text" ? row.dataset.row : Number(row.dataset.row), column: input.dataset.column, text: text, version: version,
        before: before, student: places.name(row), label: places.head(input.dataset.column)
      };
    }
  };
};
