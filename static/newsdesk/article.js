// The article page: cards beside their passages, marking what is selected, a caret for the keyboard, completed names.
import { startMargin } from "./margin.js";
import { startSelection } from "./selection.js";
import { startCaret } from "./caret.js";
import { startCombobox } from "./combobox.js";

if (document.getElementById("text")) {
  startMargin();
  startSelection();
  startCaret();
}
startCombobox();
