// 思维导图: one industry, or one region with its five questions, as a tree that folds.
import type { Row } from "../../data/types";
import { standing } from "../../thing/planned";
import type { Context, View } from "../../view";
import { chainOf, meant } from "../chain/links";
import { arriving } from "../frame/arriving";
import { frame } from "../frame/frame";
import { list, type Option } from "../frame/pick";
import { grouped, openSentence } from "../frame/rows";
import { aspect, positioned } from "../frame/words";
import { picture } from "./picture";
import { industryTree, leaves, regionTree, type Tree } from "./tree";

const INDUSTRIES = "industry-map";
const REGIONS = "region-profile";
const MANY = 60;
const WIDE = 8;
const APART = "~";

export const mind: View = {
  id: "mind",
  title: { zh: "思维导图", en: "Mind map" },
  show(host, context) {
    const place = frame(
      host,
      context,
      mind.title,
      {
        zh: "一个产业，或一个地区，一张导图；空心的只是规划。",
        en: "One industry or one region as a mind map; what is hollow is only planned.",
      },
      { zh: "点圆圈收起或展开，点名称看详情。", en: "Circles fold and unfold, names open." },
    );
    const pick = list(context, { zh: "产业或地区", en: "Industry or region" }, "of", "changed");
    place.list.append(pick.element);
    const { provider } = context;
    const listed = provider.held ? [INDUSTRIES, REGIONS] : ["explorer/served/industries", "explorer/regions"];
    let turn = 0;
    return arriving(context, listed, [], (industries = [], regions = []) => {
      const options = choices(context, industries, regions);
      return place.draw(["of", "changed"], async (room) => {
        const own = ++turn;
        const chosen = asked(context.state.get("of"), industries) || (options[0]?.value ?? "");
        pick.fill(options, chosen);
        const there = options.some(({ value }) => value === chosen);
        const tree = there ? await rooted(context, chosen) : undefined;
        if (own !== turn) return;
        const name = `${context.say(mind.title)}-${tree?.text ?? ""}`;
        if (!tree)
          return place.fill(context.say({ zh: "没有可画的。", en: "There is nothing to draw." }), undefined, name);
        place.fill(picture(context, tree, room, acts(context, tree)), () => table(context, tree, name), name);
      });
    });
  },
};

/** "industry:半导体" and "region:缙云县", with how many leaves each has, where these are at hand. */
function choices(context: Context, industries: readonly Row[], regions: readonly Row[]): Option[] {
  const found = (rows: readonly Row[], by: (row: Row) => string, kind: string, group: string) =>
    [...grouped(rows, by)]
      .map(([text, same]) => {
        const count = same.reduce((sum, row) => sum + Number(row.things), 0) || same.length;
        return { count, option: { value: `${kind}:${text}`, text, group } };
      })
      .sort((one, other) => other.count - one.count)
      .map(({ count, option }) => (context.provider.held ? { ...option, count } : option));
  return [
    ...found(industries, chainOf, "industry", context.say({ zh: "产业", en: "Industries" })),
    ...found(regions, (row) => row.region ?? "", "region", context.say({ zh: "地区", en: "Regions" })),
  ];
}

/** An industry on a chain is shown with its chain. */
function asked(of: string, industries: readonly Row[]): string {
  const [, name] = of.match(/^industry:(.*)$/su) ?? [];
  return name ? `industry:${meant(industries, name)}` : of;
}

async function rooted(context: Context, chosen: string): Promise<Tree | undefined> {
  const { provider } = context;
  const [kind, text] = [chosen.slice(0, chosen.indexOf(":")), chosen.slice(chosen.indexOf(":") + 1)];
  if (kind === "region") {
    const own = (await provider.rows(REGIONS, { region: text })).filter((row) => row.region === text);
    return own.length ? regionTree(text, own, (code) => aspect(context, code)) : undefined;
  }
  const own = (await provider.rows(INDUSTRIES, { industry: text })).filter((row) => chainOf(row) === text);
  const told = own.map((row) => ({ ...row, position: positioned(context, row.position ?? "") }));
  return own.length ? industryTree(text, told) : undefined;
}

/** At first the deep part of a large tree is folded, and what has many below it; the address keeps what the reader changed. */
function acts(context: Context, root: Tree): Parameters<typeof picture>[3] {
  const large = leaves(root) > MANY;
  const folded = (tree: Tree, depth: number) => (depth > 1 && large) || (depth > 0 && tree.children.length > WIDE);
  const changed = new Set(context.state.get("changed").split(APART).filter(Boolean));
  return {
    isFolded: (tree, depth) => folded(tree, depth) !== changed.has(tree.id),
    fold: (tree) => {
      if (!tree.id) return;
      if (!changed.delete(tree.id)) changed.add(tree.id);
      context.state.set({ changed: [...changed].join(APART) }, "replace");
    },
    open: (tree) => {
      if (tree.row && !isThing(tree.row)) void openSentence(context, tree.row);
      else context.openThing(tree.iri);
    },
  };
}

/** A figure of a region names its indicator, which is no thing with a page of its own. */
function isThing(row: Row): boolean {
  return row.how !== "Target" && row.how !== "Result";
}

/** Whether a leaf is there, planned or a figure; of people who hold posts that is not asked. */
function status(context: Context, { row, kind, planned = false }: Tree): string {
  if (row && !isThing(row)) return context.provider.word(row.how ?? "", context.language);
  return kind && kind !== "Person" ? context.say(standing(kind, planned)) : "";
}

function table(context: Context, root: Tree, name: string): HTMLElement {
  const lines: { way: string[]; tree: Tree }[] = [];
  const walk = (tree: Tree, way: string[]) => {
    if (!tree.children.length) lines.push({ way, tree });
    for (const child of tree.children) walk(child, [...way, child.text]);
  };
  walk(root, []);
  const deep = Math.max(1, ...lines.map((line) => line.way.length));
  const { open } = acts(context, root);
  const columns = Array.from({ length: deep }, (_, index) => ({
    title: context.say({ zh: `第${index + 1}层`, en: `Level ${index + 1}` }),
  }));
  const last = { title: context.say({ zh: "状态", en: "Status" }) };
  const cells = lines.map(({ way, tree }) => [
    ...columns.map((_, index) => {
      const text = way[index] ?? "";
      return index === way.length - 1 && (tree.iri || tree.row) ? { text, open: () => open(tree) } : { text };
    }),
    { text: status(context, tree) },
  ]);
  return context.table([...columns, last], cells, name, "sort");
}
