// The parameters of a named query as fields: names to pick from, and what a choice is as terms of the graph.
import { Once } from "../data/served/reach";
import type { Hit } from "../data/types";
import { element, name } from "../element";
import { hitLine, typesOf } from "../search/hits";
import { type Choice, pick } from "../search/pick";
import type { Context } from "../view";
import { literal, type Parameter, type Query } from "./asked";
import type { Engine } from "./engine";

const MOST = 3000; // names that are known at once
const SHOWN = 50;
const LONGEST = 40;
const HINT = { zh: "选择或输入…", en: "Choose or type…" };
const FREE = { zh: "输入…", en: "Type…" };
const NEAR = 5;

/** The fields of a query. */
export interface Fields {
  readonly element: HTMLFieldSetElement;
  /** What each variable is bound to, as SPARQL writes it; an Error says which value means nothing here. */
  values(): Promise<Record<string, readonly string[]>>;
}

/** What the fields tell of: a new value, as the address has it, something typed, and a reader who is done. */
export interface Heard {
  changed(values: Readonly<Record<string, string>>): void;
  typed(): void;
  done(): void;
}

/** Where the address keeps the value of a parameter. */
export function key({ name }: Parameter): string {
  return `p-${name}`;
}

/** Fields with the values of the address. */
export function fields(
  page: Context,
  query: Query,
  engine: Engine,
  prefixes: Readonly<Record<string, string>>,
  heard: Heard,
): Fields {
  const all = query.parameters.map((parameter, number) => bound(page, parameter, number, engine, prefixes, heard));
  const values = async () => {
    const found = await Promise.all(all.map(({ terms }) => terms()));
    return Object.fromEntries(
      found.flatMap((terms, at) => (terms ? [[query.parameters[at]?.variable ?? "", terms]] : [])),
    );
  };
  return { element: element("fieldset", { class: "sparql-parameters" }, ...all.map((one) => one.element)), values };
}

function bound(
  page: Context,
  parameter: Parameter,
  number: number,
  engine: Engine,
  prefixes: Readonly<Record<string, string>>,
  heard: Heard,
): { readonly element: HTMLElement; terms(): Promise<readonly string[] | undefined> } {
  const id = `parameter-${number}`;
  const told = page.language === "zh" ? parameter.zh : parameter.en;
  const known = new Once(() => offered(page, parameter, engine, prefixes));
  const names = () => known.get("");
  const changed = () => heard.changed({ [key(parameter)]: field.value.trim() });
  const { element: whole, field } =
    parameter.type === "date"
      ? dated(told, heard)
      : pick(page, id, told, parameter.type === "text" ? FREE : HINT, {
          find: (text) => fitting(page, parameter, text, names),
          take: changed,
          open: true,
          typed: heard.typed,
          done: heard.done,
        });
  field.name = parameter.name;
  field.value = page.state.get(key(parameter));
  field.addEventListener("change", changed);
  const terms = async () => {
    const value = field.value.trim();
    if (!value) return undefined;
    const known = await names();
    const found = await meant(page, parameter, value, known, prefixes);
    if (found.length) return found;
    const near = [...known.keys()]
      .filter((one) => alike(one, value))
      .slice(0, NEAR)
      .join("、");
    const zh = `“${value}”：图中没有这个名称${near && `；相近的有：${near}`}`;
    throw new Error(page.say({ zh, en: `${value}: nothing goes by this name${near && `; near it: ${near}`}` }));
  };
  return { element: whole, terms };
}

function dated(told: string, { typed }: Heard): { readonly element: HTMLElement; readonly field: HTMLInputElement } {
  const field = element("input", { type: "date", input: typed });
  return { element: element("label", { class: "pick-field" }, element("span", {}, told), field), field };
}

/** What fits a text: things as the search finds them, by pinyin too; of other names those that hold it. */
async function fitting(
  page: Context,
  { type, of }: Parameter,
  text: string,
  names: () => Promise<ReadonlyMap<string, unknown>>,
): Promise<Choice[]> {
  if (type === "thing") {
    const { hits, types } = await page.provider.search(text, SHOWN, new Set(of));
    const choice = (hit: Hit, group = ""): Choice => ({
      text: hit.thing.label,
      value: hit.thing.iri,
      line: () => hitLine(page, hit, text),
      group,
    });
    const levels = of.join() === "Region" ? typesOf("Region", types) : [];
    if (!levels.length) return hits.map((hit) => choice(hit));
    // Where all is offered, each level has its share; of what is typed the best goes first, with the others of its level.
    const shown = Math.ceil(SHOWN / levels.length);
    const groups = levels.map(async ([level]) => {
      const own = text ? hits.filter(({ thing }) => thing.types.includes(level)) : [];
      const some = text ? own : (await page.provider.search("", shown, new Set(of), level)).hits;
      const told = page.provider.word(level, page.language);
      return { first: some[0] ? hits.indexOf(some[0]) : 0, choices: some.map((hit) => choice(hit, told)) };
    });
    const found = await Promise.all(groups);
    const met = new Set(found.flatMap(({ choices }) => choices.map(({ value }) => value)));
    const rest = text ? hits.filter(({ thing }) => !met.has(thing.iri)).map((hit) => choice(hit)) : [];
    if (text) found.sort((one, other) => one.first - other.first);
    return [...found.flatMap(({ choices }) => choices), ...rest];
  }
  const all = [...(await names()).keys()].filter((one) => one.includes(text));
  return all.slice(0, SHOWN).map((one) => ({ text: one, value: one, line: () => name(one, LONGEST) }));
}

/** Whether two names share most of their characters. */
function alike(one: string, other: string): boolean {
  const shared = [...other].filter((character) => one.includes(character)).length;
  return shared > 1 && shared >= other.length - 1;
}

/** The names that a parameter offers, each with what it means as terms. */
async function offered(
  { provider, language }: Context,
  { type, of }: Parameter,
  engine: Engine,
  prefixes: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  switch (type) {
    case "thing": {
      const { hits } = await provider.search("", MOST, new Set(of));
      return new Map(hits.map(({ thing }) => [thing.label, [`<${thing.iri}>`]]));
    }
    case "choice":
      return new Map(of.map((word) => [word, [literal(word)]]));
    case "concept":
    case "period": {
      const all =
        type === "period"
          ? `?thing a <${prefixes.fz}Period> ; <${prefixes.skos}notation> ?name`
          : `?thing <${prefixes.skos}inScheme> <${of[0]}> ; <${prefixes.skos}prefLabel> ?name FILTER(LANG(?name) = "${language}")`;
      const { rows } = await engine.ask(`SELECT ?thing ?name WHERE { ${all} } ORDER BY ?name`);
      const found = new Map<string, string[]>();
      for (const { thing, name } of rows) {
        if (thing && name) found.set(name.value, [...(found.get(name.value) ?? []), `<${thing.value}>`]);
      }
      return found;
    }
    default:
      return new Map();
  }
}

/** What a value means: the terms of the name offered, the things that go by it, a date or a text. */
async function meant(
  { provider }: Context,
  { type, of }: Parameter,
  value: string,
  names: ReadonlyMap<string, readonly string[]>,
  prefixes: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  if (type === "date") return [literal(value, `<${prefixes.xsd}date>`)];
  if (type === "text") return [literal(value)];
  if (type !== "thing") return names.get(value) ?? [];
  const things = (await provider.named(value)).filter(({ kind }) => of.includes(kind));
  return things.map(({ iri }) => `<${iri}>`);
}
