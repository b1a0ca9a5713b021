"use strict";
/* Several cells of the mark grid at once: Shift with an arrow or a click selects, with Ctrl up to the edge, as
   dragging does. Ctrl+D fills each column down from its first cell, Ctrl+Enter fills with what was typed, Delete
   empties, copy, cut and paste go over all of it; each is one step. */
window.chosenCells = function (grid, places, step) {
  const arrows = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
  const note = document.getElementById("grid-chosen");
  let anchor = null;
  let head = null;
  let extending = false;
  let dragging = false;
  let fresh = null;

  // first and last row and column
  function edges() {
    const one = places.of(anchor);
    const other = places.of(head);
    return [0, 1].map(function (way) { return [Math.min(one[way], other[way]), Math.max(one[way], other[way])]; });
  }
  // rows of cells; where nothing is typed there is none
  function block() {
    if (!anchor || anchor === head) return [];
    const sides = edges();
    const found = [];
    for (let row = sides[0][0]; row <= sides[0][1]; row++) {
      const line = [];
      for (let column = sides[1][0]; column <= sides[1][1]; column++) line.push(places.at(row, column));
      found.push(line);
    }
    return found;
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
    let place = places.of(head);
    let found = null;
    do {
      place = [place[0] + by[0], place[1] + by[1]];
      found = places.at(place[0], place[1]) || found;
    } while (places.rows[place[0]] && places.columns[place[1]] && (far || !found));
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
    step(filled);
  }
  function copy(event) {
    if (cells().length < 2) return false;
    event.preventDefault();
    event.clipboardData.setData("text/plain", block().map(function (line) {
      return line.map(function (input) { return input ? input.value : ""; }).join("\t");
    }).join("\n"));
    return true;
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
  grid.addEventListener("copy", copy);
  grid.addEventListener("cut", function (event) { if (copy(event)) fill(""); });
  return {
    key: key,
    // where a table is laid from, and what one value fills; nothing where no more than one cell is chosen
    corner: function () { return cells().length > 1 ? edges().map(function (side) { return side[0]; }) : null; },
    fill: fill
  };
};
