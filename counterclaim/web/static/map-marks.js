// What stands on the part of the map that is seen: asked of the server, which groups what is too near.

import { colour } from "./map-ground.js"
import { addressOf, degrees } from "./map-state.js"
import { layersOf, makeSymbols, mixColours } from "./map-symbols.js"

const KEPT = 40 // answers, so that going back and forth asks for nothing twice
const AROUND = 0.5 // of the map's width is loaded beyond each side
const ABOUT = 250 // milliseconds between two questions while the map is moved

export function makeMarks(map, countries, words, { onIncident, onPlace, onFailure }) {
  const renderer = makeSymbols(map)
  const group = L.layerGroup().addTo(map)
  const kept = new Map()
  let waiting = null
  let loadedAround = null
  let halo = null
  let shown = []

  async function fetchMarks(address) {
    if (kept.has(address)) return kept.get(address)
    waiting?.abort()
    waiting = new AbortController()
    const answer = await fetch(address, { signal: waiting.signal })
    if (!answer.ok) throw new Error(answer.statusText)
    const { columns, marks } = await answer.json()
    const told = marks.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])))
    kept.set(address, told)
    if (kept.size > KEPT) kept.delete(kept.keys().next().value)
    return told
  }

  function nameOf(mark) {
    if (mark.title) return mark.title
    const several = mark.area ? words.area : mark.box ? words.group : words.place
    return several.replace("%(n)s", mark.count)
  }

  function draw() {
    group.clearLayers()
    for (const mark of shown) {
      const metresPerPixel = (40_075_016 * Math.cos((mark.lat * Math.PI) / 180)) / (256 * 2 ** map.getZoom())
      const layers = layersOf(mark, renderer, countries, metresPerPixel)
      const symbol = layers.at(-1)
      const name = document.createElement("span") // a title is text, whatever is written in it
      name.textContent = nameOf(mark)
      symbol.bindTooltip(name, { sticky: true, direction: "top" })
      symbol.on("click", () => choose(mark))
      layers.forEach((layer) => group.addLayer(layer))
    }
  }

  function choose(mark) {
    if (mark.code) onIncident(mark.code)
    else if (!mark.box) onPlace(mark.lat, mark.lon)
    else {
      const [west, south, east, north] = mark.box
      map.fitBounds([[south, west], [north, east]], { padding: [60, 60], maxZoom: Math.max(map.getZoom() + 1, map.getMaxZoom() - 1) })
    }
  }

  async function load() {
    loadedAround = map.getBounds().pad(AROUND)
    try {
      shown = await fetchMarks(addressOf("marks", { bbox: degrees(loadedAround), spot: null, zoom: map.getZoom() }))
      draw()
    } catch (error) {
      if (error.name !== "AbortError") onFailure()
    }
  }

  function point(lat, lon, radius) {
    halo?.remove()
    halo = null
    if (lat === undefined) return
    const ring = { renderer, pane: "symbols", interactive: false, fill: false, className: "halo" }
    const ink = colour("--halo")
    halo = L.layerGroup([
      L.circle([lat, lon], { ...ring, radius: radius * 1000, color: ink, weight: 3 }),
      L.circleMarker([lat, lon], { ...ring, radius: 24, color: ink, weight: 3 }),
    ]).addTo(map)
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    mixColours()
    draw()
  })
  map.on("move", L.Util.throttle(() => map.getZoom() === Math.round(map.getZoom()) && moving(), ABOUT))

  // Far pans: ask before the map comes to rest.
  function moving() {
    if (!loadedAround?.contains(map.getBounds())) load()
  }

  return { load, point }
}
