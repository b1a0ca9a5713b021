"use strict";
/* The mark grid: arrows and Enter move, typing replaces, F2 edits, paste from Excel fills, every changed
   cell is stored at once and told back; Ctrl+D fills down, Ctrl+Z takes the last step back, Ctrl+Y does it
   again. Where somebody else was quicker, Enter keeps what was typed here and the button takes theirs. What
   could not be stored (no connection, the session has ended) waits in this browser and is stored when the
   sheet is opened again. */
(function () {
  const grid = document.querySelector("table.grid");
  if (!grid) return;
  const state = document.getElementById("grid-state");
  const shelf = "registrar-marks " + grid.dataset.sheet + " " + grid.dataset.login;
  const undo = [];
  const redo = [];
  let waiting = new Map();
  let sent = new Map();
  let timer = null;
  let ended = false;

  function say(text, bad) {
    if (!state) return;
    state.textContent = text;
    state.classList.toggle("warn", Boolean(bad));
  }
  function field(row, column) {
    return grid.querySelector('tr[data-row="' + row + '"] input[data-column="' + column + '"]');
  }
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
  function keep() {
    const open = Array.from(new Map([...sent, ...waiting]).values());
    try {
      if (open.length) localStorage.setItem(shelf, JSON.stringify(open));
      else localStorage.removeItem(shelf);
    } catch (full) { /* without the shelf the page still stores cell by cell */ }
  }
  function changed(input) {
    const row = input.closest("tr");
    input.parentElement.classList.add("saving");
    input.parentElement.classList.remove("bad");
    settle(input);
    waiting.set(row.dataset.row + " " + input.dataset.column, {
      row: Number(row.dataset.row), column: input.dataset.column, text: input.value,
      version: Number(row.dataset.version), before: input.dataset.stored
    });
    keep();
    clearTimeout(timer);
    timer = setTimeout(store, 250);
    say(state && state.dataset.saving);
  }
  function put(input, value) {
    input.value = value;
    input.dataset.before = value;
    changed(input);
  }
  // changes several cells as one step, so that they are taken back as one
  function step(cells) {
    const done = cells.filter(function (cell) { return cell[0].value !== cell[1]; })
      .map(function (cell) { return { input: cell[0], before: cell[0].value, after: cell[1] }; });
    if (!done.length) return;
    undo.push(done);
    redo.length = 0;
    done.forEach(function (cell) { put(cell.input, cell.after); });
  }
  function walk(from, to, side) {
    const last = from.pop();
    if (!last) return;
    to.push(last);
    last.forEach(function (cell) { put(cell.input, cell[side]); });
    last[0].input.focus();
  }
  function settle(input) {
    const choice = input.parentElement.querySelector("button.take");
    if (choice) choice.remove();
    delete input.dataset.theirs;
  }
  function taken(input) {
    input.value = input.dataset.theirs;
    input.dataset.before = input.value;
    input.dataset.stored = input.value;
    input.title = "";
    input.setAttribute("aria-invalid", "false");
    input.parentElement.classList.remove("bad");
    settle(input);
    waiting.delete(input.closest("tr").dataset.row + " " + input.dataset.column);
    keep();
    tell();
    input.focus();
  }
  // what somebody else typed meanwhile stands beside what was typed here, to be taken
  function offer(input) {
    settle(input);
    input.dataset.theirs = input.dataset.stored;
    const choice = document.createElement("button");
    choice.type = "button";
    choice.className = "take";
    choice.textContent = input.dataset.stored || "—";
    choice.title = state ? state.dataset.take : "";
    choice.setAttribute("aria-label", choice.title + ": " + choice.textContent);
    choice.addEventListener("click", function () { taken(input); });
    input.parentElement.appendChild(choice);
  }
  function tell() {
    const bad = grid.querySelectorAll("td.bad");
    say(bad.length ? state.dataset.bad.replace("{0}", bad.length) + " " + bad[0].firstElementChild.title : state.dataset.saved, bad.length);
  }
  function store() {
    if (sent.size || waiting.size === 0) return;
    sent = waiting;
    waiting = new Map();
    window.storeCells([{ name: "cells", value: JSON.stringify(Array.from(sent.values())) }]);
  }
  function failed(xhr) {
    waiting = new Map([...sent, ...waiting]);
    sent = new Map();
    keep();
    const text = (xhr && xhr.responseText) || "";
    if (xhr && xhr.status === 0) {
      say(state && state.dataset.failed, true);
      clearTimeout(timer);
      timer = setTimeout(store, 5000);
    } else if (text.indexOf("sign-in") >= 0 || (xhr && (xhr.status === 401 || xhr.status === 403))) {
      say(state && state.dataset.ended, true);
      const again = document.getElementById("grid-again");
      if (again) again.hidden = false;
    } else {
      say(state && state.dataset.refused, true);
    }
  }
  function stored(input, value) {
    const shown = value === null || value === undefined ? "" : String(value);
    const mine = input.closest("tr").dataset.row + " " + input.dataset.column;
    if (waiting.has(mine) || input.parentElement.classList.contains("bad")) { input.dataset.stored = shown; return; }
    if (input.dataset.stored !== shown && input !== document.activeElement) {
      input.value = shown;
      input.parentElement.classList.add("theirs");
    }
    input.dataset.stored = shown;
  }
  // called by the page before it follows an answer that leads elsewhere, to the sign-in page
  window.cellsAnswered = function (xhr) {
    if (xhr.responseText.indexOf("<redirect") >= 0) ended = true;
  };
  // called by the page when the server has answered
  window.cellsStored = function (xhr, status, args) {
    const answer = args && args.answer ? JSON.parse(args.answer) : null;
    if (!answer) { failed(xhr); return; }
    const done = sent;
    sent = new Map();
    answer.typed.forEach(function (cell) {
      const key = cell.row + " " + cell.column;
      // typed again while this was on its way: it follows what has just been stored
      if (!cell.problem && waiting.has(key)) {
        waiting.get(key).before = done.get(key).text;
        waiting.get(key).version = cell.version;
      }
      const input = field(cell.row, cell.column);
      const box = input.parentElement;
      box.classList.remove("saving", "theirs");
      box.classList.toggle("bad", Boolean(cell.problem));
      input.title = cell.problem || "";
      input.setAttribute("aria-invalid", cell.problem ? "true" : "false");
      input.closest("tr").dataset.version = cell.version;
    });
    answer.rows.forEach(function (line) {
      const row = grid.querySelector('tr[data-row="' + line.id + '"]');
      row.querySelectorAll("input[data-column]").forEach(function (input) { stored(input, line[input.dataset.column]); });
      ["rating", "percent", "sign", "digital", "traditional"].forEach(function (part) {
        const cell = row.querySelector('[data-part="' + part + '"]');
        if (cell) cell.textContent = line[part] === null || line[part] === undefined ? "" : line[part];
      });
      row.classList.toggle("failed", line.failed);
    });
    answer.typed.forEach(function (cell) {
      const input = field(cell.row, cell.column);
      if (cell.conflict && !waiting.has(cell.row + " " + cell.column)) offer(input); else settle(input);
    });
    keep();
    tell();
    const missing = document.getElementById("grid-missing");
    if (missing) missing.textContent = answer.missing;
    if (waiting.size) store();
  };
  function restore() {
    let kept = [];
    try { kept = JSON.parse(localStorage.getItem(shelf) || "[]"); } catch (broken) { kept = []; }
    const lost = [];
    kept.forEach(function (cell) {
      const input = field(cell.row, cell.column);
      if (!input) { lost.push(cell.text); return; }
      if (input.value === cell.text) return;
      input.value = cell.text;
      changed(input);
      const key = cell.row + " " + cell.column;
      waiting.get(key).before = cell.before;
      waiting.get(key).version = cell.version;
    });
    if (lost.length) { say(state && state.dataset.lost.replace("{0}", lost.join(", ")), true); localStorage.removeItem(shelf); }
  }
  grid.addEventListener("focusin", function (event) {
    const input = event.target;
    if (input.dataset.column) { input.select(); input.dataset.before = input.value; input.parentElement.classList.remove("theirs"); }
  });
  grid.addEventListener("change", function (event) {
    const input = event.target;
    // leaving a cell tells again what Enter has told
    if (!input.dataset.column || input.value === input.dataset.before) return;
    undo.push([{ input: input, before: input.dataset.before || "", after: input.value }]);
    redo.length = 0;
    input.dataset.before = input.value;
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
    else if (event.key === "Escape") { input.value = input.dataset.before || ""; return; }
    else if (event.key === "F2") { event.preventDefault(); input.setSelectionRange(input.value.length, input.value.length); return; }
    else if (event.key === "Home" && event.ctrlKey) next = inputs(input.dataset.column)[0];
    else if (event.key === "End" && event.ctrlKey) next = inputs(input.dataset.column).pop();
    else if (event.ctrlKey || event.metaKey) {
      const key = event.key.toLowerCase();
      if (key === "z" || key === "y" || key === "d") event.preventDefault(); else return;
      // what is being typed is a step of its own
      if (input.value !== input.dataset.before) input.dispatchEvent(new Event("change", { bubbles: true }));
      if (key === "d") {
        const column = inputs(input.dataset.column);
        step(column.slice(column.indexOf(input) + 1).map(function (below) { return [below, input.value]; }));
      } else if (key === "y" || event.shiftKey) walk(redo, undo, "after");
      else walk(undo, redo, "before");
      return;
    } else return;
    event.preventDefault();
    if (event.key === "Enter" && input.dataset.theirs !== undefined && input.value === input.dataset.before) changed(input);
    if (input.value !== input.dataset.before) input.dispatchEvent(new Event("change", { bubbles: true }));
    if (next) next.focus();
  });
  grid.addEventListener("paste", function (event) {
    const input = event.target;
    const text = (event.clipboardData || window.clipboardData).getData("text");
    if (!input.dataset.column || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const cells = [];
    let line = input;
    text.replace(/\r/g, "").replace(/\n$/, "").split("\n").forEach(function (words) {
      let cell = line;
      words.split("\t").forEach(function (word) {
        if (cell) { cells.push([cell, word.trim()]); cell = neighbour(cell, 0, 1); }
      });
      if (line) line = neighbour(line, 1, 0);
    });
    step(cells);
  });
  window.addEventListener("beforeunload", function (event) {
    // on the way to the sign-in page nothing is lost: what was typed waits on the shelf
    if (!ended && (waiting.size || sent.size)) event.preventDefault();
  });
  grid.querySelectorAll("input[data-column]").forEach(function (input) { input.dataset.stored = input.value; });
  const again = document.querySelector("#grid-again a");
  if (again) again.addEventListener("click", function () { waiting = new Map(); sent = new Map(); });
  restore();
})();
