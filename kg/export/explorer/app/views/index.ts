// The documents' own systems, in the order of the tabs.
import type { View } from "../view";
import { chain } from "./chain/chain";
import { leaderboard } from "./figures/leaderboard";
import { progress } from "./figures/progress";
import { lists } from "./lists/lists";
import { map } from "./map/map";
import { mind } from "./mind/mind";

import { timeline } from "./time/timeline";

export const VIEWS: readonly View[] = [chain, mind, map, leaderboard, timeline, progress, lists];
