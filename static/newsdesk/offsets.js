// Offsets in an article's text. They count Unicode code points, as the server does; JavaScript counts UTF-16 units.

/** The number of code points of a string. */
export const codePoints = (string) => [...string].length;

/**
 * The offset in the article's text of a point of the page. Each [data-start] element tells the offset of its first
 * character; what was removed has none and counts nothing.
 */
export function offsetOf(text, node, offset) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const segment = element.closest("[data-start]");
  const point = document.createRange();
  point.setStart(node, offset);
  if (segment && text.contains(segment)) {
    const before = document.createRange();
    before.setStart(segment, 0);
    before.setEnd(node, offset);
    return Number(segment.dataset.start) + codePoints(before.toString());
  }
  const segments = [...text.querySelectorAll("[data-start]")];
  const next = segments.find((one) => point.comparePoint(one, 0) > 0);
  if (next) return Number(next.dataset.start);
  const last = segments.at(-1);
  return last ? Number(last.dataset.start) + codePoints(last.textContent) : 0;
}

/** The place on the screen of an offset in the article's text; null where the text is not shown. */
export function placeOf(text, offset) {
  const segment = [...text.querySelectorAll("[data-start]")].findLast((one) => Number(one.dataset.start) <= offset);
  if (!segment) return null;
  let left = offset - Number(segment.dataset.start);
  const walker = document.createTreeWalker(segment, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const signs = [...node.data];
    if (left < signs.length) {
      const point = document.createRange();
      point.setStart(node, signs.slice(0, left).join("").length);
      point.setEnd(node, signs.slice(0, left + 1).join("").length);
      return point.getBoundingClientRect();
    }
    left -= signs.length;
  }
  return segment.getBoundingClientRect();
}

/** What is selected in the text: `{start, end, text}`, or null. A selection that leaves the text is cut at its edge. */
export function selectedIn(text, selection) {
  if (!text || selection.isCollapsed || !selection.rangeCount || !text.contains(selection.anchorNode)) return null;
  const range = selection.getRangeAt(0);
  const whole = document.createRange();
  whole.selectNodeContents(text);
  if (range.compareBoundaryPoints(Range.START_TO_START, whole) < 0) range.setStart(text, 0);
  if (range.compareBoundaryPoints(Range.END_TO_END, whole) > 0) range.setEnd(text, text.childNodes.length);
  const start = offsetOf(text, range.startContainer, range.startOffset);
  const end = offsetOf(text, range.endContainer, range.endOffset);
  return start < end ? { start, end, text: range.toString().trim() } : null;
}
