// The map of an event: the article that one points at, or goes to by key, shows its own lines before the others.

const map = document.querySelector(".map-box svg");

function light(dot) {
  map.classList.toggle("is-asking", Boolean(dot));
  for (const one of map.querySelectorAll("[data-ends]")) {
    one.classList.toggle("is-lit", Boolean(dot) && one.dataset.ends.split(" ").includes(dot.dataset.dot));
  }
}

for (const coming of ["pointerover", "focusin"]) {
  map?.addEventListener(coming, (event) => light(event.target.closest("[data-dot]")));
}
for (const leaving of ["pointerleave", "focusout"]) map?.addEventListener(leaving, () => light(null));
