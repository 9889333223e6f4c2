// What codes of the named queries are called, where no term of the ontology is.
import type { Context, Words } from "../../view";

const ASPECTS_TOLD: Readonly<Record<string, Words>> = {
  has: { zh: "有什么", en: "What it has" },
  wants: { zh: "招什么", en: "What it wants" },
  where: { zh: "去哪里招", en: "Where it goes" },
  who: { zh: "谁来招", en: "Who does it" },
  Membership: { zh: "任职", en: "posts" },
  locatedIn: { zh: "境内有", en: "within it" },
  Platform: { zh: "驻外机构", en: "bureaus elsewhere" },
  elsewhere: { zh: "飞地与驻外机构", en: "enclaves and bureaus elsewhere" },
  toLieIn: { zh: "境内规划", en: "planned within it" },
  means: { zh: "如何招", en: "By what means" },
};

/** The five questions, in the order in which the documents ask them. */
export const ASPECTS: readonly string[] = ["has", "wants", "where", "who", "means"];

/** A comparator and its value as they are read: ">= 20亿元" as "≥20亿元", "= 13个" as "13个". */
export function readable(figure: string): string {
  return figure.replace(/(^|\s)(>=|<=|=|>|<|~) /g, (_, before, sign) => `${before}${SIGNS[sign] ?? sign}`);
}

/** A comparator by itself. */
export function sign(code: string): string {
  return code === "=" ? code : (SIGNS[code] ?? code);
}

const SIGNS: Readonly<Record<string, string>> = { ">=": "≥", "<=": "≤", "=": "", "~": "约" };

/** One of the five questions, or what a term of the ontology is called. */
export function aspect(context: Context, code: string): string {
  const words = ASPECTS_TOLD[code];
  return words ? context.say(words) : context.provider.word(code, context.language);
}

const ALONG: Readonly<Record<string, string>> = { 上游: "Upstream", 中游: "Midstream", 下游: "Downstream" };

/** The positions of a chain in their order. */
export const POSITIONS: readonly string[] = Object.keys(ALONG);

/** How a position of a chain is called. */
export function positioned({ say }: Context, position: string): string {
  return say({ zh: position, en: ALONG[position] ?? position });
}
