// A span of time chosen on the strip: drawn with the pointer, or by two handles with the arrow keys.

const DAY = 86_400_000 // milliseconds
const LEAST = 4 // pixels that the pointer must move, else it was a click

const ordinal = (words) => Math.round(Date.parse(`${words}T00:00:00Z`) / DAY)
const isoDay = (number) => new Date(number * DAY).toISOString().slice(0, 10)

// Make the strip a brush; `onSpan(first, last)` gets two days, both included.
export function makeBrush(strip, words, onSpan) {
  const first = ordinal(strip.dataset.first)
  const last = ordinal(strip.dataset.last)
  const days = last - first + 1
  const svg = strip.querySelector("svg")
  const band = svg.querySelector(".chosen-span") ?? svg.appendChild(rect())
  const left = strip.dataset.left === undefined ? 0 : Math.round((strip.dataset.left / 100) * days)
  const width = strip.dataset.width === undefined ? days : Math.max(1, Math.round((strip.dataset.width / 100) * days))
  const span = { from: first + left, to: first + left + width - 1 }
  const told = new Intl.DateTimeFormat(`${document.documentElement.lang}-u-nu-latn`, { dateStyle: "long", timeZone: "UTC" })

  const handles = ["from", "to"].map((edge) => {
    const handle = document.createElement("button")
    handle.type = "button"
    handle.className = "handle"
    handle.dataset.edge = edge
    handle.setAttribute("role", "slider")
    handle.setAttribute("aria-label", words[edge])
    handle.setAttribute("aria-valuemin", String(first))
    handle.setAttribute("aria-valuemax", String(last))
    handle.addEventListener("keydown", (event) => nudge(event, edge))
    handle.addEventListener("pointerdown", (event) => drag(event, edge))
    strip.append(handle)
    return handle
  })

  function rect() {
    const made = document.createElementNS("http://www.w3.org/2000/svg", "rect")
    made.setAttribute("class", "chosen-span")
    made.setAttribute("height", "56")
    return made
  }

  function show() {
    const whole = span.from === first && span.to === last
    band.setAttribute("x", `${((span.from - first) / days) * 100}%`)
    band.setAttribute("width", whole ? "0" : `${((span.to - span.from + 1) / days) * 100}%`)
    for (const handle of handles) {
      const edge = handle.dataset.edge
      const at = edge === "from" ? span.from - first : span.to - first + 1
      handle.style.left = `${(at / days) * 100}%` // a property set by script, which the policy allows
      handle.setAttribute("aria-valuenow", String(span[edge]))
      handle.setAttribute("aria-valuetext", told.format(new Date(span[edge] * DAY)))
    }
  }

  const commit = () => onSpan(span.from === first ? null : isoDay(span.from), span.to === last ? null : isoDay(span.to))

  let pending = null
  function nudge(event, edge) {
    const size = Math.max(1, Math.round(days / 96)) * (event.key.startsWith("Page") ? 10 : 1)
    const by = { ArrowRight: size, ArrowUp: size, PageUp: size, ArrowLeft: -size, ArrowDown: -size, PageDown: -size }[event.key]
    const to = event.key === "Home" ? first : event.key === "End" ? last : by === undefined ? null : span[edge] + by
    if (to === null) return
    event.preventDefault()
    span[edge] = edge === "from" ? Math.min(Math.max(to, first), span.to) : Math.max(Math.min(to, last), span.from)
    show()
    clearTimeout(pending)
    pending = setTimeout(commit, 350) // milliseconds: while a key is held nothing is asked for
  }

  const dayAt = (event) => {
    const box = svg.getBoundingClientRect()
    return first + Math.min(days - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * days)))
  }

  function drag(event, edge) {
    if (event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    const from = dayAt(event)
    const began = event.clientX
    let moved = false
    const move = (at) => {
      moved ||= Math.abs(at.clientX - began) >= LEAST
      if (!moved) return
      const day = dayAt(at)
      if (edge) span[edge] = edge === "from" ? Math.min(day, span.to) : Math.max(day, span.from)
      else [span.from, span.to] = [Math.min(from, day), Math.max(from, day)]
      show()
    }
    const end = () => {
      removeEventListener("pointermove", move)
      removeEventListener("pointerup", end)
      removeEventListener("pointercancel", end)
      if (!moved) return
      strip.addEventListener("click", (click) => click.preventDefault(), { once: true, capture: true })
      commit()
    }
    addEventListener("pointermove", move)
    addEventListener("pointerup", end)
    addEventListener("pointercancel", end)
  }

  svg.addEventListener("pointerdown", (event) => drag(event, null))
  svg.addEventListener("dragstart", (event) => event.preventDefault()) // of the links under the pointer
  show()
}
