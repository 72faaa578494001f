'use strict';
// Keys: left and right walk the steps of the counterexample last in use, else of the first one; up,
// down, Home and End do so while it has the focus; d goes to the first difference; n and p go to the
// next and the previous heading.
const walks = [...document.querySelectorAll('.walk')];
let active = walks[0];

function steps(walk) {
  return [...walk.querySelectorAll('tr.step')];
}

function current(walk) {
  return steps(walk).findIndex(row => row.classList.contains('current'));
}

function apart(walk) {
  return Math.max(0, steps(walk).findIndex(row => row.classList.contains('apart')));
}

function unfold(element) {
  for (let at = element; at; at = at.parentElement) {
    if (at.tagName === 'DETAILS') {
      at.open = true;
    }
  }
}

// Scrolls within the box alone, so that a page being opened stays at its top.
function scrollBox(walk, row) {
  const from = row.offsetTop - walk.offsetTop;
  if (from < walk.scrollTop || from + row.offsetHeight > walk.scrollTop + walk.clientHeight) {
    walk.scrollTop = from - walk.clientHeight / 3;
  }
}

function mark(walk, index) {
  const all = steps(walk);
  const at = Math.max(0, Math.min(all.length - 1, index));
  all.forEach((row, i) => {
    row.classList.toggle('current', i === at);
    if (i === at) {
      row.setAttribute('aria-current', 'step');
    } else {
      row.removeAttribute('aria-current');
    }
  });
  if (all[at]) {
    scrollBox(walk, all[at]);
  }
  return all[at];
}

function show(walk, index) {
  unfold(walk);
  const row = mark(walk, index);
  if (row) {
    row.scrollIntoView({block: 'nearest'});
  }
}

function heading(direction) {
  const all = [...document.querySelectorAll('h2, h3')];
  const tops = all.map(h => Math.round(h.getBoundingClientRect().top));
  const next = direction > 0 ? tops.findIndex(top => top > 20) : tops.findLastIndex(top => top < -1);
  if (next >= 0) {
    all[next].scrollIntoView({block: 'start'});
  }
}

for (const walk of walks) {
  mark(walk, apart(walk));
  walk.addEventListener('focusin', () => { active = walk; });
  walk.addEventListener('click', event => {
    active = walk;
    const row = event.target.closest('tr.step');
    if (row) {
      mark(walk, steps(walk).indexOf(row));
    }
  });
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === 'n' || event.key === 'p') {
    heading(event.key === 'n' ? 1 : -1);
    return;
  }
  if (!active) {
    return;
  }
  const here = active.contains(document.activeElement);
  const next = {
    ArrowRight: current(active) + 1,
    ArrowLeft: current(active) - 1,
    d: apart(active),
    ...(here && {
      ArrowDown: current(active) + 1,
      ArrowUp: current(active) - 1,
      Home: 0,
      End: steps(active).length - 1,
    }),
  }[event.key];
  if (next !== undefined) {
    event.preventDefault();
    show(active, next);
  }
});

// A link into something folded unfolds it; paper has nothing to unfold.
window.addEventListener('hashchange', () => unfold(document.getElementById(location.hash.slice(1))));
unfold(document.getElementById(location.hash.slice(1)));
document.querySelectorAll('a[href^="#"]').forEach(a => a.addEventListener(
    'click', () => unfold(document.getElementById(a.getAttribute('href').slice(1)))));
window.addEventListener('beforeprint', () => {
  document.querySelectorAll('details').forEach(details => { details.open = true; });
});
