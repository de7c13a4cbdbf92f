// The desk by keys. Everything here presses a button or follows a link that stands on the page; without this
// module they are pressed by hand. A quick decision shows the next claim at once and sends the form behind it.

const desk = () => document.getElementById("desk");
const item = () => document.getElementById("item");
const root = document.getElementById("review");
const keys = JSON.parse(root.dataset.keys);
const actionOf = new Map(Object.entries(keys).filter(([, key]) => key).map(([action, key]) => [key, action]));
const ahead = new Map(); // address → promise of a page
let waiting = 0; // decisions on their way
let ends = null; // the words being marked

function fetchPage(address) {
  return fetch(address, { headers: { Accept: "text/html" } }).then(async answer => {
    if (!answer.ok) throw new Error(answer.status);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  });
}

function lookAhead() {
  const next = item()?.dataset.next;
  if (!next || ahead.has(next)) return;
  ahead.clear();
  const coming = fetchPage(next);
  coming.catch(() => ahead.delete(next));
  ahead.set(next, coming);
}

function showDesk(page, address) {
  const fresh = page.getElementById("desk");
  if (!fresh) return false;
  desk().replaceWith(document.adoptNode(fresh));
  ends = null;
  if (address) history.pushState(null, "", address);
  (item()?.querySelector(".gist") ?? desk()).scrollIntoView({ block: "nearest" });
  lookAhead();
  return true;
}

// The whole main part, for a page that asks to choose again.
function showMain(page) {
  document.getElementById("main").replaceWith(document.adoptNode(page.getElementById("main")));
}

function tell(words) {
  const told = document.getElementById("outbox");
  if (!told) return null;
  const line = document.createElement("p");
  line.className = "notice";
  line.textContent = words;
  told.replaceChildren(line);
  return line;
}

function count(more) {
  waiting += more;
  root.dataset.waiting = String(waiting);
}

// A button of the form is called "action" and hides the form's own property.
const addressOf = form => form.getAttribute("action");

async function send(address, body) {
  count(1);
  try {
    const answer = await fetch(address, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.status === 409 || answer.status === 422) {
      showMain(page);
      return;
    }
    if (!answer.ok) throw new Error(answer.status);
    // What the decision changed may show in the claim that is looked at now.
    const fresh = page.getElementById("item");
    if (fresh && item() && fresh.dataset.claim === item().dataset.claim) {
      for (const part of ["#item [data-part=stood]", "#outbox"]) {
        const old = document.querySelector(part);
        const made = page.querySelector(part);
        if (old && made) old.replaceWith(document.adoptNode(made));
      }
    }
    const undo = page.querySelector("#desk > form.undo");
    if (undo) {
      desk().querySelector(":scope > form.undo")?.remove();
      desk().append(document.adoptNode(undo));
    }
  } catch {
    const line = tell(root.dataset.lost);
    const again = document.createElement("button");
    again.textContent = root.dataset.retry;
    again.addEventListener("click", () => {
      line.remove();
      send(address, body);
    });
    line?.append(" ", again);
    keep(again);
  } finally {
    count(-1);
  }
}

// A decision that could not be sent stays on the page, whatever claim is shown.
const unsent = new Set();
function keep(button) {
  unsent.add(button);
  button.addEventListener("click", () => unsent.delete(button));
}

async function decideQuickly(form, button) {
  const next = item().dataset.next;
  const body = new URLSearchParams(new FormData(form, button));
  const coming = next && ahead.get(next);
  form.closest(".item").classList.add("sending");
  let page;
  try {
    page = await coming;
  } catch {
    form.dataset.plain = "yes"; // by hand, as without this module
    form.requestSubmit(button);
    return;
  }
  ahead.clear();
  const sent = send(addressOf(form), body);
  showDesk(page, next);
  await sent;
}

document.addEventListener("submit", event => {
  const form = event.target;
  if (!form.matches("[data-quick]") || form.dataset.plain || !ahead.has(item()?.dataset.next)) return;
  event.preventDefault();
  decideQuickly(form, event.submitter);
});

const typing = target => target.closest("input:not([type=radio], [type=checkbox]), textarea, select");

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape") {
    document.activeElement?.blur();
    stopMarking();
    return;
  }
  if (typing(event.target) || (ends && mark(event))) return;
  const reject = document.querySelector(".reject");
  if (/^[1-6]$/.test(event.key) && reject?.dataset.chosen) {
    event.preventDefault();
    reject.querySelector(`[data-digit="${event.key}"]`).checked = true;
    reject.requestSubmit(reject.querySelector("button"));
    return;
  }
  const action = actionOf.get(event.key);
  if (!action) return;
  const target = document.querySelector(`[data-action="${action}"]`);
  if (!target) return;
  event.preventDefault();
  press(action, target);
});

function press(action, target) {
  if (action === "reject") {
    target.closest(".reject").dataset.chosen = "yes";
    target.focus();
    return;
  }
  target.click();
  if (action === "fix") target.closest("details").querySelector("select, input:not([type=hidden])")?.focus();
  if (action === "span" && target.closest("details").open) startMarking();
}

// Marking words: arrows move the last word, with Shift the first; Enter saves.
function startMarking() {
  ends = { first: document.getElementById("move-start"), last: document.getElementById("move-end") };
  document.activeElement?.blur();
  draw();
}

function stopMarking() {
  ends = null;
}

function mark(event) {
  const rtl = getComputedStyle(document.getElementById("words")).direction === "rtl";
  const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key];
  if (event.key === "Enter") {
    event.preventDefault();
    const form = ends.first.form;
    form.requestSubmit(form.querySelector("button"));
    return true;
  }
  if (!step) return false;
  event.preventDefault();
  const list = event.shiftKey ? ends.first : ends.last;
  const to = list.selectedIndex + step;
  const fits = event.shiftKey ? to <= ends.last.selectedIndex : to >= ends.first.selectedIndex;
  if (to >= 0 && to < list.length && fits) list.selectedIndex = to;
  draw();
  return true;
}

document.addEventListener("change", event => {
  if (event.target.matches("#move-start, #move-end")) draw();
});

// Places are code points, so the text is cut as a list of them.
function draw() {
  const words = document.getElementById("words");
  const first = document.getElementById("move-start");
  const last = document.getElementById("move-end");
  const begins = Number(item().dataset.first) - [...words.firstElementChild.textContent].length;
  const text = [...words.textContent];
  const from = Number(first.value) - begins;
  const to = Number(last.value) - begins;
  if (from >= to) return;
  const [before, marked, after] = words.children;
  before.textContent = text.slice(0, from).join("");
  marked.textContent = text.slice(from, to).join("");
  after.textContent = text.slice(to).join("");
  item().dataset.first = String(Number(first.value));
}

addEventListener("beforeunload", event => {
  if (waiting || unsent.size) event.preventDefault();
});
addEventListener("popstate", () => location.reload());
if (item()) lookAhead();
