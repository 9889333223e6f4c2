// A chain as a table: a row for each thing or figure on each link, as many as the picture counts.

import type { Evidence, Row } from "../../data/types";
import { element } from "../../element";
import { WORDS } from "../../shell/words";
import { arePlanned, standing } from "../../thing/planned";
import { time } from "../../thing/told";
import type { Cell, Context } from "../../view";
import { reading } from "../frame/columns";
import { citedCell, documentCell, documentColumn, grouped, joined, named, openFact, sentenceCell } from "../frame/rows";
import { positioned } from "../frame/words";
import { apart, FIGURES, industriesOf, isMixed, onLink } from "./links";

/** The table; what no sentence puts on a link, only its name, is told with the first sentence that mentions it. */
export function table(context: Context, rows: readonly Row[], name: string): HTMLElement {
  const items = [...grouped(rows, onLink).values()];
  const box = element("div");
  const silent = items.flatMap((same) => (same.some((row) => row.sentence) ? [] : [named(same[0] ?? {}, "name")]));
  void Promise.all(silent.map(async (iri) => [iri, (await context.provider.mentions(iri))[0]] as const)).then((found) =>
    box.replaceChildren(filled(context, items, new Map(found), name)),
  );
  return box;
}

type Mentions = ReadonlyMap<string, Evidence | undefined>;

function filled(context: Context, items: readonly (readonly Row[])[], mentions: Mentions, name: string): HTMLElement {
  const { say } = context;
  const columns = [
    { title: say({ zh: "位置", en: "Position" }) },
    { title: say({ zh: "环节", en: "Link" }) },
    { title: say({ zh: "产业", en: "Industry" }) },
    { title: say({ zh: "类别", en: "Kind" }) },
    { title: say({ zh: "名称", en: "Name" }) },
    { title: say({ zh: "状态", en: "Status" }) },
    { title: say({ zh: "时期", en: "Period" }), short: true },
    { title: say({ zh: "关系", en: "How" }) },
    documentColumn(context),
    { title: say({ zh: "原句", en: "Sentence" }), long: true },
  ];
  const lines = items.map((same) => line(context, same, mentions));
  return context.table(columns, lines, name, "sort");
}

function line(context: Context, same: readonly Row[], mentions: Mentions): Cell[] {
  const { say, provider, language } = context;
  const row = same.find(({ sentence }) => sentence) ?? same[0] ?? {};
  const [type, iri] = [row.type ?? "", named(row, "name")];
  const open = FIGURES.includes(type) && { open: () => void openFact(context, iri) };
  const more = new Set(same.map(({ sentence }) => sentence).filter(Boolean)).size - 1;
  const note = more > 0 && { note: say({ zh: `另有 ${more} 句`, en: `${more} more` }) };
  const mention = mentions.get(iri);
  const said = mention
    ? { text: mention.passage.text, open: () => context.openEvidence(mention) }
    : { ...sentenceCell(context, row), ...(row.sentence && open), ...note };
  const told = industriesOf(same);
  const mixed = isMixed({ industries: told });
  const stands = mixed ? apart(context, type, told) : say(standing(type, arePlanned(same)));
  const status = FIGURES.includes(type) ? provider.word(type, language) : stands;
  const industries = told.map(({ name, iri }) => ({ text: name, thing: iri }));
  const how = [...new Set(same.map((one) => reading(context, "how", one.how ?? "")))];
  return [
    { text: positioned(context, row.position ?? "") },
    { text: row.link ?? "" },
    { text: industries.map(({ text }) => text).join("、"), things: industries },
    { text: provider.word(type, language) },
    { text: row.name ?? "", ...(open || { thing: iri }) },
    { text: status },
    { text: time(context, row.period) },
    { text: how.join(say(WORDS.and)) },
    mention ? citedCell(context, [mention.passage]) : joined([row, ...same].map((one) => documentCell(context, one))),
    said,
  ];
}
