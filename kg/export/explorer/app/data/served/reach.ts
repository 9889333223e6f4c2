// The server of the page: asked here and nowhere else, so that what goes wrong is told in words.
import type { Words } from "../../view";

/** What is asked for did not come: in the page's languages why, and what to do. */
export class Unanswered extends Error {
  constructor(readonly words: Words) {
    super(words.en);
  }
}

/** What a reader has stopped. */
export const STOPPED: Words = { zh: "已停止。", en: "Stopped." };
const SILENT: Words = {
  zh: "服务器没有回答。请看 fangzhi serve 是否还在运行，再试一次。",
  en: "The server does not answer. See whether fangzhi serve still runs, then try again.",
};
const TOLD: Readonly<Record<number, Words>> = {
  503: { zh: "服务器正忙，请稍后再试。", en: "The server is busy: try again in a moment." },
  504: {
    zh: "服务器在规定的时间里没有算完；请多给些条件，或用更长的 --timeout 运行 fangzhi serve。",
    en: "The server ran out of its time: ask for less, or run fangzhi serve with a longer --timeout.",
  },
};

/** What the server answers, whatever its status; raises Unanswered where nothing comes, or nothing is told. */
export async function reach(path: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(new URL(path, location.href), init).catch((error: Error) => {
    throw new Unanswered(error.name === "AbortError" ? STOPPED : SILENT);
  });
  const words = TOLD[answer.status];
  if (words) throw new Unanswered(words);
  return answer;
}

/** What the server answers in JSON. */
export async function ask<Answer>(path: string): Promise<Answer> {
  const response = await reach(path, { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${(await response.text()).trim()}`);
  return response.json();
}

/** What has gone wrong, in the language of the page where it has words. */
export function why(error: unknown, say: (words: Words) => string): string {
  return error instanceof Unanswered ? say(error.words) : (error as Error).message;
}

/** What is asked for once and then known; what did not come is asked for again. */
export class Once<Value> {
  private readonly known = new Map<string, Promise<Value>>();

  constructor(private readonly ask: (key: string) => Promise<Value>) {}

  get(key: string): Promise<Value> {
    const found = this.known.get(key) ?? this.ask(key);
    this.known.set(key, found);
    found.catch(() => this.known.delete(key));
    return found;
  }

  has(key: string): boolean {
    return this.known.has(key);
  }

  all(): Promise<Value>[] {
    return [...this.known.values()];
  }
}
