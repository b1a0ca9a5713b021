"use strict";
/* What was typed, filled or pasted into the grid as steps: several cells changed at once are taken back as one, and
   done again. */
window.gridSteps = function (put) {
  const undo = [];
  const redo = [];

  function done(cells) {
    undo.push(cells);
    redo.length = 0;
  }
  function walk(from, to, side) {
    const last = from.pop();
    if (!last) return;
    to.push(last);
    last.forEach(function (cell) { put(cell.input, cell[side]); });
    last[0].input.focus();
  }
  return {
    // one cell that holds already what was typed
    typed: function (input, before) { done([{ input: input, before: before, after: input.value }]); },
    step: function (cells) {
      const changed = cells.filter(function (cell) { return cell[0].value !== cell[1]; })
        .map(function (cell) { return { input: cell[0], before: cell[0].value, after: cell[1] }; });
      if (!changed.length) return;
      done(changed);
      changed.forEach(function (cell) { put(cell.input, cell.after); });
    },
    back: function () { walk(undo, redo, "before"); },
    again: function () { walk(redo, undo, "after"); }
  };
};
