// Paths as a shape to be drawn: their things and facts, each once, and how far from the beginning each thing is.
import type { Step, Thing } from "../../data/types";
import type { Line } from "../hood";
import type { Shape } from "../scene";

/** The things and facts of paths, each once. */
export function along(paths: readonly (readonly Step[])[]): Shape {
  const things = new Map<string, Thing>();
  const lines = new Map<string, Line>();
  for (const { fact, role, from, to, forward } of paths.flat()) {
    things.set(from.iri, from).set(to.iri, to);
    const [one, other] = forward ? [from.iri, to.iri] : [to.iri, from.iri];
    lines.set(`${fact.id} ${one} ${other}`, { fact, role, from: one, to: other });
  }
  const [first] = paths[0] ?? [];
  const last = paths[0]?.at(-1);
  return { things, lines: [...lines.values()], opened: new Set([first?.from.iri ?? "", last?.to.iri ?? ""]) };
}

/** How many steps from the beginning each thing is. */
export function depths(paths: readonly (readonly Step[])[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const path of paths) {
    for (const [at, { from, to }] of path.entries()) found.set(from.iri, at).set(to.iri, at + 1);
  }
  return found;
}
