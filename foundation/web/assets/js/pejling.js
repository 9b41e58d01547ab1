// Small comforts; every page works without them.
"use strict";

// Choosing in a filter shows the result at once.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form.filters");
  if (form && event.target.matches("select, input[type=checkbox]")) form.requestSubmit();
});

// Arrow keys move between the cells of a matrix.
const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
document.addEventListener("keydown", (event) => {
  const cell = event.target.closest("table.matrix tbody td, table.matrix tbody th");
  const step = steps[event.key];
  if (!cell || !step || event.target.closest("[popover]")) return;
  const row = cell.parentElement;
  const rows = [...row.parentElement.rows];
  const next = rows[rows.indexOf(row) + step[0]]?.cells[cell.cellIndex + step[1]];
  const target = next?.querySelector("button, a");
  if (!target) return;
  event.preventDefault();
  target.focus();
});

// A form that lists errors moves there, so that it is read first.
document.getElementById("errors")?.focus();
