// Where pair after pair is judged, a key only ever hits what has been seen: held keys count once, and none counts
// between a judgement and the moment when what comes next stands there.

let unseen = false;

const judging = () => document.querySelector("[data-judging]");

window.addEventListener("keydown", (event) => {
  if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!judging() || event.target.closest("input, textarea, select")) return;
  if (!unseen && !event.repeat) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, { capture: true });

document.addEventListener("submit", () => { unseen = judging() !== null; });
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.elt.closest("[data-judging]")) unseen = true;
});
// By now it is put in place and settled; a request that failed has changed nothing.
document.addEventListener("htmx:afterRequest", () => { unseen = false; });
window.addEventListener("pageshow", () => { unseen = false; });

// What comes next is read from its beginning, also where the last one was so long that one had scrolled.
document.addEventListener("htmx:afterSettle", (event) => {
  const item = event.target.closest?.("#review");
  if (item && item.getBoundingClientRect().top < 0) item.scrollIntoView({ block: "start" });
});

// After a judgement the next candidate that waits takes the focus, so that one key follows another.
document.addEventListener("htmx:afterSettle", (event) => {
  const judged = event.target.closest?.(".candidate.is-judged");
  if (!judged || judged.querySelector(".problem")) return;
  const rest = [...document.querySelectorAll(".candidate")];
  const next = rest.slice(rest.indexOf(judged) + 1).find((one) => !one.classList.contains("is-judged"));
  (next ?? judged).focus();
});
