'use strict';
// Walks the steps of a counterexample with the arrow keys: the table that was last in use, else the
// first one.
const tables = [...document.querySelectorAll('table.steps')];
let active = tables[0];

function rows(table) {
  return [...table.querySelectorAll('tbody tr')];
}

function show(table, index) {
  const all = rows(table);
  const at = Math.max(0, Math.min(all.length - 1, index));
  all.forEach((row, i) => {
    row.classList.toggle('current', i === at);
    row.setAttribute('aria-current', i === at ? 'step' : 'false');
  });
  if (all[at]) {
    all[at].scrollIntoView({block: 'nearest'});
  }
}

function current(table) {
  return rows(table).findIndex(row => row.classList.contains('current'));
}

for (const table of tables) {
  table.addEventListener('focusin', () => { active = table; });
  table.addEventListener('click', event => {
    active = table;
    const row = event.target.closest('tbody tr');
    if (row) {
      show(table, rows(table).indexOf(row));
    }
  });
}

document.addEventListener('keydown', event => {
  if (!active || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const last = rows(active).length - 1;
  const apart = rows(active).findIndex(row => row.classList.contains('apart'));
  const next = {
    ArrowRight: current(active) + 1,
    ArrowLeft: current(active) - 1,
    ArrowDown: current(active) + 1,
    ArrowUp: current(active) - 1,
    Home: 0,
    End: last,
    d: Math.max(0, apart),
  }[event.key];
  if (next !== undefined) {
    event.preventDefault();
    show(active, next);
  }
});
