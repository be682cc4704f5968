// Files and whole folders can be dropped on the form; they are sent in portions, so that thousands need no giant request.

const PORTION_FILES = 100;
const PORTION_BYTES = 40 * 1024 * 1024;

const form = document.getElementById("import-form");
const input = form.elements.files;
const folder = document.getElementById("id_folder");
const told = document.getElementById("chosen");
const bar = document.getElementById("sent");
let chosen = [];

const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
const pathOf = (file) => file.newsdeskPath || file.webkitRelativePath || file.name;

input.addEventListener("change", () => choose([...input.files]));
folder.addEventListener("change", () => choose([...folder.files]));

document.addEventListener("dragover", (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  form.classList.toggle("is-over", form.contains(event.target));
});

document.addEventListener("drop", async (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  form.classList.remove("is-over");
  if (!form.contains(event.target)) return;
  // Entries are gone when the event is over, so all are taken before the first is read.
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const plain = [...event.dataTransfer.files];
  choose(entries.length ? (await Promise.all(entries.map((entry) => filesIn(entry)))).flat() : plain);
});

/** All files of a dropped file or folder, each with its path. */
async function filesIn(entry) {
  if (entry.isFile) {
    const file = await new Promise((done, failed) => entry.file(done, failed));
    file.newsdeskPath = entry.fullPath.replace(/^\//, "");
    return [file];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) break;
    for (const one of some) found.push(...(await filesIn(one)));
  }
  return found;
}

function choose(files) {
  const limit = Number(form.dataset.limit);
  const large = files.filter((file) => file.size > limit);
  chosen = files.filter((file) => file.size <= limit);
  input.required = !chosen.length;
  const size = chosen.reduce((sum, file) => sum + file.size, 0) / 1024 / 1024;
  const words = form.dataset.chosen.replace("{count}", chosen.length.toLocaleString()).replace("{size}", size.toFixed(1));
  const left = form.dataset.tooLarge.replace("{limit}", Math.round(limit / 1024 / 1024));
  told.textContent = large.length ? `${words}; ${left} ${large.map((file) => file.name).join(", ")}` : words;
}

form.addEventListener("submit", (event) => {
  if (!chosen.length) return;
  event.preventDefault();
  send().catch(() => (told.textContent = form.dataset.failed));
});

async function send() {
  const portions = portionsOf(chosen);
  const total = chosen.reduce((sum, file) => sum + file.size, 0) || 1;
  const button = form.querySelector("button[type=submit]");
  button.disabled = true;
  bar.hidden = false;
  let sent = 0;
  let answer = null;
  try {
    for (const [at, portion] of portions.entries()) {
      answer = await post(portion, answer?.batch, at < portions.length - 1);
      sent += portion.reduce((sum, file) => sum + file.size, 0);
      bar.value = (100 * sent) / total;
    }
  } finally {
    button.disabled = false;
  }
  location.assign(answer.address);
}

function portionsOf(files) {
  const portions = [[]];
  let size = 0;
  for (const file of files) {
    const last = portions[portions.length - 1];
    if (last.length && (last.length >= PORTION_FILES || size + file.size > PORTION_BYTES)) {
      portions.push([file]);
      size = file.size;
    } else {
      last.push(file);
      size += file.size;
    }
  }
  return portions;
}

async function post(files, batch, more) {
  const data = new FormData();
  data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  data.append("portion", "1");
  if (batch) data.append("batch", batch);
  if (more) data.append("more", "1");
  for (const file of files) {
    data.append("files", file, file.name);
    data.append("paths", pathOf(file));
  }
  const answer = await fetch(form.action, { method: "POST", body: data });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}
