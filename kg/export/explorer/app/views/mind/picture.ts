// The drawing of a mind map: curves from each node to those below it, circles that fold and unfold.
import { PLANNED } from "../../thing/planned";
import type { Context } from "../../view";
import { called, drawing, fitted, label, shape, spot, width } from "../frame/svg";
import { outlined, type Placed, placed, type Tree } from "./tree";
import "./mind.css";

const ROW = 27;
const GAP = 40;
const NARROW = 640;
const LONGEST = [260, 200, 150, 110];
const TALL = 16;
const INDENT = 20;
const TEXT = 13;
const FOLD = 7;

export interface Acts {
  isFolded(tree: Tree, depth: number): boolean;
  fold(tree: Tree): void;
  open(tree: Tree): void;
}

export function picture(context: Context, root: Tree, room: number, acts: Acts): SVGSVGElement {
  const outline = room < NARROW;
  const { nodes, wide, longest } = outline ? straight(root, room, acts) : fitting(root, room, acts);
  const tall = (Math.max(...nodes.map((node) => node.y)) + 1) * ROW + 16;
  for (const node of nodes) node.y = node.y * ROW + ROW / 2 + 8;
  const where = new Map(nodes.map((node) => [node.tree.id, node]));
  const curves = nodes.slice(1).flatMap((node) => {
    const parent = where.get(node.parent);
    return parent ? [outline ? corner(parent, node) : curve(parent, node, longest)] : [];
  });
  const drawn = nodes.map((node) => marked(context, node, acts, outline ? room - node.x - 30 : longest, outline));
  const tree = drawing(wide, tall, root.text, ...curves, ...drawn);
  tree.setAttribute("role", "tree");
  walk(tree, nodes, acts);
  return tree;
}

interface Layout {
  readonly nodes: readonly Placed[];
  readonly wide: number;
  /** How long a text may be before it is cut. */
  readonly longest: number;
}

function straight(root: Tree, room: number, acts: Acts): Layout {
  const nodes = outlined(root, acts.isFolded);
  for (const node of nodes) node.x = node.depth * INDENT + 4;
  return { nodes, wide: room, longest: room };
}

/** To both sides where the tree is tall, to one where that is too wide; texts as long as there is room for them. */
function fitting(root: Tree, room: number, acts: Acts): Layout {
  const tall =
    placed(root, acts.isFolded, false).filter((node) => !node.tree.children.length || node.folded).length > TALL;
  let last: Layout | undefined;
  for (const longest of LONGEST) {
    for (const two of tall ? [true, false] : [false]) {
      const nodes = placed(root, acts.isFolded, two);
      last = { nodes, wide: sideways(nodes, room, longest), longest };
      if (last.wide <= room) return last;
    }
  }
  return last ?? straight(root, room, acts);
}

/** What only groups is set in bold. */
const groups = ({ tree, depth }: Placed) => !depth || (!tree.iri && !tree.row);
const weight = (node: Placed) => (groups(node) ? 600 : 400);
const size = (node: Placed, longest: number) =>
  width(fitted(node.tree.text, longest, TEXT, weight(node)), TEXT, weight(node)) +
  (node.tree.kind && node.depth ? 14 : 0);

/** Gives each depth a column as wide as its widest text, on both sides of the root; returns the width of all. */
function sideways(nodes: readonly Placed[], room: number, longest: number): number {
  const ends: Record<1 | -1, number> = { 1: 0, "-1": 0 };
  const [root] = nodes;
  const half = root ? size(root, longest) / 2 + 14 : 0;
  for (const side of [1, -1] as const) {
    let x = half;
    for (let depth = 1; ; depth++) {
      const column = nodes.filter((node) => node.side === side && node.depth === depth);
      if (!column.length) break;
      x += GAP;
      for (const node of column) node.x = side * x;
      x += Math.max(...column.map((node) => size(node, longest))) + 2 * FOLD;
    }
    ends[side] = x;
  }
  const wide = Math.max(room, ends[1] + ends[-1] + 20);
  const centre = ends[-1] + (wide - ends[1] - ends[-1]) / 2;
  for (const node of nodes) node.x += centre;
  return wide;
}

function corner(parent: Placed, node: Placed): SVGElement {
  return shape("path", { d: `M${parent.x + 6} ${parent.y + 10}V${node.y}H${node.x - 4}`, class: "mind-curve" });
}

