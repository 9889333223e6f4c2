// Trees for mind maps: one of an industry's chain, one of a region's five questions; and where their nodes stand.
import type { Row } from "../../data/types";
import { arePlanned } from "../../thing/planned";
import { grouped, kindOf, named } from "../frame/rows";
import { ASPECTS, readable } from "../frame/words";

export interface Tree {
  /** The way from the root, by numbers: "0", "0.2"; "" is the root. */
  readonly id: string;
  readonly text: string;
  readonly kind: string;
  readonly iri: string;
  /** The row that says so, where it is about a sentence rather than a thing. */
  readonly row?: Row;
  /** Whether all that it stands for is only planned. */
  readonly planned?: boolean;
  readonly children: readonly Tree[];
}

type Level = (row: Row) => { readonly text: string; readonly kind: string; readonly iri: string; readonly row?: Row };

/** Rows as a tree: each level groups what is below it; a level without a name, or with that of the one above, is left out. */
export function grown(
  id: string,
  root: Omit<Tree, "id" | "children">,
  rows: readonly Row[],
  levels: readonly Level[],
): Tree {
  const [level, ...rest] = levels;
  if (!level) return { id, ...root, children: [] };
  const groups = grouped(rows, (row) => level(row).text);
  const through = [...(groups.get("") ?? []), ...(groups.get(root.text) ?? [])];
  const children: Omit<Tree, "id">[] = [];
  for (const [text, same] of groups) {
    const [first] = same;
    if (first && text && text !== root.text)
      children.push(grown("", { ...level(first), planned: arePlanned(same) }, same, rest));
  }
  if (through.length) children.push(...grown("", root, through, rest).children);
  return numbered({ id, ...root, children: children as Tree[] }, id);
}

function numbered(tree: Tree, id: string): Tree {
  const below = (index: number) => (id ? `${id}.${index}` : String(index));
  return { ...tree, id, children: tree.children.map((child, index) => numbered(child, below(index))) };
}

const cell = (column: string) => (row: Row) => {
  const iri = named(row, column);
  return { text: row[column] ?? "", kind: kindOf(iri), iri };
};

const LEVELS = ["position", "link", "industry", "region", "platform", "thing"];

export function industryTree(chain: string, rows: readonly Row[]): Tree {
  return grown("", { text: chain, kind: "Industry", iri: "" }, rows, LEVELS.map(cell));
}

export function regionTree(region: string, rows: readonly Row[], word: (code: string) => string): Tree {
  const rank = (row: Row) => ASPECTS.indexOf(row.aspect ?? "");
  const sorted = rows.toSorted((one, other) => rank(one) - rank(other));
  return grown("", { text: region, kind: "Region", iri: named(rows[0] ?? {}, "region") }, sorted, [
    (row) => ({ text: word(row.aspect ?? ""), kind: "", iri: "" }),
    (row) => ({ text: word(row.how ?? ""), kind: "", iri: "" }),
    (row) => ({ text: told(row), kind: kindOf(named(row, "thing")), iri: named(row, "thing"), row }),
  ]);
}

function told(row: Row): string {
  return [row.thing ?? "", readable(row.detail ?? "")].filter(Boolean).join(" ");
}

export function leaves(tree: Tree): number {
  return tree.children.length ? tree.children.reduce((sum, child) => sum + leaves(child), 0) : 1;
}

export interface Placed {
  readonly tree: Tree;
  readonly parent: string;
  readonly depth: number;
  /** To the right of the root, or to its left. */
  readonly side: 1 | -1;
  readonly folded: boolean;
  x: number;
  y: number;
}

/** Every shown node from the root on, a row for each leaf, parents halfway between their first and last child. */
export function placed(root: Tree, isFolded: (tree: Tree, depth: number) => boolean, two: boolean): Placed[] {
  const right: Tree[] = [];
  const left: Tree[] = [];
  const half = root.children.reduce((sum, child) => sum + leaves(child), 0) / 2;
  let count = 0;
  for (const child of root.children) {
    (two && count >= half ? left : right).push(child);
    count += leaves(child);
  }
  const found: Placed[] = [];
  const walk = (tree: Tree, parent: string, depth: number, side: 1 | -1, row: { next: number }): number => {
    const folded = tree.children.length > 0 && isFolded(tree, depth);
    const own: Placed = { tree, parent, depth, side, folded, x: 0, y: 0 };
    found.push(own);
    const ys = folded ? [] : tree.children.map((child) => walk(child, tree.id, depth + 1, side, row));
    own.y = ys.length ? ((ys[0] ?? 0) + (ys.at(-1) ?? 0)) / 2 : row.next++;
    return own.y;
  };
  const [rowsRight, rowsLeft] = [{ next: 0 }, { next: 0 }];
  const centre: Placed = { tree: root, parent: "", depth: 0, side: 1, folded: isFolded(root, 0), x: 0, y: 0 };
  if (centre.folded) return [centre];
  for (const child of right) walk(child, "", 1, 1, rowsRight);
  for (const child of left) walk(child, "", 1, -1, rowsLeft);
  const tall = Math.max(rowsRight.next, rowsLeft.next, 1);
  for (const one of found) one.y += (tall - (one.side > 0 ? rowsRight : rowsLeft).next) / 2;
  centre.y = (tall - 1) / 2;
  return [centre, ...found];
}

/** The same as an outline, for where there is no room to the side: a row for each node, further in the deeper it is. */
export function outlined(root: Tree, isFolded: (tree: Tree, depth: number) => boolean): Placed[] {
  const found: Placed[] = [];
  const walk = (tree: Tree, parent: string, depth: number) => {
    const folded = tree.children.length > 0 && isFolded(tree, depth);
    found.push({ tree, parent, depth, side: 1, folded, x: depth, y: found.length });
    if (!folded) for (const child of tree.children) walk(child, tree.id, depth + 1);
  };
  walk(root, "", 0);
  return found;
}
