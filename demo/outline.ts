// Finds the outer line of several faces that share their corners, so that a community is exactly the sum of its grids.

/** Corner names in order around the joined faces; every face must run the same way round, and the sum have no hole. */
export function outline(faces: readonly (readonly string[])[]): string[] {
  const next = new Map<string, string>()
  const edges = faces.flatMap(edgesOf)
  const known = new Set(edges.map(([from, to]) => `${from}>${to}`))
  for (const [from, to] of edges) {
    if (known.has(`${to}>${from}`)) continue
    if (next.has(from)) throw new Error(`the outline passes corner ${from} twice`)
    next.set(from, to)
  }
  const start = next.keys().next().value
  if (start === undefined) throw new Error('the faces leave no outline')
  const ring = [start]
  for (let corner = next.get(start)!; corner !== start; corner = next.get(corner)!) ring.push(corner)
  if (ring.length !== next.size) throw new Error('the faces lie apart from each other')
  return ring
}

function edgesOf(face: readonly string[]): [from: string, to: string][] {
  return face.map((corner, i) => [corner, face[(i + 1) % face.length]!])
}
