// Files and whole folders, chosen or dropped, are listed first and then sent in portions: thousands need no giant
// request, and where the connection breaks off, the next try goes on where it stopped.

const PORTION_FILES = 100;
const PORTION_BYTES = 40 * 1024 * 1024;
const TRIES = 3;
const PAUSE = 1000;
const LISTED = 500;

const form = document.getElementById("import-form");
const input = form.elements.files;
const folder = document.getElementById("id_folder");
const told = document.getElementById("chosen");
const listed = document.getElementById("chosen-files");
const tooLarge = document.getElementById("too-large");
const bar = document.getElementById("sent");
const button = form.querySelector("button[type=submit]");
let chosen = [];
/** What is being sent: its portions, how many of them arrived, and the server's answer to the last of these. */
let sending = null;

const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
const pathOf = (file) => file.newsdeskPath || file.webkitRelativePath || file.name;
const sizeOf = (files) => files.reduce((sum, file) => sum + file.size, 0);
const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const language = document.documentElement.lang;
const numbers = new Intl.NumberFormat(language);

/** A size in kB or MB, as the reader's language writes it. */
function inWords(bytes) {
  const large = bytes >= 1024 * 1024;
  const form = { style: "unit", unit: large ? "megabyte" : "kilobyte", maximumFractionDigits: large ? 1 : 0 };
  return new Intl.NumberFormat(language, form).format(bytes / 1024 / (large ? 1024 : 1));
}

input.addEventListener("change", () => choose([...input.files]));
folder.addEventListener("change", () => choose([...folder.files]));
document.getElementById("choose-folder").addEventListener("click", () => folder.click());

document.addEventListener("dragover", (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  form.classList.toggle("is-over", form.contains(event.target));
});
document.addEventListener("dragleave", (event) => event.relatedTarget || form.classList.remove("is-over"));

document.addEventListener("drop", async (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  form.classList.remove("is-over");
  if (!form.contains(event.target) || button.disabled) return;
  // Entries are gone when the event is over, so all are taken before the first is read.
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const plain = [...event.dataTransfer.files];
  try {
    choose(entries.length ? (await Promise.all(entries.map(filesIn))).flat() : plain);
  } catch {
    told.textContent = form.dataset.unreadable;
  }
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
    if (!some.length) return found;
    for (const one of some) found.push(...(await filesIn(one)));
  }
}

/** A folder gives its files in any order; people look for them by name. */
const byPath = new Intl.Collator(language, { numeric: true });

function choose(files) {
  files.sort((a, b) => byPath.compare(pathOf(a), pathOf(b)));
  const limit = Number(form.dataset.limit);
  chosen = files.filter((file) => file.size <= limit);
  sending = null;
  bar.hidden = true;
  input.required = !chosen.length;
  told.textContent = fill(form.dataset.chosen, { count: numbers.format(chosen.length), size: inWords(sizeOf(chosen)) });
  list(listed, chosen);
  list(tooLarge, files.filter((file) => file.size > limit));
}

/** Shows the names in a disclosure; what is more than LISTED is counted. */
function list(details, files) {
  details.hidden = !files.length;
  const names = files.slice(0, LISTED).map((file) => `${pathOf(file)} (${inWords(file.size)})`);
  if (files.length > LISTED) names.push(fill(form.dataset.more, { count: numbers.format(files.length - LISTED) }));
  details.querySelector("ul").replaceChildren(
    ...names.map((name) => {
      const item = document.createElement("li");
      item.textContent = name;
      return item;
    }),
  );
}

form.addEventListener("submit", async (event) => {
  if (!chosen.length) return;
  event.preventDefault();
  button.disabled = true;
  bar.hidden = false;
  sending ??= { portions: portionsOf(chosen), arrived: 0, answer: null };
  try {
    await send();
    location.assign(sending.answer.address);
  } catch {
    const arrived = sending.portions.slice(0, sending.arrived).flat().length;
    told.textContent = fill(form.dataset.failed, { arrived: numbers.format(arrived), count: numbers.format(chosen.length) });
    button.disabled = false;
  }
});

async function send() {
  const { portions } = sending;
  while (sending.arrived < portions.length) {
    const last = sending.arrived === portions.length - 1;
    sending.answer = await patiently(() => post(portions[sending.arrived], sending.answer?.batch, !last));
    sending.arrived += 1;
    bar.value = (100 * sizeOf(portions.slice(0, sending.arrived).flat())) / (sizeOf(chosen) || 1);
  }
}

async function patiently(attempt) {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((done) => setTimeout(done, PAUSE));
    }
  }
}

function portionsOf(files) {
  const portions = [[]];
  let size = 0;
  for (const file of files) {
    const last = portions.at(-1);
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
  if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
  return answer.json();
}
