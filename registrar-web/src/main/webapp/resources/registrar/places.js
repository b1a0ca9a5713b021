"use strict";
/* Where things stand in the mark grid: its rows and the columns that are typed, whether or not a cell of them takes
   entry in this row. A pasted table is laid over these places and never over "the next cell that takes entry":
   who has left, or takes a control alone, keeps the line of the table. */
window.gridPlaces = function (grid) {
  const rows = Array.from(grid.querySelectorAll("tbody tr[data-row]"));
  const heads = Array.from(grid.querySelectorAll("thead th"));
  const found = new Map();
  grid.querySelectorAll("tbody td[data-place]").forEach(function (cell) {
    if (!found.has(cell.dataset.place)) found.set(cell.dataset.place, cell.cellIndex);
  });
  const columns = Array.from(found.keys()).sort(function (a, b) { return found.get(a) - found.get(b); });

  function cell(row, column) {
    return rows[row] && column < columns.length ? rows[row].querySelector('td[data-place="' + columns[column] + '"]') : null;
  }
  function at(row, column) {
    const place = cell(row, column);
    return place ? place.querySelector("input[data-column]:not([disabled])") : null;
  }
  function of(input) {
    return [rows.indexOf(input.closest("tr")), columns.indexOf(input.dataset.column)];
  }
  // what a cell shows, whether or not it takes entry
  function text(row, column) {
    const input = at(row, column);
    const closed = input ? null : cell(row, column);
    return input ? input.value : closed ? closed.textContent.trim() : "";
  }
  function name(row) {
    return row.cells[row.cells.length > 3 ? 1 : 0].textContent.trim();
  }
  function head(column) {
    const place = heads[found.get(column)];
    return place ? place.textContent.trim() : column;
  }
  // what of a table from a place on has a cell, and what has none: a line too many, a column too many, a closed cell
  function laid(start, table) {
    const cells = [];
    const left = [];
    table.split("\n").forEach(function (words, down) {
      words.split("\t").forEach(function (word, right) {
        const text = word.trim();
        const input = at(start[0] + down, start[1] + right);
        if (input) { cells.push([input, text]); return; }
        const closed = cell(start[0] + down, start[1] + right);
        if (!text || closed && closed.textContent.trim() === text) return;
        left.push(closed ? name(rows[start[0] + down]) + ": " + text : text);
      });
    });
    return { cells: cells, left: left };
  }
  return { rows: rows, columns: columns, at: at, of: of, text: text, name: name, head: head, laid: laid };
};
