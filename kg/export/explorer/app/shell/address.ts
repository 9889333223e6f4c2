// The state of the page, kept in its address: whatever is shown can be bookmarked, sent, and left by going back.
import type { State } from "../view";

/** Keys that stay when another view is chosen; all others are of one view. */
const KEPT = ["lang", "thing"] as const;
/** The keys of the page itself come first, so that addresses read alike. */
const ORDER = ["view", "lang", "thing", "fact", "at", "passage"];

export class Address implements State {
  place = 0;
  private values = read();
  private readonly listeners = new Set<() => void>();
  /** The own values of views that were left, by view. */
  private readonly left = new Map<string, Readonly<Record<string, string>>>();

  constructor(private readonly shown: () => void) {
    // The page restores where it stood, once what it showed is there again.
    history.scrollRestoration = "manual";
    // Also what the reader types into the address bar arrives here.
    addEventListener("popstate", (event) => {
      this.place = Number(event.state?.place) || 0;
      this.changed();
    });
  }

  get(key: string): string {
    return this.values.get(key) ?? "";
  }

  set(changes: Readonly<Record<string, string>>, how: "push" | "replace" = "push"): void {
    const values = new Map(this.values);
    for (const [key, value] of Object.entries(changes)) {
      if (value) values.set(key, value);
      else values.delete(key);
    }
    this.go(values, how);
  }

  /** Leads to a view, with values of its own; those of the view that is left go. */
  open(view: string, changes: Readonly<Record<string, string>> = {}): void {
    const own = [...this.values].filter(([key]) => !ORDER.includes(key));
    this.left.set(this.get("view"), Object.fromEntries(own));
    const kept = KEPT.map((key) => [key, this.get(key)] as const);
    const values = new Map([...kept, ["view", view] as const, ...Object.entries(changes)]);
    this.go(new Map([...values].filter(([, value]) => value)), "push");
  }

  /** The values of a view when it was last left. */
  last(view: string): Readonly<Record<string, string>> {
    return this.left.get(view) ?? {};
  }

  watch(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** The view that watched is gone. */
  forget(): void {
    this.listeners.clear();
  }

  private go(values: ReadonlyMap<string, string>, how: "push" | "replace"): void {
    const address = written(values);
    if (address === written(this.values)) return;
    if (how === "push") {
      history.replaceState({ place: document.getElementById("main")?.scrollTop ?? 0 }, "");
      history.pushState(null, "", address);
      this.place = 0;
    } else history.replaceState(history.state, "", address);
    this.changed();
  }

  private changed(): void {
    this.values = read();
    this.shown();
    for (const listener of [...this.listeners]) listener();
  }
}

function read(): Map<string, string> {
  return new Map(new URLSearchParams(location.hash.slice(1)));
}

function written(values: ReadonlyMap<string, string>): string {
  const rank = (key: string) => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  const pairs = [...values].sort(([one], [other]) => rank(one) - rank(other) || (one < other ? -1 : 1));
  return `#${pairs.map((pair) => pair.map(escaped).join("=")).join("&")}`;
}

/** Only what would be misread is escaped: addresses keep their Chinese. */
function escaped(text: string): string {
  return text.replace(/[%&=#+\s]/g, encodeURIComponent);
}
