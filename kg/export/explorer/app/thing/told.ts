// A fact as words: the cells of a line, each a text or the name of a thing.
import type { Document, Fact, Language, Thing } from "../data/types";
import { element, name } from "../element";
import type { Context, Words } from "../view";

/** A part of a fact; `thing` where it names one. */
export interface Part {
  readonly text: string;
  readonly thing?: Thing;
}

/** The things that facts name, by IRI. */
export type Things = ReadonlyMap<string, Thing>;

export async function things({ provider }: Context, facts: readonly Fact[]): Promise<Things> {
  const iris = new Set(facts.flatMap((fact) => [fact.subject, ...fact.ends.map((end) => end.thing)]));
  const found = await Promise.all([...iris].map((iri) => provider.thing(iri)));
  return new Map(found.filter((thing) => thing !== undefined).map((thing) => [thing.iri, thing]));
}

const SIGNS: Readonly<Record<string, string>> = { ">=": "≥", "<=": "≤", "=": "", "~": "≈" };

/** Of what is to stay below, nothing is a share. */
export const CEILINGS: readonly string[] = ["<", "<="];

/** How an amount is printed: "≥ 80 亿元". */
export function amount({ comparator = "", value = "", unit = "" }: Fact["values"]): string {
  return [SIGNS[comparator] ?? comparator, value, unit].filter(Boolean).join(" ");
}

/** A day or a month without its year, which the graph writes as --09-15 or --09; all else as it is. */
export function yearless(time: string, language: Language): string {
  const [, month, day] = time.match(/^--(\d\d)(?:-(\d\d))?$/) ?? [];
  if (!month) return time;
  if (language === "zh") return `${Number(month)}月${day ? `${Number(day)}日` : ""}`;
  const shown: Intl.DateTimeFormatOptions = {
    month: "short",
    timeZone: "UTC",
    ...(day && { day: "numeric" as const }),
  };
  return new Date(Date.UTC(2000, Number(month) - 1, Number(day ?? 1))).toLocaleDateString("en-GB", shown);
}

/** How a period is read: one that is open at a side says so in words. */
export function time({ say, language }: Pick<Context, "say" | "language">, printed = ""): string {
  const parts = printed.split("..");
  if (parts.some((part) => part.startsWith("--")))
    return time({ say, language }, parts.map((part) => yearless(part, language)).join(".."));
  if (printed.startsWith("..")) return say({ zh: `截至 ${printed.slice(2)}`, en: `by ${printed.slice(2)}` });
  if (printed.endsWith("..")) return say({ zh: `${printed.slice(0, -2)} 起`, en: `from ${printed.slice(0, -2)}` });
  return parts.join(say({ zh: "至", en: " – " }));
}

/** When a post was held: from when to when, as far as a text says so, else when it is attested. */
export function held(page: Context, { began, ended, attested }: Fact["values"]): string {
  const { say } = page;
  const one = (words: Words, period = "") => (period ? [`${say(words)} ${time(page, period)}`] : []);
  const changes = [...one({ zh: "始任", en: "began" }, began), ...one({ zh: "卸任", en: "ended" }, ended)];
  return (changes.length ? changes : one({ zh: "提到", en: "mentioned" }, attested)).join(say({ zh: "，", en: ", " }));
}

/** The fact from left to right, its subject first. */
export function told(page: Context, fact: Fact, known: Things): Part[] {
  const { provider, language } = page;
  const word = (code: string | undefined): Part => ({ text: code ? provider.word(code, language) : "" });
  const text = (value: string | undefined): Part => ({ text: value ?? "" });
  const named = (iri: string): Part => {
    const thing = known.get(iri);
    return thing ? { text: thing.label, thing } : { text: iri };
  };
  const { values } = fact;
  const subject = named(fact.subject);
  const ends = fact.ends.map((end) => named(end.thing));
  const parts = {
    posts: () => [subject, text(values.title), ...ends, text(held(page, values))],
    relations: () => [subject, word(fact.kind), ...ends, word(values.status)],
    parts: () => [subject, word(fact.kind), ...ends],
    figures: () => [
      subject,
      ...ends,
      text([values.indicator, values.scope].filter(Boolean).join(" · ")),
      text(amount(values)),
      text(time(page, values.period)),
      word(fact.kind),
    ],
    events: () => [text(time(page, values.date)), subject, word(fact.kind), ...ends],
    stages: () => [subject, word(fact.kind), word(values.standing), text(time(page, values.period))],
  }[fact.group]();
  return parts.filter((part) => part.text);
}

/** The fact as a line, in which the names of things lead to them. */
export function line(page: Context, parts: readonly Part[]): HTMLElement {
  return element("p", { class: "told" }, ...parts.flatMap((part) => [partOf(page, part), " "]));
}

function partOf(page: Context, { text, thing }: Part): HTMLElement {
  return thing ? link(page, thing) : element("span", {}, name(text));
}

/** A name that leads to its thing. */
export function link(page: Context, thing: Thing, longest?: number): HTMLButtonElement {
  const open = () => page.openThing(thing.iri);
  return element(
    "button",
    { type: "button", class: "link", "data-kind": thing.kind, click: open },
    name(thing.label, longest),
  );
}

export function documentOf({ provider }: Context, identifier: string): Document | undefined {
  return provider.overview.documents.find((document) => document.identifier === identifier);
}

const FEW = 2;

/**
 * When and where an event took place; without a place who took part, and without a date the day of the document that
 * tells of it: by this two events of one name are told apart.
 */
export async function occasion(page: Context, { iri }: Thing): Promise<string> {
  const { provider, say } = page;
  const own = (await provider.facts(iri)).filter(({ group, subject }) => group === "events" && subject === iri);
  const date = own.find(({ values }) => values.date)?.values.date;
  const [first = ""] = own.flatMap(({ documents }) => documents);
  const ends = own.flatMap((fact) => fact.ends);
  const places = ends.filter(({ role }) => role === "locatedIn");
  const shown = [...new Set((places.length ? places : ends).map(({ thing }) => thing))];
  const found = await Promise.all(shown.slice(0, FEW).map((one) => provider.thing(one)));
  const names = found.flatMap((one) => (one ? [one.label] : [])).join(say({ zh: "、", en: ", " }));
  const more = shown.length > FEW ? say({ zh: "等", en: " and others" }) : "";
  return [date ? time(page, date) : documentOf(page, first)?.date || first, names + more].filter(Boolean).join(" · ");
}
