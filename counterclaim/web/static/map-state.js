// The address is the state: what is asked for, the part of the map, the incident on the card.
// Whoever is given the address sees the same.

const PATH = location.pathname.replace(/\/$/, "")
const OF_THE_PAGE = ["at", "page", "zoom"] // tell nothing about which incidents are found

export const params = new URLSearchParams(location.search)

// Set parameters, or take out those that are null; `push` makes a step that the browser's Back undoes.
export function change(changes, { push = false } = {}) {
  apply(params, changes)
  const query = params.toString().replaceAll("%2C", ",")
  history[push ? "pushState" : "replaceState"](null, "", PATH + (query ? `?${query}` : ""))
}

// Take the state from the address again, after Back or Forward.
export function reread() {
  for (const name of [...params.keys()]) params.delete(name)
  for (const [name, value] of new URLSearchParams(location.search)) params.set(name, value)
}

// The address of a part of the page, or of data, for what is asked for now.
export function addressOf(part, changes = {}) {
  const asked = new URLSearchParams(params)
  for (const name of OF_THE_PAGE) asked.delete(name)
  apply(asked, changes)
  return `${PATH}/${part}?${asked.toString().replaceAll("%2C", ",")}`
}

function apply(asked, changes) {
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") asked.delete(name)
    else asked.set(name, value)
  }
}

export function degrees(bounds) {
  const clamp = (number, most) => Math.max(-most, Math.min(most, number))
  return [
    clamp(bounds.getWest(), 180), clamp(bounds.getSouth(), 90), clamp(bounds.getEast(), 180), clamp(bounds.getNorth(), 90),
  ].map((degree) => degree.toFixed(3).replace(/\.?0+$/, "")).join(",")
}
