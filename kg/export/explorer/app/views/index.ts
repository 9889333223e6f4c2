// The documents' own systems, in the order of the tabs.
import type { View } from "../view";
import { chain } from "./chain/chain";
import { leaderboard } from "./figures/leaderboard";
import { progress } from "./figures/progress";
import { map } from "./map/map";
import { mind } from "./mind/mind";

export const VIEWS: readonly View[] = [chain, mind, map, leaderboard, progress];
