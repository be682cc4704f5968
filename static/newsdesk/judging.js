// After a judgement the next candidate that waits takes the focus, so that one key follows another.
document.addEventListener("htmx:afterSettle", (event) => {
  const judged = event.target.closest?.(".candidate.is-judged");
  if (!judged || judged.querySelector(".problem")) return;
  const rest = [...document.querySelectorAll(".candidate")];
  const next = rest.slice(rest.indexOf(judged) + 1).find((one) => !one.classList.contains("is-judged"));
  (next ?? judged).focus();
});
