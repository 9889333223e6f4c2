// What the graph says of a thing: its names and place, then its facts by kind, each row leading to its sentence.
import type { Fact, Group, Thing } from "../data/types";
import { button, element, icon, name } from "../element";
import { copier, linkCopier } from "../out/copy";
import { dot, what } from "../search/hits";
import { WORDS } from "../shell/words";
import type { Context } from "../view";
import { viewsOf } from "../views/of";
import { mentions } from "./mentions";
import { relations } from "./relations";
import { events, figures, posts, stages } from "./tables";
import { link, occasion, things } from "./told";
import "./thing.css";

const HIGHEST = 8;
// What stands on chains; of so many things a server is not asked for all chains at once.
const CHAINED = ["Organization", "Platform", "Project", "Fund", "Region", "Person"];
const MANY = 50_000;

/** The page of the thing of the address, over the whole width or beside a view. */
export async function page(context: Context, place: "whole" | "beside"): Promise<HTMLElement> {
  const { provider, state, say } = context;
  const thing = await provider.thing(state.get("thing"));
  const box = element("article", { class: `thing ${place}` });
  if (!thing) {
    box.append(element("h2", {}, say(WORDS.unknown)), element("p", { class: "quiet" }, name(state.get("thing"))));
    return box;
  }
  const facts = await provider.facts(thing.iri);
  const known = await things(context, facts);
  const of = (group: Group): Fact[] => facts.filter((fact) => fact.group === group);
  const sections = [
    posts(context, thing, of("posts"), known),
    figures(context, thing, of("figures"), known),
    stages(context, thing, of("stages")),
    ...relations(context, thing, [...of("relations"), ...of("parts")], known),
    events(context, thing, of("events"), known),
    await mentions(context, thing),
  ].filter((section) => section !== undefined);
  box.append(await head(context, thing, place), contents(sections), ...sections);
  return box;
}

async function head(context: Context, thing: Thing, place: "whole" | "beside"): Promise<HTMLElement> {
  const { say } = context;
  const kinds = [...new Set([...thing.types, thing.kind])].map((code) => context.provider.word(code, context.language));
  const kind = element(
    "p",
    { class: "kind", "data-kind": thing.kind },
    dot(),
    kinds.join(" · ") || what(context, thing),
  );
  const title = element("h2", { tabindex: "-1" }, name(thing.label, 200));
  const top = element("header", {}, ...(await crumbs(context, thing)), title, kind);
  if (thing.aliases.length) {
    const names = thing.aliases.slice(0, 20).flatMap((alias, index) => [...(index ? ["、"] : []), name(alias, 60)]);
    top.append(element("p", { class: "aliases" }, `${say(WORDS.aliases)} `, ...names));
  }
  if (thing.kind === "Event") top.append(element("p", { class: "quiet" }, name(await occasion(context, thing))));
  const chains = element("p", { class: "chains", hidden: true });
  void onChains(context, thing, chains);
  top.append(chains);
  const tools = [linkCopier(context), copier(context, WORDS.copyIri, () => thing.iri)];
  if (place === "whole") tools.unshift(button("", () => context.go("graph"), icon("graph"), say(WORDS.graph)));
  else tools.unshift(button("", () => context.go(""), icon("out"), say(WORDS.page)));
  for (const [view, values] of viewsOf(thing)) {
    tools.push(button("", () => context.go(view.id, values), say(view.title)));
  }
  top.append(element("div", { class: "tools" }, ...tools));
  return top;
}

/** Tells on which links of which chains the thing stands, as the view of the chains has it. */
async function onChains(context: Context, thing: Thing, place: HTMLElement): Promise<void> {
  const { provider, say, go } = context;
  if (!CHAINED.includes(thing.kind) || provider.overview.things > MANY) return;
  const rows = (await provider.rows("industry-chain")).filter((row) => row["name@"] === thing.iri && row.chain);
  const links = new Map(rows.map(({ chain = "", link = "" }) => [[chain, link].filter(Boolean).join(" · "), chain]));
  const leads = [...links].map(([text, industry]) => button("link", () => go("chain", { industry }), name(text, 40)));
  place.hidden = !leads.length;
  place.append(say({ zh: "产业链 ", en: "Chains " }), ...leads.flatMap((lead, at) => (at ? ["、", lead] : [lead])));
}

/** The places in which the thing lies, the widest first. */
async function crumbs(context: Context, thing: Thing): Promise<HTMLElement[]> {
  const above: Thing[] = [];
  for (let at = thing; at.parent && above.length < HIGHEST; ) {
    const next = await context.provider.thing(at.parent);
    if (!next || next.iri === thing.iri) break;
    above.unshift(next);
    at = next;
  }
  if (!above.length) return [];
  const items = above.map((one) => element("li", {}, link(context, one, 30)));
  return [
    element(
      "nav",
      { class: "crumbs", "aria-label": context.say({ zh: "所属", en: "Lies in" }) },
      element("ol", {}, ...items),
    ),
  ];
}

/** Leads to each section; how much there is stands beside it. */
function contents(sections: readonly HTMLElement[]): HTMLElement {
  const leads = sections.map((section) => {
    const heading = section.querySelector("h3");
    const lead = button("chip", () => section.scrollIntoView({ block: "start" }), heading?.textContent ?? "");
    return lead;
  });
  return element("div", { class: "contents" }, ...(leads.length > 1 ? leads : []));
}
