// The parameters of a named query as fields: names to pick from, and what a choice is as terms of the graph.
import { element } from "../element";
import type { Context } from "../view";
import { literal, type Parameter, type Query } from "./asked";
import type { Engine } from "./engine";

const MOST = 3000; // names that one list offers

/** Fields of a query; `changed` is told what each variable is bound to, as SPARQL writes it. */
export function parameters(
  page: Context,
  query: Query,
  engine: Engine,
  prefixes: Readonly<Record<string, string>>,
  changed: (values: Record<string, readonly string[]>) => void,
): HTMLElement {
  const values: Record<string, readonly string[]> = {};
  const fields = query.parameters.map((parameter, number) => {
    const id = `parameter-${number}`;
    const options = element("datalist", { id });
    const input = element("input", {
      type: parameter.type === "date" ? "date" : "text",
      list: parameter.type === "date" ? undefined : id,
      name: parameter.name,
      autocomplete: "off",
    });
    let known: Promise<ReadonlyMap<string, readonly string[]>> | undefined;
    const names = () => {
      known ??= offered(page, parameter, engine, prefixes);
      return known;
    };
    input.addEventListener("focus", async () => {
      if (options.childElementCount) return;
      options.append(...[...(await names()).keys()].slice(0, MOST).map((value) => element("option", { value })));
    });
    input.addEventListener("change", async () => {
      const value = input.value.trim();
      const terms = value ? await meant(page, parameter, value, await names(), prefixes) : [];
      input.setCustomValidity(value && !terms.length ? page.say({ zh: "图中没有", en: "The graph has none" }) : "");
      input.reportValidity();
      if (terms.length) values[parameter.variable] = terms;
      else delete values[parameter.variable];
      changed({ ...values });
    });
    const told = page.language === "zh" ? parameter.zh : parameter.en;
    return element("label", { class: "view-menu" }, element("span", {}, told), input, options);
  });
  return element("div", { class: "sparql-parameters" }, ...fields);
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
