// f to the next claim, Shift+f to the one before; a checkbox turns them off (WCAG 2.1.4).

/** Listens for the keys while the box `#keys` is ticked. */
export function listenForKeys(text) {
  const box = document.getElementById("keys");
  if (!box) return;
  let last = null;
  text.addEventListener("focusin", (event) => {
    last = event.target.closest(".stop") ?? last;
  });
  document.addEventListener("keydown", (event) => {
    if (!box.checked || event.ctrlKey || event.altKey || event.metaKey || !isF(event)) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    const stops = [...text.querySelectorAll(".stop")].filter(isMarked);
    if (!stops.length) return;
    event.preventDefault();
    const at = stops.indexOf(last);
    const next = event.shiftKey ? (at < 0 ? stops.length : at) - 1 : at + 1;
    const stop = stops[(next + stops.length) % stops.length];
    unfold(stop);
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: "center" });
  });
}

/** Opens whatever the element is folded into. */
export function unfold(element) {
  for (let one = element; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
}

function isF(event) {
  // On a keyboard without Latin letters, the key that stands in the place of f.
  return /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() === "f" : event.code === "KeyF";
}

function isMarked(stop) {
  return [...stop.querySelectorAll(".u")].some((line) => getComputedStyle(line).textDecorationLine !== "none");
}
