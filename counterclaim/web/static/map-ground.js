// The map itself: Leaflet over outlines from this server, no tiles, nobody else asked.

import { addressOf } from "./map-state.js"

const OUTLINES = "/static/vendor/world-atlas/outlines.json"
// The outlines are good to some kilometres; nearer than this they would show their corners and pretend to more.
const NEAREST = 9
const PICTURE_WIDTH = 720 // of the picture that the server drew
const EDGE = 85.0511

const calm = matchMedia("(prefers-reduced-motion: reduce)").matches

export function colour(name) {
  return getComputedStyle(document.querySelector("#ground")).getPropertyValue(name).trim()
}

export function makeGround(element, words) {
  const [x, y, scale] = element.dataset.frame.split(",").map(Number)
  const height = element.querySelector("svg").viewBox.baseVal.height
  element.replaceChildren()
  element.classList.add("live")
  const map = L.map(element, {
    attributionControl: false,
    zoomControl: false,
    minZoom: 1,
    maxZoom: NEAREST,
    maxBounds: [[-EDGE, -190], [EDGE, 190]],
    maxBoundsViscosity: 0.8,
    inertia: !calm,
    zoomAnimation: !calm,
    fadeAnimation: false,
    markerZoomAnimation: false,
    keyboardPanDelta: 120,
  })
  L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map)
  L.control.scale({ imperial: false }).addTo(map)
  element.setAttribute("role", "application")
  element.setAttribute("aria-label", words.map)
  const middle = [x + PICTURE_WIDTH / scale / 2, y + height / scale / 2]
  const zoom = element.dataset.zoom || Math.floor(Math.log2((scale * element.clientWidth) / PICTURE_WIDTH / 256) + 0.2)
  map.setView(L.CRS.EPSG3857.pointToLatLng(L.point(middle[0], middle[1]).multiplyBy(256), 0), Number(zoom), { animate: false })
  return map
}

// Draw land and borders. Gives the outline of each country by its id.
export async function drawLines(map) {
  const topology = await (await fetch(OUTLINES)).json()
  const { countries, land } = topology.objects
  map.createPane("lines").classList.add("lines-pane")
  const renderer = L.canvas({ pane: "lines", padding: 0.5 })
  const line = { renderer, pane: "lines", interactive: false, smoothFactor: 1.2 }
  const borderLines = topojson.mesh(topology, countries, (one, other) => one !== other).coordinates.flatMap(unrolled)
  const ground = L.polygon(ringsOf(topojson.feature(topology, land).features[0].geometry), line).addTo(map)
  const borders = L.polyline(borderLines, line).addTo(map)
  const paint = () => {
    ground.setStyle({ fillColor: colour("--land"), fillOpacity: 1, color: colour("--coast"), weight: 1 })
    borders.setStyle({ color: colour("--border"), weight: 1, dashArray: "5 3", fill: false })
  }
  paint()
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint)
  writeNames(map, renderer)
  return new Map(countries.geometries.map((one) => [one.id ?? one.properties.name, ringsOf(topojson.feature(topology, one).geometry)]))
}

// Names of countries, each from the size of the map on at which its country can hold it.
async function writeNames(map, renderer) {
  const answer = await fetch(addressOf("names"))
  if (!answer.ok) return // the map is of use without them
  const Name = L.CircleMarker.extend({
    _updatePath() {
      const context = this._renderer._ctx
      if (!this._renderer._drawing || this._empty()) return
      context.font = "italic 13px Georgia, 'Noto Serif', serif"
      const { name, degrees } = this.options
      if (context.measureText(name).width > (degrees / 360) * 256 * 2 ** this._map.getZoom()) return
      context.textAlign = "center"
      context.fillStyle = colour("--soft")
      context.fillText(name, this._point.x, this._point.y)
    },
  })
  for (const [lat, lon, degrees, name] of await answer.json()) {
    new Name([lat, lon], { renderer, pane: "lines", interactive: false, radius: 90, name, degrees }).addTo(map)
  }
}

// The rings of a country as Leaflet takes them: latitude first.
function ringsOf({ type, coordinates }) {
  const polygons = type === "Polygon" ? [coordinates] : coordinates
  return polygons.flatMap((polygon) => polygon.flatMap(unrolled))
}

// A line that runs on over the 180th degree instead of jumping across the world, and the same one turn away where it
// does; Antarctica goes down to the pole. counterclaim/web/outlines.py does the same.
function unrolled(line) {
  let turn = 0
  const points = line.map(([lon, lat], at) => {
    const jump = at ? lon - line[at - 1][0] : 0
    if (Math.abs(jump) > 180) turn -= 360 * Math.sign(jump)
    return [lat, lon + turn]
  })
  const [start, end] = [points[0][1], points.at(-1)[1]]
  if (Math.abs(end - start) > 180) points.push([-90, end], [-90, start])
  const lons = points.map((point) => point[1])
  const turned = (by) => points.map(([lat, lon]) => [lat, lon + by])
  return [
    points,
    ...(lons.some((lon) => lon > 180) ? [turned(-360)] : []),
    ...(lons.some((lon) => lon < -180) ? [turned(360)] : []),
  ]
}
