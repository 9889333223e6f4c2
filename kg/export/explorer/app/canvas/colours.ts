// The colours of the page for a canvas, which reads no style sheet.

export interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
  readonly raised: string;
  kind(kind: string): string;
}

export const FONT = '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif';

/** The colours of the theme that is shown now. */
export function colours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const kinds = new Map<string, string>();
  return {
    paper: read("paper"),
    ink: read("ink"),
    quiet: read("quiet"),
    line: read("line"),
    accent: read("accent"),
    raised: read("raised"),
    kind(kind) {
      const known = kinds.get(kind) ?? (read(`kind-${kind}`) || read("quiet"));
      kinds.set(kind, known);
      return known;
    },
  };
}
