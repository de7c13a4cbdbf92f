// The symbols of the map on one canvas, as templates/map/symbols.html has them in SVG: a disc for an incident, a square
// for several, hatching for an area. Nothing is told by colour alone.

import { colour } from "./map-ground.js"

const RINGS = [0, 1.5, 3, 5] // pixels of the ring by how far figures lie apart
const TAG = 14 // pixels that the number of an area may reach beyond its outline
const DASH = [5, 4]

let hatch = null
let paint = {}

// Take colours from the style sheet, at first and when they change.
export function mixColours() {
  paint = { mark: colour("--mark"), paper: colour("--paper"), ink: colour("--ink"), hatch: colour("--hatch") }
  const tile = new OffscreenCanvas(10, 10)
  const ink = tile.getContext("2d")
  ink.strokeStyle = paint.hatch
  ink.lineWidth = 1.2
  for (const shift of [-10, 0, 10]) {
    ink.moveTo(shift - 1, 11)
    ink.lineTo(shift + 11, -1)
  }
  ink.stroke()
  hatch = tile
}

const Symbols = L.Canvas.extend({
  _fillStroke(context, layer) {
    if (!layer.options.hatched) {
      L.Canvas.prototype._fillStroke.call(this, context, layer)
      return
    }
    context.fillStyle = context.createPattern(hatch, "repeat")
    context.fill("evenodd")
    context.setLineDash(layer.options.disputed ? DASH : [])
    context.lineWidth = 1.5
    context.strokeStyle = paint.mark
    context.stroke()
    context.setLineDash([])
  },
})

function write(context, words, x, y, ink) {
  context.font = "600 12px system-ui, sans-serif"
  context.textAlign = "center"
  context.textBaseline = "middle"
  if (ink === paint.ink) {
    context.lineWidth = 4
    context.strokeStyle = paint.paper
    context.lineJoin = "round"
    context.strokeText(words, x, y)
  }
  context.fillStyle = ink
  context.fillText(words, x, y)
}

// Whether Leaflet wants the layer drawn now: circles tell by _empty, polygons by the parts that are in view.
const drawn = (layer) => layer._renderer._drawing && (layer._empty ? !layer._empty() : layer._parts.length > 0)

const Disc = L.CircleMarker.extend({
  _updatePath() {
    if (!drawn(this)) return
    const { size, speakers, spread, disputed } = this.options
    const context = this._renderer._ctx
    const { x, y } = this._point
    if (spread || disputed) {
      context.beginPath()
      context.arc(x, y, size + 4, 0, 2 * Math.PI)
      context.setLineDash(disputed ? DASH : [])
      context.lineWidth = RINGS[spread] || 1.5
      context.strokeStyle = paint.mark
      context.stroke()
      context.setLineDash([])
    }
    context.beginPath()
    context.arc(x, y, size, 0, 2 * Math.PI)
    context.fillStyle = paint.mark
    context.fill()
    context.lineWidth = 1
    context.strokeStyle = paint.paper
    context.stroke()
    if (speakers) write(context, String(speakers), x, y, paint.paper)
  },
})

const Square = L.CircleMarker.extend({
  _updatePath() {
    if (!drawn(this)) return
    const { size, count, disputed } = this.options
    const context = this._renderer._ctx
    const { x, y } = this._point
    context.beginPath()
    context.roundRect(x - size, y - size, 2 * size, 2 * size, 4)
    context.fillStyle = paint.mark
    context.fill()
    context.setLineDash(disputed ? DASH : [])
    context.lineWidth = 1.5
    context.strokeStyle = paint.paper
    context.stroke()
    context.setLineDash([])
    write(context, String(count), x, y, paint.paper)
  },
})

// What an area needs beside its outline: room for its number, and the number.
const tagged = (Base, where) =>
  Base.extend({
    _updateBounds() {
      Base.prototype._updateBounds.call(this)
      this._pxBounds = L.bounds(this._pxBounds.min.subtract([TAG, TAG]), this._pxBounds.max.add([TAG, TAG]))
    },
    _updatePath() {
      Base.prototype._updatePath.call(this)
      if (!drawn(this)) return
      const { x, y } = where(this)
      write(this._renderer._ctx, String(this.options.count), x, y, paint.ink)
    },
  })

const Round = tagged(L.Circle, (layer) => layer._point.subtract([0, layer._radius - 4]))
const Outlined = tagged(L.Polygon, (layer) => layer._map.latLngToLayerPoint(layer.options.middle))

export function makeSymbols(map) {
  map.createPane("symbols").classList.add("symbols-pane")
  mixColours()
  return new Symbols({ pane: "symbols", padding: 0.5 })
}

// The layers of one mark, the one that answers a click last.
export function layersOf(mark, renderer, countries, metresPerPixel) {
  const at = [mark.lat, mark.lon]
  const more = { renderer, pane: "symbols", ...mark }
  if (mark.area) {
    const shape = countries.get(mark.shape)
    const options = { ...more, hatched: true, fill: true, middle: L.latLng(at) }
    if (shape) return [new Outlined(shape, options)]
    const radius = Math.max(mark.radius_km * 1000, 9 * metresPerPixel)
    return [new Round(at, { ...options, radius })]
  }
  const symbol = new (mark.count === 1 ? Disc : Square)(at, { ...more, radius: mark.size + 8 })
  if (mark.radius_km * 1000 <= mark.size * metresPerPixel) return [symbol]
  const reach = { renderer, pane: "symbols", interactive: false, radius: mark.radius_km * 1000 }
  return [L.circle(at, { ...reach, color: paint.mark, weight: 1, fillColor: paint.mark, fillOpacity: 0.1 }), symbol]
}
