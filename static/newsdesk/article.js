// The article page: cards beside their passages, marking what is selected, a caret for the keyboard.
import { startMargin } from "./margin.js";
import { startSelection } from "./selection.js";
import { startCaret } from "./caret.js";

/** What was searched for in the article comes into sight. */
function showHit() {
  document.querySelector("#text mark:not(.statement)")?.scrollIntoView({ block: "center" });
}

if (document.getElementById("text")) {
  startMargin();
  startSelection();
  startCaret();
  showHit();
  document.addEventListener("htmx:afterSettle", (event) => event.detail.elt.id === "pane" && showHit());
}
