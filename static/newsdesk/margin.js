// Cards beside their passages: each level with its own, pushed down only where two would overlap. Pointing at one or
// focusing it lights the other. On a narrow screen the card of one passage at a time opens under it.

import { placeOf } from "./offsets.js";

const GAP = 8;
const narrow = matchMedia("(max-width: 860px)");
const margin = document.getElementById("margin");
const reading = document.getElementById("reading");
const cards = () => [...margin.querySelectorAll(".card")];
const cardOf = (id) => document.getElementById(`card-${id}`);
const anchorOf = (id) => document.getElementById(`statement-${id}`);
const marksOf = (id) => [...document.querySelectorAll(`#text mark[data-statement="${CSS.escape(id)}"]`)];
let current = null;
let pointed = null;
/** The statement whose card must be level with its passage: one gone to by key or through the text. A card that is
 * clicked stays where it is, or the click would miss. */
let level = null;

/** Places the cards now and whenever text, cards or window change. */
export function startMargin() {
  // htmx would copy an old card's place to a new one as a style attribute, which the page's policy forbids.
  htmx.config.attributesToSettle = ["class", "width", "height"];
  const sizes = new ResizeObserver(layOut);
  const watch = () => [document.getElementById("text"), ...cards()].forEach((one) => sizes.observe(one));
  new MutationObserver(() => {
    sortCards();
    watch();
    layOut();
  }).observe(margin, { childList: true });
  watch();
  narrow.addEventListener("change", layOut);
  document.addEventListener("htmx:afterSettle", () => {
    watch();
    light();
    layOut();
    if (document.activeElement === document.body && current) cardOf(current)?.focus({ preventScroll: true });
  });
  document.fonts.ready.then(layOut);
  let pressing = false;
  reading.addEventListener("pointerdown", () => (pressing = true));
  document.addEventListener("pointerup", () => (pressing = false));
  margin.addEventListener("focusin", (event) => {
    const id = event.target.closest(".card")?.dataset.statement;
    if (id && id !== current) choose(id, pressing ? null : id);
  });
  for (const pointing of ["pointerover", "focusin"]) {
    reading.addEventListener(pointing, (event) => {
      pointed = statementAt(event.target);
      light();
    });
  }
  reading.addEventListener("click", open);
  reading.addEventListener("keydown", close);
  addEventListener("hashchange", followAddress);
  followAddress();
  // The browser gives the focus to what the address names only when the page is whole.
  addEventListener("load", followAddress);
}

/** The statement that an element belongs to: that of its card, or the innermost one in the text. */
function statementAt(element) {
  return element.closest("[data-statement]")?.dataset.statement ?? null;
}

function open(event) {
  const anchor = event.target.closest("#text .anchor");
  const segment = event.target.closest("#text [data-statements]");
  if (anchor) {
    event.preventDefault();
    goTo(anchor.dataset.statement);
  } else if (segment && getSelection().isCollapsed) {
    // Where several overlap, each further click goes on to the next.
    const ids = segment.dataset.statements.split(" ").reverse();
    goTo(ids[(ids.indexOf(current) + 1) % ids.length]);
  } else if (event.target.closest("a[data-open]")) {
    event.preventDefault();
    anchorOf(current)?.scrollIntoView({ block: "center" });
  } else if (narrow.matches && !event.target.closest(".card, .selection-tools")) {
    choose(null);
  }
}

/** On a narrow screen Escape closes the open card, and the focus goes back to its passage. */
function close(event) {
  if (event.key !== "Escape" || !narrow.matches || !current || event.target.matches("input, textarea, select")) return;
  const anchor = anchorOf(current);
  choose(null);
  anchor?.focus();
  event.preventDefault();
}

function goTo(id) {
  choose(id, id);
  const card = cardOf(id);
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest" });
}

function choose(id, levelled = null) {
  current = id;
  level = levelled;
  for (const card of cards()) card.classList.toggle("is-current", card.dataset.statement === current);
  light();
  layOut();
  if (id) marksOf(id)[0]?.scrollIntoView({ block: "nearest" });
}

function light() {
  const lit = new Set([current, pointed].filter(Boolean));
  for (const one of document.querySelectorAll("#text mark[data-statement], #margin .card")) {
    one.classList.toggle("is-lit", lit.has(one.dataset.statement));
  }
  cardOf(current)?.classList.add("is-current");
}

function layOut() {
  for (const room of document.querySelectorAll("#text .room")) room.remove();
  for (const card of cards()) card.style.marginTop = card.style.top = "";
  (narrow.matches ? underPassage : besidePassages)();
}

/** Where a card's passage begins; one that was just rejected is not marked any more, but its card stays beside it. */
function topOf(card) {
  const place = anchorOf(card.dataset.statement)?.getBoundingClientRect();
  return (place ?? placeOf(document.getElementById("text"), Number(card.dataset.from)))?.top ?? 0;
}

/** Each card level with its passage or right below the card before it; the one gone to is level in any case, if the
 * cards before it leave the room. */
function besidePassages() {
  const origin = margin.getBoundingClientRect().top;
  const all = cards();
  const heights = all.map((card) => card.offsetHeight);
  const wanted = all.map((card) => topOf(card) - origin);
  const tops = [];
  const below = (from) => {
    for (let n = from; n < all.length; n++) tops[n] = Math.max(wanted[n], n ? tops[n - 1] + heights[n - 1] + GAP : 0);
  };
  below(0);
  const at = all.findIndex((card) => card.dataset.statement === level);
  if (at > 0) {
    const least = heights.slice(0, at).reduce((sum, height) => sum + height + GAP, 0);
    tops[at] = Math.max(wanted[at], least);
    for (let n = at - 1; n >= 0; n--) tops[n] = Math.min(tops[n], tops[n + 1] - GAP - heights[n]);
    below(at + 1);
  }
  all.forEach((card, n) => (card.style.marginTop = `${tops[n] - (n ? tops[n - 1] + heights[n - 1] : 0)}px`));
}

function underPassage() {
  const card = current && cardOf(current);
  const last = current && marksOf(current).at(-1)?.closest("[data-start]");
  if (!card || !last) return;
  const room = document.createElement("span");
  room.className = "room";
  room.style.height = `${card.offsetHeight + 2 * GAP}px`;
  const rest = document.createRange();
  rest.setStartAfter(last);
  rest.setEndAfter(last.parentElement);
  // A closing mark or full stop stays with its passage.
  if (/[\p{L}\p{N}]/u.test(rest.toString())) last.after(room);
  else last.parentElement.append(room);
  card.style.top = `${room.getBoundingClientRect().top - reading.getBoundingClientRect().top + GAP}px`;
}

/** Keeps the cards in the order of the text; a card that came anew takes the place of an older one. */
function sortCards() {
  const known = new Map(cards().map((card) => [card.id, card]));
  for (const card of cards()) if (known.get(card.id) !== card) card.remove();
  const place = (card) => [Number(card.dataset.from), -Number(card.dataset.to)];
  const before = (a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1];
  const focused = document.activeElement;
  for (const card of cards()) {
    const next = cards().find((one) => before(one, card) > 0);
    if (next && next.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING) next.before(card);
  }
  if (document.activeElement !== focused) focused?.focus();
  if (known.size) document.getElementById("nothing")?.remove();
}

function followAddress() {
  const id = location.hash.match(/^#(?:statement|card)-(\d+)$/)?.[1];
  if (id && cardOf(id)) goTo(id);
}
