// The article page: cards beside their passages, marking what is selected, a caret for the keyboard, and
// the places that were looked for.
import { startMargin } from "./margin.js";
import { startSelection } from "./selection.js";
import { startCaret } from "./caret.js";
import { showPlace, startPlaces } from "./places.js";

if (document.getElementById("text")) {
  startMargin();
  startSelection();
  startCaret();
  startPlaces();
  showPlace();
  document.addEventListener("htmx:afterSettle", (event) => event.detail.elt.id === "pane" && showPlace());
}