function curve(parent: Placed, node: Placed, longest: number): SVGElement {
  const long = size(parent, longest);
  const from = parent.x + node.side * (parent.depth ? long + 2 * FOLD + 5 : long / 2 + 14);
  const to = node.x - node.side * 4;
  const half = (from + to) / 2;
  return shape("path", {
    d: `M${from} ${parent.y}C${half} ${parent.y} ${half} ${node.y} ${to} ${node.y}`,
    class: "mind-curve",
  });
}

function marked(context: Context, node: Placed, acts: Acts, room: number, outline: boolean): SVGGElement {
  const { tree, depth, side } = node;
  const text = fitted(tree.text, room, TEXT, weight(node));
  const long = width(text, TEXT, weight(node));
  const dot = tree.kind && depth ? 14 : 0;
  const root = !depth && !outline;
  const x = root ? node.x - long / 2 : side > 0 ? node.x : node.x - long - dot;
  const expanded = tree.children.length ? { "aria-expanded": String(!node.folded) } : {};
  const planned = tree.planned && dot > 0;
  const name = planned ? `${tree.text} ${context.say(PLANNED)}` : tree.text;
  const told = tree.children.length ? `${name} (${tree.children.length})` : name;
  const group = shape("g", {
    class: "mark mind-node",
    role: "treeitem",
    tabindex: -1,
    "aria-level": depth + 1,
    "data-id": tree.id,
    ...expanded,
  });
  const pad = root ? 14 : 4;
  group.append(
    shape("rect", {
      x: x - pad,
      y: node.y - 12,
      width: long + dot + 2 * pad,
      height: 24,
      rx: root ? 12 : 5,
      class: root ? "mind-root" : "target",
    }),
    ...(dot ? [spot(tree.kind, x + 5, node.y, planned ? "planned" : "there")] : []),
    label(x + dot, node.y + 5, text, root ? "mind-title" : groups(node) ? "strong" : ""),
  );
  group.addEventListener("click", () => (tree.iri || tree.row ? acts.open(tree) : acts.fold(tree)));
  if (tree.children.length && depth)
    group.append(fold(context, node, x + (side > 0 ? long + dot + pad + FOLD : -pad - FOLD), acts));
  return called(group, told);
}

function fold(context: Context, node: Placed, x: number, acts: Acts): SVGGElement {
  const told = node.folded ? context.say({ zh: "展开", en: "Unfold" }) : context.say({ zh: "收起", en: "Fold" });
  const sign = node.folded ? String(node.tree.children.length) : "–";
  const circle = shape(
    "g",
    { class: "mind-fold" },
    shape("title", {}, told),
    shape("circle", { cx: x, cy: node.y, r: FOLD + 1 }),
    label(x, node.y + 4, sign, "mind-sign", "middle"),
  );
  circle.addEventListener("click", (event) => {
    event.stopPropagation();
    acts.fold(node.tree);
  });
  return circle;
}

/** The keyboard on a tree: up and down from node to node, right unfolds or goes in, left folds or goes out, Enter opens. */
function walk(tree: SVGSVGElement, nodes: readonly Placed[], acts: Acts): void {
  const items = [...tree.querySelectorAll<SVGGElement>(".mind-node")];
  items[0]?.setAttribute("tabindex", "0");
  const go = (item: SVGGElement | undefined) => {
    if (!item) return;
    for (const one of items) one.setAttribute("tabindex", one === item ? "0" : "-1");
    item.focus();
  };
  tree.addEventListener("focusin", ({ target }) => {
    for (const one of items) one.setAttribute("tabindex", one === target ? "0" : "-1");
  });
  tree.addEventListener("keydown", (event) => {
    const at = items.indexOf(document.activeElement as SVGGElement);
    const node = nodes[at];
    if (!node || event.altKey || event.ctrlKey || event.metaKey) return;
    const more = node.tree.children.length > 0;
    const inwards = node.side > 0 ? "ArrowRight" : "ArrowLeft";
    const outwards = node.side > 0 ? "ArrowLeft" : "ArrowRight";
    if (event.key === "ArrowDown") go(items[at + 1]);
    else if (event.key === "ArrowUp") go(items[at - 1]);
    else if (event.key === "Home") go(items[0]);
    else if (event.key === "End") go(items.at(-1));
    else if (event.key === inwards) more && node.folded ? acts.fold(node.tree) : go(more ? items[at + 1] : undefined);
    else if (event.key === outwards)
      more && !node.folded && at
        ? acts.fold(node.tree)
        : go(items[nodes.findIndex((one) => one.tree.id === node.parent)]);
    else if (event.key === "Enter") node.tree.iri || node.tree.row ? acts.open(node.tree) : acts.fold(node.tree);
    else if (event.key === " ") acts.fold(node.tree);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
