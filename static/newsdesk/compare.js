// Two articles side by side: each scrolls by itself where that is asked for, and bands follow from passage to passage.
// Without this script the passages stand in rows, level with each other; on a narrow screen they always do.

const SVG = "http://www.w3.org/2000/svg";
const compare = document.getElementById("compare");
const rows = document.getElementById("rows");
const together = document.getElementById("together");
const narrow = matchMedia("(max-width: 860px)");
const pairs = [...rows.children].map((row) => ({ row, cells: [...row.querySelectorAll(":scope > .cell")] }));
const numbers = [...rows.querySelectorAll('.part[id^="a-"]')].map((part) => part.id.slice(2));
const drawing = compare.appendChild(document.createElementNS(SVG, "svg"));
drawing.classList.add("bands");
drawing.setAttribute("aria-hidden", "true");
let boxes = [];

const sideOf = (side, number) => document.getElementById(`${side}-${number}`);

/** The edges of a passage as far as its box shows it; null where it is scrolled away. */
function seen(part, box) {
  const edges = part.getBoundingClientRect();
  if (!box) return edges;
  const frame = box.getBoundingClientRect();
  if (edges.bottom < frame.top || edges.top > frame.bottom) return null;
  return { left: frame.left, right: frame.right, top: Math.max(edges.top, frame.top), bottom: Math.min(edges.bottom, frame.bottom) };
}

/** A band between two passages, or a line between two that stand in rows. */
function band(one, other, origin) {
  const [left, right] = one.left < other.left ? [one, other] : [other, one];
  const [x1, x2] = [left.right - origin.left, right.left - origin.left];
  const middle = (x1 + x2) / 2;
  const curve = (from, to, y1, y2) => `${from} ${y1 - origin.top} C ${middle} ${y1 - origin.top} ${middle} ${y2 - origin.top} ${to} ${y2 - origin.top}`;
  const path = document.createElementNS(SVG, "path");
  if (boxes.length) {
    path.setAttribute("d", `M ${curve(x1, x2, left.top, right.top)} L ${curve(x2, x1, right.bottom, left.bottom)} Z`);
  } else {
    path.setAttribute("d", `M ${curve(x1, x2, (left.top + left.bottom) / 2, (right.top + right.bottom) / 2)}`);
    path.classList.add("is-line");
  }
  return path;
}

function draw() {
  drawing.replaceChildren();
  if (narrow.matches) return;
  const origin = compare.getBoundingClientRect();
  for (const number of numbers) {
    const [a, b] = [sideOf("a", number), sideOf("b", number)];
    // In rows only what moved needs a line: the others stand beside each other.
    if (!b || (!boxes.length && !a.classList.contains("part-moved"))) continue;
    const [one, other] = [seen(a, boxes[0]), seen(b, boxes[1])];
    if (one && other) drawing.append(band(one, other, origin));
  }
}

let waiting = 0;
function drawSoon() {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(draw);
}

/** Each text in a box of its own that scrolls by itself. */
function scrollApart() {
  boxes = [0, 1].map((side) => {
    const box = document.createElement("div");
    box.className = "scroll-box";
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", compare.querySelectorAll(".compare-head h2")[side].textContent);
    box.append(...pairs.map((pair) => pair.cells[side]));
    box.addEventListener("scroll", drawSoon, { passive: true });
    compare.append(box);
    return box;
  });
  for (const number of numbers) sideOf("a", number).toggleAttribute("data-item", true);
}

/** Both texts in rows again. */
function scrollTogether() {
  for (const { row, cells } of pairs) {
    row.prepend(cells[0]);
    row.append(cells[1]);
  }
  for (const box of boxes) box.remove();
  boxes = [];
  for (const number of numbers) {
    const part = sideOf("a", number);
    part.toggleAttribute("data-item", part.classList.contains("part-moved"));
  }
}

function choose(apart) {
  if (apart === boxes.length > 0) return;
  const at = document.activeElement.closest?.("[data-match], .part[id]");
  if (apart) scrollApart();
  else scrollTogether();
  compare.classList.toggle("is-apart", apart);
  together.setAttribute("aria-pressed", !apart);
  const number = at?.dataset.match ?? at?.id.slice(2);
  if (number) sideOf("a", number)?.scrollIntoView({ block: "center" });
  drawSoon();
}

together.addEventListener("click", () => choose(!boxes.length));
narrow.addEventListener("change", () => choose(false));
// One goes to a passage of the first text: the other text comes level with it, as far as either can scroll.
function level(part, other) {
  const gap = () => other.getBoundingClientRect().top - part.getBoundingClientRect().top;
  boxes[1].scrollTop += gap();
  boxes[0].scrollTop -= gap();
}

compare.addEventListener("focusin", (event) => {
  const part = boxes[0]?.contains(event.target) && event.target.closest('.part[id^="a-"]');
  const other = part && sideOf("b", part.id.slice(2));
  // After the key that brought one here has scrolled to the passage.
  if (other) requestAnimationFrame(() => boxes.length && level(part, other));
});
// The underlined words lead where their sign does.
compare.addEventListener("click", (event) => {
  const words = event.target.closest(".statement");
  if (words && getSelection().isCollapsed) document.getElementById(words.dataset.sign)?.click();
});
new ResizeObserver(drawSoon).observe(compare);
document.fonts.ready.then(drawSoon);
