// Places in the text are counted in code points, as the server counts them; a browser counts UTF-16 units.

import { unfold } from "./keys.js";

/** Selects what the address names (`#s=120-178`), or fetches the page of a long text on which it stands. */
export function goToAddress(text) {
  const name = decodeURIComponent(location.hash.slice(1));
  const asked = /^s=(\d{1,9})-(\d{1,9})$/.exec(name);
  if (asked) {
    const [start, end] = [Number(asked[1]), Number(asked[2])];
    if (start >= Number(text.dataset.end) || start < Number(text.dataset.start)) return turnTo(`at=${start}`);
    return select(text, start, end);
  }
  const target = name && document.getElementById(name);
  if (target) {
    unfold(target);
    if (text.contains(target)) target.scrollIntoView({ block: "center" });
  } else if (name && Number(text.dataset.pages) > 1) {
    const [kind, ...rest] = name.split("-");
    if (kind === "claim" || kind === "note") turnTo(`claim=${encodeURIComponent(rest.join("-"))}`);
    if (kind === "passage" && /^\d+$/.test(rest[0])) turnTo(`passage=${rest[0]}`);
  }
}

function turnTo(query) {
  if (location.search !== `?${query}`) location.replace(`${location.pathname}?${query}${location.hash}`);
}

function select(text, start, end) {
  const range = document.createRange();
  const from = pointAt(text, start);
  const to = pointAt(text, end) ?? lastPoint(text);
  if (!from || !to) return;
  range.setStart(...from);
  range.setEnd(...to);
  unfold(from[0].parentElement);
  unfold(to[0].parentElement);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  // The browser's own selection goes with the next click; this mark stays.
  if (globalThis.Highlight) CSS.highlights.set("selection-asked", new Highlight(range));
  from[0].parentElement.scrollIntoView({ block: "center" });
}

/** Offers a link to whatever words of the text are selected. */
export function offerLinks(text) {
  const button = document.getElementById("copy");
  const told = document.getElementById("copied");
  if (!button) return;
  document.addEventListener("selectionchange", () => {
    button.disabled = !selectedSpan(text);
  });
  button.addEventListener("click", async () => {
    const span = selectedSpan(text);
    if (!span) {
      told.textContent = button.dataset.none;
      return;
    }
    const named = `s=${span[0]}-${span[1]}`;
    const link = `${location.origin}${location.pathname}?${named}#${named}`;
    try {
      await navigator.clipboard.writeText(link);
      told.textContent = button.dataset.done;
    } catch {
      // No permission, or a page that is not served securely: the link can still be copied by hand.
      const field = document.createElement("input");
      field.type = "text";
      field.readOnly = true;
      field.value = link;
      field.setAttribute("aria-label", button.dataset.byHand);
      told.replaceChildren(button.dataset.byHand, field);
      field.select();
    }
  });
}

function selectedSpan(text) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(text)) return null;
  const start = positionOf(text, range.startContainer, range.startOffset);
  const end = positionOf(text, range.endContainer, range.endOffset);
  return start < end ? [start, end] : null;
}

function nodesOf(text) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(".piece") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
  );
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

function length(words) {
  let count = 0;
  for (const _ of words) count += 1;
  return count;
}

/** The node and UTF-16 offset of a place of the document's text; undefined behind the page's end. */
function pointAt(text, position) {
  let at = Number(text.dataset.start);
  for (const node of nodesOf(text)) {
    const within = length(node.data);
    if (position < at + within) {
      const before = [...node.data].slice(0, Math.max(0, position - at));
      return [node, before.join("").length];
    }
    at += within;
  }
  return undefined;
}

function lastPoint(text) {
  const node = nodesOf(text).at(-1);
  return node && [node, node.data.length];
}

/** The place in the document's text of a point in the page. */
function positionOf(text, container, offset) {
  const point = document.createRange();
  point.setStart(container, offset);
  let at = Number(text.dataset.start);
  for (const node of nodesOf(text)) {
    if (point.comparePoint(node, node.data.length) <= 0) at += length(node.data);
    else return node === container ? at + length(node.data.slice(0, offset)) : at;
  }
  return at;
}
