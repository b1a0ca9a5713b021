"use strict";
/* Several cells of the mark grid at once: Shift with an arrow or a click selects, with Ctrl up to the edge, as
   dragging does. Ctrl+D fills each column down from its first cell, Ctrl+Enter fills with what was typed, Delete
   empties, copy, cut and paste go over all of it; each is one step. Where a fill would overwrite marks it asks. */
window.chosenCells = function (grid, places, step) {
  const arrows = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
  const note = document.getElementById("grid-chosen");
  let anchor = null;
  let head = null;
  let extending = false;
  let dragging = false;
  let fresh = null;

  // the first and the last place of the selection
  function corners() {
    const one = places.of(anchor);
    const other = places.of(head);
    return [[Math.min(one[0], other[0]), Math.min(one[1], other[1])], [Math.max(one[0], other[0]), Math.max(one[1], other[1])]];
  }
  // something of each of its places, row by row
  function each(what) {
    if (!anchor || anchor === head) return [];
    const ends = corners();
    const found = [];
    for (let row = ends[0][0]; row <= ends[1][0]; row++) {
      const line = [];
      for (let column = ends[0][1]; column <= ends[1][1]; column++) line.push(what(row, column));
      found.push(line);
    }
    return found;
  }
  // rows of cells; where nothing is typed there is none
  function block() {
    return each(places.at);
  }
  function cells() {
    return block().flat().filter(Boolean);
  }
  function show() {
    grid.querySelectorAll("td.chosen").forEach(function (cell) { cell.classList.remove("chosen"); });
    const lines = block();
    lines.flat().filter(Boolean).forEach(function (input) { input.parentElement.classList.add("chosen"); });
    if (note) note.textContent = lines.length ? note.dataset.chosen.replace("{0}", lines.length).replace("{1}", lines[0].length) : "";
  }
  function to(input) {
    extending = true;
    head = input;
    input.focus();
    extending = false;
    show();
  }
  function from(input) {
    anchor = input;
    head = input;
    show();
  }
  function extend(by, far) {
    let place0 = places.of(head);
    let found = null;
    do {
      place0 = [place0[0] + by[0], place0[1] + by[1]];
      const next = places.at(place0[0], place0[1]);
      if (next) found = next;
    } while (places.rows[place0[0]] && places.columns[place0[1]] && (far || !found));
    if (found) to(found);
  }
  function fill(text) {
    step(cells().map(function (input) { return [input, text]; }));
  }
  function fillDown() {
    const lines = block();
    const filled = [];
    lines[0].forEach(function (first, column) {
      const source = lines.map(function (line) { return line[column]; }).find(Boolean);
      if (!source) return;
      lines.forEach(function (line) {
        if (line[column] && line[column] !== source) filled.push([line[column], source.value]);
      });
    });
    const over = filled.filter(function (cell) { return cell[0].value !== "" && cell[0].value !== cell[1]; }).length;
    const asked = document.getElementById("grid-pasted");
    if (over && asked && !window.confirm(asked.dataset.over.replace("{0}", over))) return;
    step(filled);
  }
  function copy(event) {
    if (cells().length < 2) return false;
    event.preventDefault();
    event.clipboardData.setData("text/plain", each(places.text).map(function (line) {
      return line.join("\t");
    }).join("\n"));
    return true;
  }
  // a table is laid over the places from here on, one value over all that is selected
  function paste(event) {
    const input = event.target;
    if (!input.dataset.column) return;
    const text = event.clipboardData.getData("text").replace(/\r/g, "");
    const many = cells().length > 1;
    const several = /[\t\n]/.test(text.replace(/\n$/, ""));
    if (!many && !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const laid = many && !several
      ? { cells: cells().map(function (cell) { return [cell, text.trim()]; }), left: [] }
      : places.laid(many ? corners()[0] : places.of(input), text.replace(/\n$/, ""));
    const told = document.getElementById("grid-pasted");
    if (told) {
      told.hidden = laid.left.length === 0;
      told.textContent = told.dataset.text.replace("{0}", laid.left.length).replace("{1}", laid.left.slice(0, 10).join("; "));
    }
    step(laid.cells);
  }
  // true where the key was one of several cells
  function key(event) {
    const input = event.target;
    const control = event.ctrlKey || event.metaKey;
    const arrow = arrows[event.key];
    const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    // within a text that is being edited Shift selects letters
    if (event.shiftKey && !event.altKey && arrow && (arrow[0] || whole)) {
      event.preventDefault();
      if (!anchor) from(input);
      extend(arrow, control);
      return true;
    }
    if (cells().length < 2) return false;
    const typed = input.value !== input.dataset.before;
    if ((event.key === "Delete" || event.key === "Backspace") && !typed) {
      fill("");
    } else if (control && event.key === "Enter") {
      const text = input.value;
      input.value = input.dataset.before;
      fill(text);
    } else if (control && event.key.toLowerCase() === "d") {
      if (typed) input.dispatchEvent(new Event("change", { bubbles: true }));
      fillDown();
    } else {
      if (event.key === "Escape") from(input);
      return false;
    }
    event.preventDefault();
    return true;
  }
  grid.addEventListener("focusin", function (event) {
    if (!extending && event.target.dataset.column) from(event.target);
  });
  grid.addEventListener("mousedown", function (event) {
    const input = event.target.closest("input[data-column]");
    if (!input || event.button !== 0) return;
    if (event.shiftKey && anchor) { event.preventDefault(); to(input); return; }
    dragging = true;
    if (input === document.activeElement) from(input);
    else fresh = input;
  });
  // the first click selects what stands there, so that typing replaces it; the next one edits
  grid.addEventListener("click", function (event) {
    if (event.target === fresh) fresh.select();
    fresh = null;
  });
  grid.addEventListener("mouseover", function (event) {
    const input = event.target.closest("input[data-column]");
    if (dragging && event.buttons === 1 && input && input !== head) to(input);
  });
  document.addEventListener("mouseup", function () { dragging = false; });
  // what is selected in a cell is not dragged away: dragging selects cells
  grid.addEventListener("dragstart", function (event) { event.preventDefault(); });
  grid.addEventListener("paste", paste);
  grid.addEventListener("copy", copy);
  grid.addEventListener("cut", function (event) { if (copy(event)) fill(""); });
  return { key: key };
};
