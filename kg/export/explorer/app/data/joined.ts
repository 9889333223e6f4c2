// Facts that tell of all words of a search: each word is in the name of a thing that takes part, or in what the fact says.
import type { Graph } from "./graph";

export interface Joined {
  readonly facts: readonly number[];
  /** What they join and a word names: what the first word names before the others, the weightiest first. */
  readonly things: readonly number[];
}

export const NONE: Joined = { facts: [], things: [] };

/** The facts and things, `named` being the things with a name that holds each of the words. */
export function joined(graph: Graph, words: readonly string[], named: readonly ReadonlySet<number>[]): Joined {
  const { facts } = graph.block;
  const whole = (1 << words.length) - 1;
  const things = new Uint32Array(graph.things.length);
  named.forEach((own, at) => {
    for (const thing of own) things[thing] = (things[thing] ?? 0) | (1 << at);
  });
  const texts = said(graph, words);
  const masks = Uint32Array.from(facts.subject, (subject) => things[subject] ?? 0);
  for (const [, end, fact] of graph.edges()) masks[fact] = (masks[fact] ?? 0) | (things[end] ?? 0);
  const found: number[] = [];
  const tells = new Uint8Array(masks.length);
  masks.forEach((known, fact) => {
    // A word alone in what a fact says is no thing that was searched for.
    if (!known) return;
    let mask = known | (texts[facts.kind[fact] ?? 0] ?? 0);
    if (mask !== whole) for (const value of graph.says(fact)) mask |= texts[value] ?? 0;
    if (mask !== whole) return;
    tells[fact] = 1;
    found.push(fact);
  });
  const ends = new Set(found.map((fact) => facts.subject[fact] ?? 0));
  for (const [, end, fact] of graph.edges()) if (tells[fact]) ends.add(end);
  const rank = (thing: number) => {
    const mask = things[thing] ?? 0;
    return { thing, first: Math.clz32(mask & -mask), weight: graph.things[thing]?.weight ?? 0 };
  };
  const own = [...ends].filter((thing) => things[thing]).map(rank);
  own.sort((one, other) => other.first - one.first || other.weight - one.weight || one.thing - other.thing);
  return { facts: found, things: own.map(({ thing }) => thing) };
}

/** Which of the words are in each string of the graph, or in what it is called, as bits. */
function said(graph: Graph, words: readonly string[]): Uint32Array {
  const codes = new Map(Object.entries(graph.block.words).map(([code, [zh, en]]) => [code, `${zh}\n${en}`]));
  return Uint32Array.from(graph.block.strings, (text) => {
    const read = codes.get(text) ?? text;
    let mask = 0;
    for (let at = 0; at < words.length; at++) if (read.includes(words[at] ?? "")) mask |= 1 << at;
    return mask;
  });
}
