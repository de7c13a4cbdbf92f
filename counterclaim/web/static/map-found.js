// Timeline, list and card: parts of the page that the server makes anew, and the way from incident to incident by keys.

import { addressOf, change, params } from "./map-state.js"

const STEPS = { ArrowDown: 1, ArrowUp: -1 }
const ACROSS = { ArrowRight: 1, ArrowLeft: -1 } // on the timeline, which runs from left to right in every language

export function makeFound({ found, card, onChosen, onSwapped, onFailure }) {
  let waiting = null

  async function fetchPart(address, signal) {
    const answer = await fetch(address, { signal })
    if (!answer.ok) throw new Error(answer.statusText)
    return answer.text()
  }

  // Ask for timeline and list again; what had the focus keeps it where it is still there.
  async function refresh(changes = {}) {
    waiting?.abort()
    waiting = new AbortController()
    try {
      const html = await fetchPart(addressOf("found", { at: params.get("at"), page: params.get("page"), ...changes }), waiting.signal)
      const focused = found.contains(document.activeElement) ? whoIs(document.activeElement) : null
      const open = [...found.querySelectorAll("details[open]")].map((one) => one.id)
      found.innerHTML = html // made by our own templates, which escape what others wrote
      open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""))
      onSwapped()
      mark(params.get("at"))
      if (focused) found.querySelector(focused)?.focus({ preventScroll: true })
    } catch (error) {
      if (error.name !== "AbortError") onFailure()
    }
  }

  function whoIs(element) {
    if (element.dataset.edge) return `[data-edge="${element.dataset.edge}"]`
    const code = element.closest("[data-code]")?.dataset.code
    return code && `${element.closest("#bars") ? "#bars a" : "li"}[data-code="${CSS.escape(code)}"]${element.closest("#bars") ? "" : " .title"}`
  }

  const within = (selector) => [...found.querySelectorAll(selector)]
  const codesOf = (elements) => elements.map((one) => one.dataset.code)

  function mark(code) {
    for (const one of within(".line, #bars a")) one.classList.toggle("chosen", one.dataset.code === code)
    const bars = within("#bars a")
    const stop = bars.find((one) => one.dataset.code === code) ?? bars[0]
    bars.forEach((one) => one.setAttribute("tabindex", one === stop ? "0" : "-1"))
  }

  // Show an incident on the card, the timeline, the list and the map.
  async function choose(code) {
    change({ at: code })
    mark(code)
    try {
      const html = await fetchPart(addressOf("card", { at: code }))
      if (params.get("at") !== code) return // another was chosen meanwhile
      card.innerHTML = html
      prepareCard()
      onChosen(card.querySelector("[data-code]").dataset)
    } catch {
      onFailure()
    }
  }

  function prepareCard() {
    const steps = card.querySelector(".steps")
    if (!steps) return
    steps.hidden = false
    for (const button of steps.querySelectorAll("button")) {
      button.addEventListener("click", () => step(Number(button.dataset.step)).then(() => {
        card.querySelector(`button[data-step="${button.dataset.step}"]`)?.focus({ preventScroll: true })
      }))
    }
  }

  // To the next incident of the list, and at its end to the next page of it.
  async function step(by, codes = codesOf(within("#lines .line"))) {
    const at = codes.indexOf(params.get("at"))
    const next = at < 0 ? codes[by > 0 ? 0 : codes.length - 1] : codes[at + by]
    if (next !== undefined) {
      await choose(next)
      return next
    }
    const more = found.querySelector(`.pager [rel="${by > 0 ? "next" : "prev"}"]`)
    if (!more) return null
    change({ page: new URL(more.href).searchParams.get("page"), at: null })
    await refresh()
    return step(by)
  }

  const titleOf = (code) => found.querySelector(`#lines [data-code="${CSS.escape(code)}"] .title`)
  const barOf = (code) => found.querySelector(`#bars a[data-code="${CSS.escape(code)}"]`)

  found.addEventListener("keydown", async (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const onBars = event.target.closest?.("#bars a")
    const onTitle = event.target.closest?.("#lines .title")
    const by = STEPS[event.key] ?? (onBars ? ACROSS[event.key] : undefined)
    if (by === undefined || !(onBars || onTitle)) return
    event.preventDefault()
    params.set("at", event.target.closest("[data-code]").dataset.code)
    const code = await step(by, onBars ? codesOf(within("#bars a")) : undefined)
    if (code) (onBars ? barOf(code) : titleOf(code))?.focus()
  })

  found.addEventListener("click", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const picked = event.target.closest(".pick a, #bars a")
    if (!picked) return
    event.preventDefault()
    choose(picked.closest("[data-code]").dataset.code)
    if (picked.closest(".pick")) card.scrollIntoView({ block: "nearest" })
  })

  prepareCard()
  mark(params.get("at"))
  return { refresh, choose, step }
}
