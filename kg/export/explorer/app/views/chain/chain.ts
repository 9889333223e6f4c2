// 产业链图谱: an industry up and down its chain, with what the documents put on each link; links with nothing are gaps.
import type { Row } from "../../data/types";
import type { Context, View } from "../../view";
import { arriving } from "../frame/arriving";
import { frame } from "../frame/frame";
import { list, type Option } from "../frame/pick";
import { grouped, openFact } from "../frame/rows";
import { asRead, chainOf, FIGURES, type Item, meant, positions, size } from "./links";
import { picture } from "./picture";
import { table } from "./table";

const ROWS = "industry-chain";
const INDUSTRY = { zh: "产业", en: "Industry" };

export const chain: View = {
  id: "chain",
  title: { zh: "产业链图谱", en: "Industry chains" },
  show(host, context) {
    const place = frame(host, context, chain.title, {
      zh: "一条产业链的上中下游各有哪些地区、平台、企业、项目、基金和数字。数目是条目：一个实体或数字在一个环节上算一条，图、表和列表相同。虚线的环节，文献里还没有；空心的只是规划、要引进：可能就是要补的链。",
      en: "Who and what stands where on an industry's chain. Numbers count entries: a thing or figure on a link is one, in picture, table and list alike. Dashed links are those on which the documents have nothing, hollow ones those that are only planned.",
    });
    const pick = list(context, INDUSTRY, "industry");
    place.list.append(pick.element);
    const { provider } = context;
    const listed = provider.held ? ROWS : "explorer/served/industries";
    let turn = 0;
    return arriving(
      context,
      ["explorer/chains", listed],
      ["explorer/figures"],
      (links = [], all = [], figures = []) => {
        const options = choices(context, all);
        return place.draw(["industry"], async (room) => {
          const own = ++turn;
          const chosen = meant(all, context.state.get("industry")) || (options[0]?.value ?? "");
          pick.fill(options, chosen);
          const there = options.some(({ value }) => value === chosen);
          const found = there ? await provider.rows(ROWS, { industry: chosen }) : [];
          if (own !== turn) return;
          const rows = asRead(found, figures).filter((row) => chainOf(row) === chosen);
          const name = `${context.say(chain.title)}-${chosen}`;
          if (!rows.length)
            return place.fill(context.say({ zh: "没有这个产业。", en: "No such industry." }), undefined, name);
          const drawn = picture(context, chosen, positions(chosen, rows, links), room, (item) => open(context, item));
          place.fill(drawn, () => table(context, rows, name), name);
        });
      },
    );
  },
};

/** Chains before industries that are on none, those with most on them first; where the rows are not at hand they are not counted. */
function choices(context: Context, rows: readonly Row[]): Option[] {
  const loose = context.say({ zh: "未归入产业链", en: "On no chain" });
  const sizes = new Map<Option, number>();
  for (const [value, same] of grouped(rows, chainOf)) {
    const count = same.reduce((sum, row) => sum + Number(row.things), 0) || size(same);
    const told = context.provider.held ? { value, text: value, count } : { value, text: value };
    sizes.set(same[0]?.chain ? told : { ...told, group: loose }, count);
  }
  const apart = (option: Option) => Number(option.group === loose);
  const more = (one: Option, other: Option) => (sizes.get(other) ?? 0) - (sizes.get(one) ?? 0);
  return [...sizes.keys()].sort((one, other) => apart(one) - apart(other) || more(one, other));
}

function open(context: Context, item: Item): void {
  if (FIGURES.includes(item.kind)) void openFact(context, item.iri);
  else context.openThing(item.iri);
}
