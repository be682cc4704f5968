// Several months of a histogram: dragged over, or extended with Shift and the arrow keys, and shown by Enter. The form of
// two months beside it sends them, so that a range is one address however it was chosen.

const TREMBLE = 5; // pixels: a hand that moves less has clicked

let dragged = null;
let extended = null;

const chartOf = (element) => element.closest?.("[data-range]");
const barsOf = (chart) => [...chart.querySelectorAll("a[id^='bar-']")];
const formOf = (chart) => document.getElementById(chart.dataset.range);
const monthOf = (bar) => bar.id.slice("bar-".length);

/** Lights the bars between two places and says which months they are. */
function light(chart, from, to) {
  const bars = barsOf(chart);
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  chart.classList.add("is-picking");
  bars.forEach((bar, place) => bar.classList.toggle("is-picked", first <= place && place <= last));
  const names = [...new Set([first, last])].map((place) => bars[place].querySelector("title").textContent.trim());
  document.getElementById("announced").textContent = names.join(" – ");
}

function darken(chart) {
  chart.classList.remove("is-picking");
  for (const bar of barsOf(chart)) bar.classList.remove("is-picked");
}

function show({ chart, from, to }) {
  const bars = barsOf(chart);
  const form = formOf(chart);
  form.elements.from.value = monthOf(bars[Math.min(from, to)]);
  form.elements.to.value = monthOf(bars[Math.max(from, to)]);
  form.requestSubmit();
}

/** The place of the bar that is nearest to the pointer. */
function nearest(chart, x) {
  const away = barsOf(chart).map((bar) => {
    const { left, right } = bar.getBoundingClientRect();
    return Math.max(left - x, x - right, 0);
  });
  return away.indexOf(Math.min(...away));
}

document.addEventListener("pointerdown", ({ target, button, isPrimary, clientX }) => {
  const chart = chartOf(target);
  if (chart && !button && isPrimary) dragged = { chart, from: nearest(chart, clientX), to: null, x: clientX };
});

document.addEventListener("pointermove", ({ clientX, pointerId }) => {
  if (!dragged || (dragged.to === null && Math.abs(clientX - dragged.x) < TREMBLE)) return;
  if (dragged.to === null) dragged.chart.setPointerCapture(pointerId);
  dragged.to = nearest(dragged.chart, clientX);
  light(dragged.chart, dragged.from, dragged.to);
});

document.addEventListener("pointerup", () => {
  if (dragged && dragged.to !== null) {
    // The click that ends a drag opens no month.
    const swallow = (event) => { event.preventDefault(); event.stopPropagation(); };
    addEventListener("click", swallow, true);
    setTimeout(() => removeEventListener("click", swallow, true));
    show(dragged);
  }
  dragged = null;
});

document.addEventListener("pointercancel", () => {
  if (dragged) darken(dragged.chart);
  dragged = null;
});
document.addEventListener("dragstart", (event) => { if (chartOf(event.target)) event.preventDefault(); });

// The arrow keys move the focus (see keys.js); here the months between are followed.
document.addEventListener("keydown", (event) => {
  const chart = chartOf(event.target);
  if (!chart || event.key === "Shift") return;
  if (event.shiftKey && event.key.startsWith("Arrow")) {
    const at = barsOf(chart).indexOf(event.target);
    extended ??= { chart, from: at, to: at };
  } else if (event.key === "Enter" && extended) {
    event.preventDefault();
    event.stopPropagation();
    show(extended);
    extended = null;
  } else if (extended) {
    darken(chart);
    extended = null;
  }
}, true);

document.addEventListener("focusin", ({ target }) => {
  if (!extended) return;
  const at = barsOf(extended.chart).indexOf(target);
  if (at >= 0) light(extended.chart, extended.from, extended.to = at);
  else {
    darken(extended.chart);
    extended = null;
  }
});
