// Where else a thing is shown: the views that have it in their middle, with what their address must say.
import type { Thing } from "../data/types";
import type { View } from "../view";
import { chain } from "./chain/chain";
import { map } from "./map/map";
import { mind } from "./mind/mind";
import { timeline } from "./time/timeline";

export function viewsOf({ kind, iri, label }: Thing): (readonly [View, Readonly<Record<string, string>>])[] {
  const [tree, times] = [{ of: `${kind.toLowerCase()}:${label}` }, { place: iri }];
  if (kind === "Region")
    return [
      [map, { region: iri }],
      [mind, tree],
      [timeline, times],
    ];
  if (kind === "Industry")
    return [
      [chain, { industry: label }],
      [mind, tree],
    ];
  return kind === "Platform" ? [[timeline, times]] : [];
}
