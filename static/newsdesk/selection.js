// A passage selected in the text, by mouse or keyboard, can be marked as a quote or a claim, or become a card's passage.
import { selectedIn } from "./offsets.js";

const PAUSE = 120;
let last = null;

/** Shows the tools beside a selection as soon as it stands, and fills in its offsets. */
export function startSelection() {
  const tools = document.getElementById("selection-tools");
  let timer = null;
  let dragging = false;
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(() => !dragging && offer(tools), PAUSE);
  };
  document.addEventListener("selectionchange", look);
  document.addEventListener("pointerdown", (event) => {
    remember();
    dragging = event.button === 0 && !tools?.contains(event.target);
  });
  document.addEventListener("pointerup", () => {
    dragging = false;
    look();
  });
  document.addEventListener("pointercancel", () => (dragging = false));
  document.addEventListener("click", useSelection);
  // A button that took the focus would lose the selection it is about.
  tools?.addEventListener("mousedown", (event) => event.preventDefault());
  tools?.addEventListener("htmx:afterRequest", (event) => event.detail.successful && getSelection().removeAllRanges());
}

/** What is selected now; it stays known when a click somewhere else ends the selection. */
function remember() {
  const selected = selectedIn(document.getElementById("text"), getSelection());
  last = selected ?? last;
  return selected;
}

function offer(tools) {
  const selected = remember();
  if (!tools) return;
  tools.hidden = !selected;
  if (!selected || (tools.elements.start.value === String(selected.start) && tools.elements.end.value === String(selected.end))) return;
  tools.querySelector("#selection-problem").replaceChildren();
  tools.elements.start.value = selected.start;
  tools.elements.end.value = selected.end;
  place(tools);
}

function place(tools) {
  const around = tools.parentElement.getBoundingClientRect();
  const rects = getSelection().getRangeAt(0).getClientRects();
  const end = rects[rects.length - 1] ?? around;
  const left = Math.min(end.left - around.left, around.width - tools.offsetWidth);
  tools.style.top = `${end.bottom - around.top + 8}px`;
  tools.style.left = `${Math.max(0, left)}px`;
}

function useSelection(event) {
  const button = event.target.closest("[data-use-selection]");
  if (!button) return;
  const { form } = button;
  const told = form.querySelector("[data-selected]");
  if (last) {
    form.elements.start.value = last.start;
    form.elements.end.value = last.end;
  }
  told.textContent = last ? `“${last.text}”` : told.dataset.nothing;
}
