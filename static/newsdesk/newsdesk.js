// What every page does: say when a request failed, keep the focus, menus, dialogs and the switches of the account menu.
import { startCombobox } from "./combobox.js";
import "./keys.js";

document.documentElement.classList.add("js");
startCombobox();
// Looked up anew each time: an answer of the server may replace it.
const messages = () => document.getElementById("messages");

/** Shows one sentence in the messages region. `kind` is info, success, warning or error. */
export function say(sentence, kind = "info") {
  const notice = document.getElementById("notice-template").content.firstElementChild.cloneNode(true);
  notice.classList.add(`notice-${kind}`);
  notice.querySelector(".notice-text").textContent = sentence;
  messages().append(notice);
}

function sentenceOf(xhr) {
  const page = new DOMParser().parseFromString(xhr.responseText, "text/html");
  const told = page.querySelector(".problem")?.textContent.replace(/\s+/g, " ").trim();
  return told || messages().dataset.failed;
}

// The server's own sentence where it gave one; what was typed stays, because nothing is swapped.
document.addEventListener("htmx:responseError", (event) => say(sentenceOf(event.detail.xhr), "error"));
document.addEventListener("htmx:sendError", () => say(messages().dataset.unreachable, "error"));
document.addEventListener("htmx:timeout", () => say(messages().dataset.unreachable, "error"));
document.addEventListener("htmx:beforeRequest", (event) => {
  // A poll repeats itself; only a person's own step clears what an earlier one said.
  if (!event.detail.elt.matches("[data-poll]")) messages().replaceChildren();
});

// htmx gives the focus back to an element with the same id; where that is gone, its successor is named by data-focus.
document.addEventListener("htmx:afterSettle", (event) => {
  if (document.activeElement !== document.body) return;
  // Where the whole part was replaced, htmx still names the old one: the event itself comes from the new one.
  const part = event.detail.target?.isConnected ? event.detail.target : event.target;
  (part.querySelector?.("[data-focus]") ?? part.closest?.("[data-item]"))?.focus();
});

// What was opened or closed by hand stays so when its part of the page is replaced.
let folded = new Map();
document.addEventListener("htmx:beforeSwap", () => {
  folded = new Map([...document.querySelectorAll("details[id]")].map((details) => [details.id, details.open]));
});
document.addEventListener("htmx:afterSwap", () => {
  for (const [id, open] of folded) {
    const details = document.getElementById(id);
    if (details) details.open = open;
  }
});

// A session that ended while the page was open: the sign-in page takes the whole window, never a part of it.
document.addEventListener("htmx:beforeSwap", (event) => {
  const to = new URL(event.detail.xhr.responseURL || location.href);
  if (to.pathname !== document.body.dataset.signIn || location.pathname === to.pathname) return;
  event.preventDefault();
  location.reload();
});

document.addEventListener("click", (event) => {
  const { target } = event;
  const opener = target.closest("[data-dialog]");
  if (opener) {
    event.preventDefault();
    document.getElementById(opener.dataset.dialog).showModal();
  }
  if (target.closest("[data-close]")) target.closest("dialog, .notice").matches("dialog")
    ? target.closest("dialog").close() : target.closest(".notice").remove();
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(target)) menu.open = false;
  }
  const choice = target.closest("[data-choose]");
  if (choice) choose(choice);
});

// A switch is a group of buttons; the chosen one is kept in a cookie, which the server reads for the next page.
function choose(button) {
  const [name, value] = button.dataset.choose.split("=");
  const year = 365 * 24 * 3600;
  document.cookie = `${name}=${value}; path=/; max-age=${value ? year : 0}; samesite=lax`;
  document.documentElement.dataset[name] = value;
  for (const other of button.parentElement.querySelectorAll("[data-choose]")) {
    other.setAttribute("aria-pressed", other === button);
  }
}
