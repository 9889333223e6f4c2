// Names to be searched: in Chinese or Latin letters, by pinyin or its initials, from their beginning or within.

interface Entry {
  readonly thing: number;
  readonly name: string;
  /** The characters of the name as they are compared. */
  readonly folded: string;
}

export interface Match {
  readonly thing: number;
  readonly name: string;
}

/** How well a name fits, the less the better; `NONE` is not at all. */
const [SAME, BEGINS, SOUNDS_SAME, SOUNDS_BEGINNING, HOLDS, SOUNDS_WITHIN, NONE] = [0, 1, 2, 3, 4, 5, 6];
/** What is longer is no name that anybody would type. */
const LONGEST = 200;

export class Names {
  private readonly entries: readonly Entry[];
  private everything: Match[] | undefined;
  private readonly readings: ReadonlyMap<string, readonly string[]>;

  /** `names` yields the label and then the other names of each thing; `weigh` says which of equals goes first. */
  constructor(
    names: Iterable<readonly [number, string]>,
    readings: Readonly<Record<string, string>>,
    private readonly weigh: (thing: number) => number,
  ) {
    this.readings = new Map(Object.entries(readings).map(([character, told]) => [character, told.split(" ")]));
    this.entries = [...names].map(([thing, name]) => ({ thing, name, folded: folded(name.slice(0, LONGEST)) }));
  }

  /** Every thing with a name that holds all words of the text, with that name, the best first; all things for "". */
  find(text: string): Match[] {
    const words = asked(text);
    if (!words.length) return text.trim() ? [] : this.all();
    const best = new Map<number, { rank: number; entry: Entry }>();
    for (const entry of this.entries) {
      let rank = 0;
      for (const word of words) rank = Math.max(rank, rank === NONE ? NONE : this.rank(entry.folded, word));
      if (rank === NONE) continue;
      const known = best.get(entry.thing);
      if (!known || rank < known.rank) best.set(entry.thing, { rank, entry });
    }
    const found = [...best.values()].map((one) => ({ ...one, weight: this.weigh(one.entry.thing) }));
    found.sort((a, b) => a.rank - b.rank || b.weight - a.weight || a.entry.thing - b.entry.thing);
    return found.map(({ entry: { thing, name } }) => ({ thing, name }));
  }

  /** The things with a name that holds a word. */
  which(word: string): ReadonlySet<number> {
    return new Set(this.entries.filter(({ folded }) => this.rank(folded, word) !== NONE).map(({ thing }) => thing));
  }

  /** Every thing by its label, the weightiest first. */
  private all(): Match[] {
    if (!this.everything) {
      const labels = new Map<number, Match>();
      for (const { thing, name } of this.entries) if (!labels.has(thing)) labels.set(thing, { thing, name });
      const weights = new Map([...labels.keys()].map((thing) => [thing, this.weigh(thing)]));
      const weight = ({ thing }: Match) => weights.get(thing) ?? 0;
      this.everything = [...labels.values()].sort((a, b) => weight(b) - weight(a) || a.thing - b.thing);
    }
    return this.everything;
  }

  private rank(name: string, word: string): number {
    const at = name.indexOf(word);
    if (at === 0) return name.length === word.length ? SAME : BEGINS;
    const sound = /[a-z]/.test(word) ? this.sound(name, word) : NONE;
    return Math.min(at > 0 ? HOLDS : NONE, sound);
  }

  private sound(name: string, word: string): number {
    for (let begin = 0; begin < name.length; begin++) {
      const end = this.spelled(name, begin, word, 0);
      if (end < 0) continue;
      if (begin) return SOUNDS_WITHIN;
      return end === name.length ? SOUNDS_SAME : SOUNDS_BEGINNING;
    }
    return NONE;
  }

  /** Where in the name what is left of the word ends when it is spelled from a character on; -1 where it cannot be. */
  private spelled(name: string, at: number, word: string, from: number): number {
    if (from === word.length) return at;
    if (at === name.length) return -1;
    const character = name.charAt(at);
    if (character === word.charAt(from)) {
      const end = this.spelled(name, at + 1, word, from + 1);
      if (end >= 0) return end;
    }
    for (const reading of this.readings.get(character) ?? []) {
      let same = 0;
      while (same < reading.length && reading[same] === word[from + same]) same++;
      // The whole syllable, its initial, or as much of it as has been typed.
      for (let length = same; length > 0; length--) {
        const whole = length === reading.length || length === 1 || (length === 2 && reading[1] === "h");
        if (!whole && from + length < word.length) continue;
        const end = this.spelled(name, at + 1, word, from + length);
        if (end >= 0) return end;
      }
    }
    return -1;
  }
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}

/** The words of what was typed; syllables that stand apart are one word. */
export function asked(text: string): string[] {
  const words = text.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => /^[a-z']+$/.test(word)) ? [words.join("").replaceAll("'", "")].filter(Boolean) : words;
}
