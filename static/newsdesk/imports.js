// Files dropped anywhere on the form are chosen as if by its button; a bar shows how much of them was sent.

const form = () => document.getElementById("import-form");
const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");

document.addEventListener("dragover", (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  form().classList.toggle("is-over", form().contains(event.target));
});

document.addEventListener("drop", (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  form().classList.remove("is-over");
  if (form().contains(event.target)) form().elements.files.files = event.dataTransfer.files;
});

document.addEventListener("htmx:xhr:progress", (event) => {
  const { lengthComputable, loaded, total } = event.detail;
  const bar = document.getElementById("sent");
  if (!bar || !lengthComputable) return;
  bar.hidden = false;
  bar.value = (100 * loaded) / total;
});
