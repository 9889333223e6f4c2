// The five questions as a file: files of several counties can be put together, and figures be added.
import type { Row } from "../../data/types";
import { csv } from "../../out/csv";
import { fileName, save } from "../../out/save";
import { time } from "../../thing/told";
import type { Context } from "../../view";
import { heading, stands } from "../frame/columns";
import { documentCell, documentColumn, grouped, named } from "../frame/rows";
import { aspect, readable, sign } from "../frame/words";

const BEFORE = ["region", "aspect", "how", "thing", "detail"];
const FIGURE = ["scope", "comparator", "value", "unit", "period"];
const BEHIND = ["status", "confidence"];

export async function saved(context: Context, region: string, rows: readonly Row[]): Promise<void> {
  const { say, provider } = context;
  const known = grouped(await provider.rows("explorer/figures"), (row) => key(named(row, "about"), row.printed));
  const title = (column: string) => heading(context, column);
  const columns = [...BEFORE, ...FIGURE, ...BEHIND].map(title);
  const lines = rows.map((row) => {
    const same = known.get(key(named(row, "region"), row.thing)) ?? [];
    const { detail = "" } = row;
    return [
      row.region ?? "",
      aspect(context, row.aspect ?? ""),
      aspect(context, row.how ?? ""),
      row.thing ?? "",
      readable(detail),
      ...parts(context, detail, same),
      stands(context, row),
      row.confidence ?? "",
      ...(documentCell(context, row).file ?? []),
      row.sentence ?? "",
    ];
  });
  const name = fileName(say({ zh: "五问", en: "profile" }), region);
  const content = csv([[...columns, ...(documentColumn(context).file ?? []), title("sentence")], ...lines]);
  save(`${name}.csv`, new Blob([content], { type: "text/csv;charset=utf-8" }));
}

function key(...parts: readonly (string | undefined)[]): string {
  return parts.join("\n");
}

/** The parts of a figure that a detail tells in one (亿元以上 >= 40个 2022), each by itself; of what is none, nothing. */
function parts(context: Context, detail: string, figures: readonly Row[]): readonly string[] {
  for (const { scope = "", comparator = "", value = "", unit = "" } of figures) {
    const told = [scope, comparator === "=" ? "" : comparator, value + unit].filter(Boolean).join(" ");
    const period = detail.slice(told.length);
    if (value && detail.startsWith(told) && (!period || period.startsWith(" ")))
      return [scope, sign(comparator), value, unit, time(context, period.trim())];
  }
  return FIGURE.map(() => "");
}
