// Tables as they come: a view shows what is there first, and itself anew when it knows the rest.
import type { Row } from "../../data/types";
import type { Context } from "../../view";

type Tables = readonly (readonly Row[])[];

/**
 * Shows a view with the tables `first`, then with those of `later` behind them; where all are at hand, with all at once.
 * `show` returns what ends it, and so does this.
 */
export function arriving(
  { provider }: Context,
  first: readonly string[],
  later: readonly string[],
  show: (...tables: Tables) => (() => void) | Promise<() => void>,
): () => void {
  let [alive, end] = [true, () => {}];
  const come = async (names: readonly string[]) => {
    const tables = await Promise.all(names.map((name) => provider.rows(name)));
    if (!alive) return;
    const shown = await show(...tables);
    end();
    end = shown;
    if (!alive) end();
  };
  const all = () => come([...first, ...later]);
  void (provider.held || !later.length ? all() : come(first).then(all));
  return () => {
    alive = false;
    end();
  };
}
