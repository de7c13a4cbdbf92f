// A video of another site is asked for when its button is pressed, and not before.

/** Puts the player in the place of its button. */
export function loadOnRequest(text) {
  text.addEventListener("click", (event) => {
    const button = event.target.closest("button.load");
    if (!button) return;
    const frame = document.createElement("iframe");
    frame.title = button.dataset.title;
    frame.allow = "fullscreen; encrypted-media";
    frame.referrerPolicy = "strict-origin"; // players refuse to run without; it tells the site, not the page
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-presentation allow-popups");
    frame.src = button.dataset.frame;
    button.parentElement.replaceWith(frame);
    frame.focus();
  });
}
