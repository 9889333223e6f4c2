// The ready questions, as a reader chooses among them: in groups, each called by the beginning of what it answers.
import type { Context, Words } from "../view";
import type { Option } from "../views/frame/pick";
import type { Query } from "./asked";

/** What the address says of a reader who writes; a question goes by its name. */
export const OWN = "own";

const GROUPS: readonly (readonly [Words, readonly string[]])[] = [
  [{ zh: "人和活动", en: "People and events" }, ["posts", "posts-at", "events"]],
  [{ zh: "地区", en: "Places" }, ["region-profile", "enclaves", "policies"]],
  [
    { zh: "产业和企业", en: "Industries and companies" },
    ["industry-chain", "industry-map", "chain-leaders", "lists-companies"],
  ],
  [{ zh: "项目", en: "Projects" }, ["lists-projects", "project-stages"]],
  [{ zh: "目标和成果", en: "Targets and results" }, ["targets", "target-progress", "leaderboard"]],
];
const REST: Words = { zh: "全部内容", en: "Everything" };
const WRITE: Words = { zh: "自己写 SPARQL", en: "Write SPARQL" };

/** All questions, the first for who asks nothing yet; the last is to write one's own. */
export function options(page: Context, queries: readonly Query[]): Option[] {
  const { say } = page;
  const grouped = new Set(GROUPS.flatMap(([, names]) => names));
  const rest = queries.filter(({ name }) => !grouped.has(name)).map(({ name }) => name);
  const ready = [...GROUPS, [REST, rest] as const].flatMap(([group, names]) =>
    names.flatMap((name): Option[] => {
      const query = queries.find((one) => one.name === name);
      return query ? [{ value: name, text: called(page, query), group: say(group) }] : [];
    }),
  );
  return [...ready, { value: OWN, text: say(WRITE), group: "SPARQL" }];
}

/** How a question is called in the page's language: in Chinese by the beginning of what it answers. */
export function called({ language }: Context, { zh, title }: Query): string {
  return language === "zh" ? (zh.split(/[，；：（。]/)[0] ?? zh) : title.charAt(0).toUpperCase() + title.slice(1);
}

/** What it answers, in full. */
export function told({ language }: Context, { zh, en }: Query): string {
  return language === "zh" ? zh : en;
}
