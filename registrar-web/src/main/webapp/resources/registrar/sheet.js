"use strict";
/* The mark grid: arrows and Enter move, typing replaces, paste from Excel fills, every changed cell is
   stored at once and told back; Ctrl+Z takes back, Ctrl+D fills down. */
(function () {
  const grid = document.querySelector("table.grid");
  if (!grid) return;
  const state = document.getElementById("grid-state");
  const undo = [];
  let waiting = new Map();
  let timer = null;
  let busy = false;

  function inputs(column) {
    return Array.from(grid.querySelectorAll('input[data-column="' + column + '"]'));
  }
  function neighbour(input, down, right) {
    if (down) {
      const column = inputs(input.dataset.column);
      return column[column.indexOf(input) + down];
    }
    const row = Array.from(input.closest("tr").querySelectorAll("input[data-column]"));
    return row[row.indexOf(input) + right];
  }
  function changed(input) {
    const row = input.closest("tr");
    input.parentElement.classList.add("saving");
    input.parentElement.classList.remove("bad");
    waiting.set(row.dataset.row + " " + input.dataset.column, {
      row: Number(row.dataset.row), column: input.dataset.column, text: input.value, version: Number(row.dataset.version)
    });
    clearTimeout(timer);
    timer = setTimeout(store, 250);
    if (state) state.textContent = state.dataset.saving;
  }
  function store() {
    if (busy || waiting.size === 0) return;
    busy = true;
    const cells = Array.from(waiting.values());
    waiting = new Map();
    window.storeCells([{ name: "cells", value: JSON.stringify(cells) }]);
  }
  // called by the page when the server has answered
  window.cellsStored = function (xhr, status, args) {
    busy = false;
    const answer = args && args.answer ? JSON.parse(args.answer) : null;
    if (!answer) { if (state) state.textContent = state.dataset.failed; return; }
    answer.typed.forEach(function (cell) {
      const row = grid.querySelector('tr[data-row="' + cell.row + '"]');
      const input = row.querySelector('input[data-column="' + cell.column + '"]');
      input.parentElement.classList.remove("saving");
      input.title = cell.problem || "";
      input.setAttribute("aria-invalid", cell.problem ? "true" : "false");
      input.parentElement.classList.toggle("bad", Boolean(cell.problem));
      row.dataset.version = cell.version;
    });
    answer.rows.forEach(function (line) {
      const row = grid.querySelector('tr[data-row="' + line.id + '"]');
      ["rating", "percent", "sign", "digital", "traditional"].forEach(function (part) {
        const cell = row.querySelector('[data-part="' + part + '"]');
        if (cell) cell.textContent = line[part] === null || line[part] === undefined ? "" : line[part];
      });
      row.classList.toggle("failed", line.failed);
    });
    const bad = grid.querySelectorAll("td.bad").length;
    if (state) state.textContent = bad ? state.dataset.bad.replace("{0}", bad) : state.dataset.saved;
    const missing = document.getElementById("grid-missing");
    if (missing) missing.textContent = answer.missing;
    if (waiting.size) store();
  };
  grid.addEventListener("focusin", function (event) {
    const input = event.target;
    if (input.dataset.column) { input.select(); input.dataset.before = input.value; }
  });
  grid.addEventListener("change", function (event) {
    const input = event.target;
    if (!input.dataset.column) return;
    undo.push([input, input.dataset.before]);
    changed(input);
  });
  grid.addEventListener("keydown", function (event) {
    const input = event.target;
    if (!input.dataset.column) return;
    let next = null;
    if (event.key === "ArrowDown" || event.key === "Enter") next = neighbour(input, 1, 0);
    else if (event.key === "ArrowUp") next = neighbour(input, -1, 0);
    else if (event.key === "ArrowRight" && input.selectionStart === input.value.length) next = neighbour(input, 0, 1);
    else if (event.key === "ArrowLeft" && input.selectionEnd === 0) next = neighbour(input, 0, -1);
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      const last = undo.pop();
      if (last) { event.preventDefault(); last[0].value = last[1] || ""; changed(last[0]); last[0].focus(); }
      return;
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "d") {
      event.preventDefault();
      let below = neighbour(input, 1, 0);
      while (below) { undo.push([below, below.value]); below.value = input.value; changed(below); below = neighbour(below, 1, 0); }
      return;
    } else if (event.key === "Enter") { event.preventDefault(); return; } else return;
    event.preventDefault();
    if (next) { if (input.value !== input.dataset.before) input.dispatchEvent(new Event("change", { bubbles: true })); next.focus(); }
  });
  grid.addEventListener("paste", function (event) {
    const input = event.target;
    const text = (event.clipboardData || window.clipboardData).getData("text");
    if (!input.dataset.column || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    let line = input;
    text.replace(/\r/g, "").replace(/\n$/, "").split("\n").forEach(function (words) {
      let cell = line;
      words.split("\t").forEach(function (word) {
        if (cell) { undo.push([cell, cell.value]); cell.value = word.trim(); changed(cell); cell = neighbour(cell, 0, 1); }
      });
      if (line) line = neighbour(line, 1, 0);
    });
  });
  window.addEventListener("beforeunload", function (event) {
    if (waiting.size || busy) event.preventDefault();
  });
})();
