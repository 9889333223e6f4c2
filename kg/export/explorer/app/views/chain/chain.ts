// 产业链图谱: an industry up and down its chain, with what the documents put on each link; links with nothing are gaps.
import type { Row } from "../../data/types";
import type { Context, View } from "../../view";
import { frame } from "../frame/frame";
import { list, type Option } from "../frame/pick";
import { grouped, openFact } from "../frame/rows";
import { asRead, chainOf, FIGURES, type Item, meant, positions, size } from "./links";
import { picture } from "./picture";
import { table } from "./table";

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
    let end = () => {};
    const needed = ["industry-chain", "explorer/chains", "explorer/figures"].map((name) => context.provider.rows(name));
    void Promise.all(needed).then(([found = [], vocabulary = [], figures = []]) => {
      const rows = asRead(found, figures);
      const options = choices(context, rows);
      end = place.draw(["industry"], (room) => {
        const chosen = meant(rows, context.state.get("industry")) || (options[0]?.value ?? "");
        pick.fill(options, chosen);
        const own = rows.filter((row) => chainOf(row) === chosen);
        const name = `${context.say(chain.title)}-${chosen}`;
        if (!own.length)
          return place.fill(context.say({ zh: "没有这个产业。", en: "No such industry." }), undefined, name);
        const drawn = picture(context, chosen, positions(chosen, rows, vocabulary), room, (item) =>
          open(context, item),
        );
        place.fill(drawn, () => table(context, own, name), name);
      });
    });
    return () => end();
  },
};

/** Chains before industries that are on none, those with most on them first. */
function choices(context: Context, rows: readonly Row[]): Option[] {
  const loose = context.say({ zh: "未归入产业链", en: "On no chain" });
  const found = [...grouped(rows, chainOf).entries()].map(([value, same]) => {
    const option = { value, text: value, count: size(same) };
    return same[0]?.chain ? option : { ...option, group: loose };
  });
  const apart = (option: Option) => Number(option.group === loose);
  return found.sort((one, other) => apart(one) - apart(other) || other.count - one.count);
}

function open(context: Context, item: Item): void {
  if (FIGURES.includes(item.kind)) void openFact(context, item.iri);
  else context.openThing(item.iri);
}
