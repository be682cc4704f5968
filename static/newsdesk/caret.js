// Caret mode: the arrow keys move a caret through the text (Ctrl: by word), Shift extends the selection, Esc leaves.

const text = () => document.getElementById("text");
let caret = null;

/** The switch that has `v` for its key turns the mode on and off. */
export function startCaret() {
  document.addEventListener("click", (event) => {
    if (event.target.closest("#caret-switch")) caret ? leave() : enter();
  });
  // Before all other keys: in this mode the arrows belong to the caret.
  document.addEventListener("keydown", (event) => caret && document.activeElement === text() && steer(event), true);
  document.addEventListener("selectionchange", () => caret && draw());
  document.addEventListener("focusin", (event) => {
    if (caret && !event.target.closest("#text, #selection-tools, #caret-switch")) leave();
  });
  document.addEventListener("htmx:afterSettle", () => caret && document.activeElement !== text() && leave());
  addEventListener("resize", () => caret && draw());
}

function enter() {
  const selection = getSelection();
  caret = document.createElement("div");
  caret.className = "caret";
  document.getElementById("reading").append(caret);
  text().focus({ preventScroll: true });
  if (!text().contains(selection.focusNode)) selection.collapse(...beginning());
  pressed(true);
  draw();
}

function leave() {
  caret.remove();
  caret = null;
  pressed(false);
  if (getSelection().isCollapsed) getSelection().removeAllRanges();
}

const pressed = (on) => document.getElementById("caret-switch")?.setAttribute("aria-pressed", on);

/** Where the caret starts: at the statement one is at, else at the first line in sight. */
function beginning() {
  const lit = text().querySelector("mark.is-lit");
  const seen = [...text().querySelectorAll("[data-start]")].find((one) => one.getBoundingClientRect().bottom > 0);
  const words = document.createTreeWalker(lit ?? seen ?? text(), NodeFilter.SHOW_TEXT).nextNode();
  return [words ?? text(), 0];
}

function steer(event) {
  if (event.altKey || event.metaKey) return;
  if (event.key === "Escape") {
    event.preventDefault();
    leave();
    return;
  }
  const unit = event.ctrlKey ? "word" : "character";
  const edge = event.ctrlKey ? "documentboundary" : "lineboundary";
  const step = {
    ArrowLeft: ["left", unit],
    ArrowRight: ["right", unit],
    ArrowUp: ["backward", "line"],
    ArrowDown: ["forward", "line"],
    Home: ["backward", edge],
    End: ["forward", edge],
  }[event.key];
  if (!step) return;
  event.preventDefault();
  const selection = getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  selection.modify(event.shiftKey ? "extend" : "move", ...step);
  if (!text().contains(selection.focusNode)) selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  draw();
}

function draw() {
  const selection = getSelection();
  if (!text().contains(selection.focusNode)) return;
  const around = document.getElementById("reading").getBoundingClientRect();
  const place = placeOf(selection.focusNode, selection.focusOffset);
  caret.style.top = `${place.top - around.top}px`;
  caret.style.left = `${place.x - around.left}px`;
  caret.style.height = `${place.height}px`;
  if (place.top < 0 || place.bottom > innerHeight) caret.scrollIntoView({ block: "nearest" });
}

/** Where on the screen a point of the text is; an empty range may have no place, then the character after it has. */
function placeOf(node, offset) {
  const range = document.createRange();
  range.setStart(node, offset);
  let [rect] = range.getClientRects();
  if (!rect && node.nodeType === Node.TEXT_NODE && offset < node.length) {
    range.setEnd(node, offset + 1);
    [rect] = range.getClientRects();
  }
  rect ??= (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).getBoundingClientRect();
  const rightToLeft = text().dir === "rtl" && !range.collapsed;
  return { x: rightToLeft ? rect.right : rect.left, top: rect.top, bottom: rect.bottom, height: rect.height };
}
