// The search page: the field says what is searched for, a long facet can be searched within, a narrow screen starts calm.

document.addEventListener("htmx:afterSettle", () => {
  const search = document.getElementById("search");
  const field = document.getElementById("q");
  if (field !== document.activeElement) field.value = search.dataset.q;
});

document.addEventListener("input", ({ target }) => {
  if (!target.dataset.within) return;
  const wanted = target.value.trim().toLocaleLowerCase();
  for (const value of document.getElementById(target.dataset.within).children) {
    value.hidden = !value.textContent.toLocaleLowerCase().includes(wanted);
  }
});

if (matchMedia("(max-width: 860px)").matches) {
  for (const details of document.querySelectorAll("[data-closed-when-narrow]")) details.open = false;
}
