// The entries of the outline that belong to some words, beside them: on hover, on focus, on a tap.

const AWAY = 250; // milliseconds to cross from the words to the card
const GAP = 6; // pixels between them

/** Shows the card for the marked words of `text`; Escape, a click elsewhere and leaving both close it. */
export function showBeside(text) {
  const frame = document.getElementById("card-frame");
  if (!frame) return;
  const card = frame.content.firstElementChild.cloneNode(true);
  const inside = card.querySelector(".entries");
  let shownFor = null;
  let leaving = 0;

  const close = () => {
    clearTimeout(leaving);
    card.remove();
    shownFor = null;
  };
  const closeSoon = () => {
    clearTimeout(leaving);
    leaving = setTimeout(close, AWAY);
  };
  const show = (words) => {
    clearTimeout(leaving);
    if (words === shownFor) return;
    const entries = entriesOf(words);
    if (!entries.length) return close();
    inside.replaceChildren(...entries);
    document.querySelector(".desk").append(card);
    place(card, words);
    shownFor = words;
  };
  const marked = (event) => event.target.closest?.(".claimed, .noticed");

  text.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse" && marked(event)) show(marked(event));
  });
  text.addEventListener("pointerout", (event) => {
    if (event.pointerType === "mouse" && marked(event)) closeSoon();
  });
  card.addEventListener("pointerenter", () => clearTimeout(leaving));
  card.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse" && !card.contains(document.activeElement)) closeSoon();
  });
  text.addEventListener("focusin", (event) => {
    if (marked(event)) show(marked(event));
  });
  text.addEventListener("focusout", (event) => {
    if (!card.contains(event.relatedTarget)) closeSoon();
  });
  card.addEventListener("focusin", () => clearTimeout(leaving));
  card.addEventListener("focusout", (event) => {
    if (!card.contains(event.relatedTarget) && event.relatedTarget !== shownFor) closeSoon();
  });
  text.addEventListener("click", (event) => {
    // Under a mouse the card is there already and a click leads to the outline; a finger asks for the card.
    if (!marked(event) || event.pointerType === "mouse" || event.detail === 0) return;
    event.preventDefault();
    show(marked(event));
  });
  card.querySelector(".close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!card.contains(event.target) && !marked(event)) close();
  });
}

function entriesOf(words) {
  const names = [...words.classList].filter((name) => name.startsWith("in-")).map((name) => `note-${name.slice(3)}`);
  if (words.matches(".noticed")) names.push(words.hash.slice(1));
  return names.flatMap((name) => {
    const entry = document.getElementById(name);
    if (!entry || !entry.checkVisibility()) return []; // of a kind that is not to be shown
    const copy = document.createElement("div");
    copy.className = "entry";
    copy.append(...entry.cloneNode(true).childNodes);
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    return [copy];
  });
}

function place(card, words) {
  const desk = card.parentElement.getBoundingClientRect();
  const line = words.getClientRects()[0];
  const width = card.offsetWidth;
  const left = Math.min(Math.max(line.left, 8), document.documentElement.clientWidth - width - 8);
  const below = words.getBoundingClientRect().bottom + GAP;
  const fits = below + card.offsetHeight <= innerHeight || line.top < card.offsetHeight + GAP;
  const top = fits ? below : line.top - card.offsetHeight - GAP;
  card.style.left = `${left - desk.left}px`;
  card.style.top = `${top - desk.top}px`;
}
