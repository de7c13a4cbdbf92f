// The reader with scripts: claims beside their words, keys, links to a selection, players on request.
// Everything that is told here also stands in the page.

import { goToAddress, offerLinks } from "./reader/selection.js";
import { listenForKeys } from "./reader/keys.js";
import { loadOnRequest } from "./reader/players.js";
import { showBeside } from "./reader/card.js";

const text = document.getElementById("text");
for (const element of document.querySelectorAll(".scripted")) element.hidden = false;
showBeside(text);
listenForKeys(text);
offerLinks(text);
loadOnRequest(text);
goToAddress(text);
addEventListener("hashchange", () => goToAddress(text));
