// What is only planned, told apart from what is there wherever relations are shown.
import type { Fact, Row } from "../data/types";
import { element } from "../element";
import type { Context, Words } from "../view";

export const PLANNED: Words = { zh: "规划中", en: "planned" };

const THERE: Words = { zh: "已有", en: "there" };
/** Of a project a text often leaves open how far it has come. */
const BEGUN: Words = { zh: "在建或已有", en: "there or being built" };

/** Whether what is of a kind is there or only planned, in words. */
export function standing(kind: string, planned: boolean): Words {
  return planned ? PLANNED : kind === "Project" ? BEGUN : THERE;
}

/** Whether a relation is only planned, by all that state it. */
export function isPlanned({ values }: Fact): boolean {
  return values.status !== undefined;
}

/** Whether rows of a named query tell only of what is planned. */
export function arePlanned(rows: readonly Row[]): boolean {
  return rows.length > 0 && rows.every((row) => row.status === "planned");
}

/** A sign that says so, to stand behind a name. */
export function plannedSign({ say }: Context): HTMLElement {
  return element("span", { class: "planned" }, say(PLANNED));
}
