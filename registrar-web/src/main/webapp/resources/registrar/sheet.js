"use strict";
/* The mark grid: arrows and Enter move, typing replaces, F2 edits, paste from Excel fills, every changed
   cell is stored at once and told back; Ctrl+D fills down, Ctrl+Z takes the last step back, Ctrl+Y does it
   again (steps.js). Several cells at once are selection.js. Where somebody else was quicker, Enter keeps what was
   typed here and the button takes theirs; each cell is sent with what it showed. What could not be stored waits on
   the shelf (shelf.js). */
(function () {
  const grid = document.querySelector("table.grid");
  if (!grid) return;
  const state = document.getElementById("grid-state");
  const places = window.gridPlaces(grid);
  const shelf = window.markShelf(grid, places, function (cells) { steps.step(cells); });
  let waiting = new Map();
  let sent = new Map();
  const refused = new Map();
  const held = new Map();
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
    return Array.from(grid.querySelectorAll('input[data-column="' + column + '"]:not([disabled])'));
  }
  function neighbour(input, down, right) {
    if (down) {
      const column = inputs(input.dataset.column);
      return column[column.indexOf(input) + down];
    }
    const row = Array.from(input.closest("tr").querySelectorAll("input[data-column]:not([disabled])"));
    return row[row.indexOf(input) + right];
  }
  function keyOf(input) {
    return input.closest("tr").dataset.row + " " + input.dataset.column;
  }
  function keep() {
    shelf.keep(Array.from(new Map([...refused, ...sent, ...waiting]).values()));
  }
  function changed(input) {
    input.parentElement.classList.add("saving");
    input.parentElement.classList.remove("bad");
    settle(input);
    held.delete(input);
    refused.delete(keyOf(input));
    waiting.set(keyOf(input), shelf.entry(input, input.value, Number(input.dataset.version), input.dataset.stored));
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
  const steps = window.gridSteps(put);
  const chosen = window.chosenCells(grid, places, steps.step);
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
    waiting.delete(keyOf(input));
    refused.delete(keyOf(input));
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
  // what stands there now. A cell somebody is in, or that was refused, is sent with what it showed: a mark the
  // other has typed meanwhile is then told and not overwritten
  function stored(input, value, version, typed, disputed) {
    const shown = value === null || value === undefined ? "" : String(value);
    if (waiting.has(keyOf(input))) return;
    const bad = input.parentElement.classList.contains("bad");
    if (!disputed) {
      if (bad) return;
      const inside = input === document.activeElement;
      if (typed) {
        if (inside && input.value !== typed.text) { input.dataset.stored = typed.text; input.dataset.version = version; return; }
        input.value = shown;
        input.dataset.before = shown;
      } else if (input.dataset.stored !== shown) {
        if (inside) { held.set(input, [value, version]); return; }
        input.value = shown;
        input.parentElement.classList.add("theirs");
      }
    }
    input.dataset.stored = shown;
    input.dataset.version = version;
  }
  // the student has left the sheet meanwhile: nothing more is typed in the row
  function leave(row) {
    row.classList.add("left");
    row.querySelectorAll("input[data-column]").forEach(function (input) { input.disabled = true; });
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
    const versions = new Map();
    answer.typed.forEach(function (cell) {
      const key = cell.row + " " + cell.column;
      const input = field(cell.row, cell.column);
      const box = input.parentElement;
      versions.set(String(cell.row), cell.version);
      box.classList.remove("saving", "theirs");
      if (cell.problem) {
        const kept = Object.assign({ refused: true }, done.get(key));
        if (cell.gone) { leave(input.closest("tr")); shelf.list(kept); } else refused.set(key, kept);
      } else if (waiting.has(key)) {
        // typed again while this was on its way: it follows what has just been stored
        waiting.get(key).before = done.get(key).text;
        waiting.get(key).version = cell.version;
      }
      box.classList.toggle("bad", Boolean(cell.problem));
      input.title = cell.problem || "";
      input.setAttribute("aria-invalid", cell.problem ? "true" : "false");
    });
    const disputed = new Set(answer.typed.filter(function (cell) { return cell.conflict; })
      .map(function (cell) { return cell.row + " " + cell.column; }));
    answer.rows.forEach(function (line) {
      const row = grid.querySelector('tr[data-row="' + line.id + '"]');
      row.querySelectorAll("input[data-column]").forEach(function (input) {
        const key = keyOf(input);
        stored(input, line[input.dataset.column], versions.get(String(line.id)), done.get(key), disputed.has(key));
      });
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
    shelf.restore().forEach(function (cell) {
      const input = field(cell.row, cell.column);
      if (input.value === cell.text) return;
      input.value = cell.text;
      changed(input);
      const again = waiting.get(keyOf(input));
      again.before = cell.before;
      again.version = cell.version;
    });
    keep();
  }
  grid.addEventListener("focusin", function (event) {
    const input = event.target;
    if (input.dataset.column) { input.select(); input.dataset.before = input.value; input.parentElement.classList.remove("theirs"); }
  });
  // left as it was: what the other has typed meanwhile may show
  grid.addEventListener("focusout", function (event) {
    const input = event.target;
    if (!held.has(input)) return;
    const theirs = held.get(input);
    held.delete(input);
    if (input.value === input.dataset.before) setTimeout(function () { stored(input, theirs[0], theirs[1]); });
  });
  grid.addEventListener("change", function (event) {
    const input = event.target;
    // leaving a cell tells again what Enter has told
    if (!input.dataset.column || input.value === input.dataset.before) return;
    steps.typed(input, input.dataset.before || "");
    input.dataset.before = input.value;
    changed(input);
  });
  grid.addEventListener("keydown", function (event) {
    const input = event.target;
    if (!input.dataset.column || chosen.key(event)) return;
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
        // only what is empty: marks that stand below are not overwritten by one key
        const column = inputs(input.dataset.column);
        steps.step(column.slice(column.indexOf(input) + 1).filter(function (below) { return below.value === ""; })
          .map(function (below) { return [below, input.value]; }));
      } else if (key === "y" || event.shiftKey) steps.again();
      else steps.back();
      return;
    } else return;
    event.preventDefault();
    if (event.key === "Enter" && input.dataset.theirs !== undefined && input.value === input.dataset.before) changed(input);
    if (input.value !== input.dataset.before) input.dispatchEvent(new Event("change", { bubbles: true }));
    if (next) next.focus();
  });
  window.addEventListener("beforeunload", function (event) {
    // on the way to the sign-in page nothing is lost: what was typed waits on the shelf
    if (!ended && (waiting.size || sent.size)) event.preventDefault();
  });
  grid.querySelectorAll("input[data-column]").forEach(function (input) { 
    input.dataset.stored = input.value;
    input.dataset.version = input.closest("tr").dataset.version;
  });
  const again = document.querySelector("#grid-again a");
  if (again) again.addEventListener("click", function () { waiting = new Map(); sent = new Map(); });
  restore();
})();
