// Keys: an element with data-key is clicked (a field: focused) by that key, or by that of its data-also. Never while typing; off where a person says so.

const FIELDS = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";

const shown = (element) => element.checkVisibility() && !element.disabled;

/** The visible elements that match, those of the open dialog only where one is open. */
function all(selector) {
  const scope = document.querySelector("dialog[open]") ?? document;
  return [...scope.querySelectorAll(selector)].filter(shown);
}

/** The element that a key means: inside the focused item first, then on the page. */
function meant(key) {
  const selector = `[data-key="${CSS.escape(key)}"], [data-also="${CSS.escape(key)}"]`;
  const item = document.activeElement.closest("[data-item]");
  return [...(item?.querySelectorAll(selector) ?? [])].find(shown) ?? all(selector)[0];
}

function focusItem(step) {
  const items = all("[data-item]");
  const at = items.indexOf(document.activeElement.closest("[data-item]"));
  const next = items[at === -1 && step < 0 ? items.length - 1 : at + step];
  if (!next) return false;
  if (next.tabIndex < 0) next.tabIndex = -1;
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

function openItem() {
  const item = document.activeElement;
  if (!item.matches("[data-item]") || item.matches("a, button, summary")) return false;
  (item.querySelector("[data-open]") ?? item.querySelector("a[href], button"))?.click();
  return true;
}

function backOut() {
  const menu = document.querySelector("details.menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
    return true;
  }
  if (document.activeElement.matches(FIELDS)) {
    document.activeElement.blur();
    return true;
  }
  return press("Escape");
}

function press(key) {
  const element = meant(key);
  if (!element) return false;
  if (element.matches(FIELDS)) {
    element.focus();
    element.select?.();
  } else {
    element.click();
    document.getElementById(element.dataset.then)?.focus();
  }
  return true;
}

function walk(event) {
  const group = document.activeElement.closest("[data-arrows]");
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!group || !step) return false;
  const links = [...group.querySelectorAll("a[href], button")].filter(shown);
  const forward = getComputedStyle(group).direction === "rtl" ? -step : step;
  links[links.indexOf(document.activeElement) + forward]?.focus();
  return true;
}

const MOVES = { j: () => focusItem(1), k: () => focusItem(-1) };

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.matches(FIELDS);
  let done = false;
  if (event.key === "Escape") done = !document.querySelector("dialog[open]") && backOut();
  else if (typing) return;
  else if (event.key.startsWith("Arrow")) done = walk(event);
  else if (event.key === "Enter") done = openItem();
  else if (document.documentElement.dataset.keys === "off" || event.key.length > 1) return;
  else done = MOVES[event.key]?.() || press(event.key);
  if (done) event.preventDefault();
});
