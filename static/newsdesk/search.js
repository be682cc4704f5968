// The search page: the field says what is searched for, months are chosen by dragging, a narrow screen starts calm.
import "./histogram.js";

document.addEventListener("htmx:afterSettle", () => {
  const search = document.getElementById("search");
  const field = document.getElementById("q");
  if (field !== document.activeElement) field.value = search.dataset.q;
});

if (matchMedia("(max-width: 860px)").matches) {
  for (const details of document.querySelectorAll("[data-closed-when-narrow]")) details.open = false;
}
