// A field that htmx offers completions for: arrow keys walk through them, Enter takes one, Escape closes the list.

const boxOf = (element) => element.closest?.("[data-combobox]");

function show(box, open) {
  const list = box.querySelector("[role=listbox]");
  list.hidden = !open || !list.children.length;
  const input = box.querySelector("input");
  input.setAttribute("aria-expanded", String(!list.hidden));
  if (list.hidden) point(box, null);
}

function point(box, option) {
  for (const one of box.querySelectorAll("[role=option]")) one.setAttribute("aria-selected", String(one === option));
  const input = box.querySelector("input");
  if (option) {
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else {
    input.removeAttribute("aria-activedescendant");
  }
}

function take(box, option) {
  box.querySelector("input").value = option.dataset.value;
  show(box, false);
}

function steer(event) {
  const box = boxOf(event.target);
  if (!box || event.isComposing) return;
  const options = [...box.querySelectorAll("[role=option]")];
  const open = !box.querySelector("[role=listbox]").hidden;
  const at = options.findIndex((one) => one.getAttribute("aria-selected") === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && options.length) {
    show(box, true);
    point(box, options[(at + step + options.length + (at < 0 && step < 0 ? 1 : 0)) % options.length]);
  } else if (event.key === "Enter" && open && at >= 0) {
    take(box, options[at]);
  } else if (event.key === "Escape" && open) {
    show(box, false);
  } else {
    return;
  }
  event.preventDefault();
}

/** Serves every [data-combobox] of the page, also those that come later. */
export function startCombobox() {
  document.addEventListener("keydown", steer, true);
  document.addEventListener("htmx:afterSwap", (event) => {
    const box = boxOf(event.detail.target);
    // What comes after the form was sent comes too late.
    const wanted = box?.contains(document.activeElement) && !("sent" in box.dataset);
    if (box && event.detail.target.matches("[role=listbox]")) show(box, wanted);
  });
  document.addEventListener("submit", ({ target }) => {
    for (const box of target.querySelectorAll("[data-combobox]")) {
      box.dataset.sent = "";
      show(box, false);
    }
  }, true);
  document.addEventListener("input", ({ target }) => delete boxOf(target)?.dataset.sent);
  document.addEventListener("focusout", (event) => {
    const box = boxOf(event.target);
    if (box) show(box, false);
  });
  // mousedown, because the click comes after the field has lost the focus and the list is closed.
  document.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[data-combobox] [role=option]");
    if (!option) return;
    event.preventDefault();
    take(boxOf(option), option);
  });
}
