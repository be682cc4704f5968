// Finding within an article: from one place to the next without asking the server again; Enter in the field goes on too.

const marks = (number) => document.querySelectorAll(`#text mark[data-hit="${number}"]`);

/** The place one is at comes into sight. */
export function showPlace() {
  document.querySelector("#text mark.is-current")?.scrollIntoView({ block: "center" });
}

function step(by) {
  const place = document.getElementById("place");
  if (!place) return;
  const total = Number(document.getElementById("places").dataset.total);
  const at = Number(place.textContent);
  const next = ((at - 1 + by + total) % total) + 1;
  for (const mark of marks(at)) mark.classList.remove("is-current");
  for (const mark of marks(next)) mark.classList.add("is-current");
  place.textContent = next;
  showPlace();
}

export function startPlaces() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-step]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    step(Number(link.dataset.step));
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    const field = document.getElementById("find");
    if (event.detail.elt !== field?.form || !field.value.trim() || field.value.trim() !== field.dataset.shown) return;
    event.preventDefault();
    step(1);
  });
}
