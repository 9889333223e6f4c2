// The parameters of a named query as fields: names to pick from, and what a choice is as terms of the graph.
import { element } from "../element";
import type { Context } from "../view";
import { literal, type Parameter, type Query } from "./asked";
import type { Engine } from "./engine";

const MOST = 3000; // names that one list offers
const NEAR = 5;

/** The fields of a query. */
export interface Fields {
  readonly element: HTMLElement;
  /** What each variable is bound to, as SPARQL writes it; an Error says which value means nothing here. */
  values(): Promise<Record<string, readonly string[]>>;
}

/** Where the address keeps the value of a parameter. */
export function key({ name }: Parameter): string {
  return `p-${name}`;
}

/** Fields with the values of the address; `changed` hears of every new one. */
export function fields(
  page: Context,
  query: Query,
  engine: Engine,
  prefixes: Readonly<Record<string, string>>,
  changed: () => void,
): Fields {
  const all = query.parameters.map((parameter, number) => field(page, parameter, number, engine, prefixes, changed));
  const values = async () => {
    const found = await Promise.all(all.map(({ terms }) => terms()));
    return Object.fromEntries(
      found.flatMap((terms, at) => (terms ? [[query.parameters[at]?.variable ?? "", terms]] : [])),
    );
  };
  return { element: element("div", { class: "sparql-parameters" }, ...all.map((one) => one.element)), values };
}

function field(
  page: Context,
  parameter: Parameter,
  number: number,
  engine: Engine,
  prefixes: Readonly<Record<string, string>>,
  changed: () => void,
): { readonly element: HTMLElement; terms(): Promise<readonly string[] | undefined> } {
  const id = `parameter-${number}`;
  const day = parameter.type === "date";
  const options = element("datalist", { id });
  const type = day ? "date" : "text";
  const input = element("input", { type, list: day ? undefined : id, name: parameter.name, autocomplete: "off" });
  input.value = page.state.get(key(parameter));
  const names = () => offered(page, parameter, engine, prefixes);
  input.addEventListener("focus", async () => {
    if (options.childElementCount) return;
    options.append(...[...(await names()).keys()].slice(0, MOST).map((value) => element("option", { value })));
  });
  input.addEventListener("change", () => {
    page.state.set({ [key(parameter)]: input.value.trim() }, "replace");
    changed();
  });
  const told = page.language === "zh" ? parameter.zh : parameter.en;
  const terms = async () => {
    const value = input.value.trim();
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
  return { element: element("label", { class: "view-menu" }, element("span", {}, told), input, options), terms };
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
