// The map page: map, timeline, list and card kept in step, and all of it in the address.

import { makeBrush } from "./map-brush.js"
import { makeFound } from "./map-found.js"
import { drawLines, makeGround } from "./map-ground.js"
import { makeMarks } from "./map-marks.js"
import { change, degrees, params, reread } from "./map-state.js"

const REST = 180 // milliseconds after which the list follows the map

const ground = document.querySelector("#ground")
const form = document.querySelector("#chooser")
const words = JSON.parse(ground.dataset.words)

const map = makeGround(ground, words)
const countries = await drawLines(map)
const marks = makeMarks(map, countries, words, { onIncident: (code) => found.choose(code), onPlace: seePlace, onFailure: fail })
const found = makeFound({
  found: document.querySelector("#found"),
  card: document.querySelector("#card"),
  onChosen: point,
  onSwapped: brush,
  onFailure: fail,
})

let ours = false // the map is moved by this script, not by the visitor
let resized = false // or by its new size

function quietly(move) {
  ours = true
  move()
  ours = false
}

function fail() {
  const status = document.querySelector(".status")
  if (status) status.textContent = words.failed
}

function brush() {
  const strip = document.querySelector("#strip")
  if (strip) makeBrush(strip, words, (from, to) => ask({ when__from: from, when__to: to }))
}

// Ask for something else: a step that Back undoes.
async function ask(changes) {
  change({ page: null, without: null, ...changes }, { push: true })
  fill()
  if (changes.bbox !== null) marks.load()
  await found.refresh()
  if (changes.bbox === null) showAll()
}

// As much of the map as holds what is found.
function showAll() {
  const extent = document.querySelector(".status")?.dataset.extent
  if (!extent) return
  const [west, south, east, north] = extent.split(",").map(Number)
  quietly(() => map.fitBounds([[south, west], [north, east]], { animate: false, padding: [40, 40], maxZoom: 7 }))
  marks.load()
}

function seePlace(lat, lon) {
  change({ spot: `${lat},${lon}`, bbox: null, page: null }, { push: true })
  found.refresh().then(() => document.querySelector("#list")?.focus())
}

// The incident on the card, on the map.
function point({ lat, lon, radius }) {
  if (lat === undefined) return marks.point()
  const at = [Number(lat), Number(lon)]
  marks.point(...at, Number(radius))
  if (map.getBounds().contains(at)) return undefined
  return quietly(() => map.panTo(at, { animate: false }))
}

// As near as lets the place be seen with what lies around it.
function approach({ lat, lon, radius }) {
  const around = L.latLng(Number(lat), Number(lon)).toBounds(8_000 * Number(radius)) // metres: four times its radius to each side
  quietly(() => map.fitBounds(around, { animate: false, maxZoom: 7 }))
}

// The form says what the address asks for.
function fill() {
  for (const field of form.elements) if (field.name) field.value = params.get(field.name) ?? ""
}

let resting = null
map.on("moveend", () => {
  marks.load()
  if (ours || resized) {
    resized = false
    return
  }
  change({ bbox: degrees(map.getBounds()), zoom: map.getZoom(), spot: null, page: null, without: null })
  clearTimeout(resting)
  resting = setTimeout(() => found.refresh(), REST)
})
map.on("resize", () => {
  resized = true
})

form.addEventListener("submit", (event) => {
  event.preventDefault()
  const asked = Object.fromEntries([...form.elements].filter((one) => one.name).map((one) => [one.name, one.value]))
  ask(asked.country === (params.get("country") ?? "") ? asked : { ...asked, bbox: null, zoom: null, spot: null })
})

document.querySelector("#found").addEventListener("click", (event) => {
  const reset = event.target.closest("[data-reset]")
  if (!reset || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  ask(reset.dataset.reset === "span" ? { when__from: null, when__to: null } : { bbox: null, zoom: null, spot: null })
})

addEventListener("popstate", () => {
  reread()
  fill()
  marks.load()
  found.refresh()
})

brush()
await marks.load()
const card = document.querySelector("#card [data-code]")
if (card) {
  if (card.dataset.lat && !params.has("bbox")) approach(card.dataset)
  point(card.dataset)
}
ground.dataset.ready = "yes"
