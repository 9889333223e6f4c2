// What stands in a saved picture beside what is drawn: of what it is, and how to read it, in lines that fit.
import type { Context } from "../view";

/** Of the strip's letters and lines, and of the margin around a picture, in pixels of the page; pictures are twice as large. */
export const [SIZE, LINE, MARGIN, SCALE] = [12, 18, 20, 2];
const APART = " · ";
// Where a line may end: after a Chinese character with what must not begin a line, or after a word.
const WORD = /(?:[\u2e80-\uffee]|[^\s\u2e80-\uffee]+\s*)[，。；：、）”？]*|\s+/gu;

/** What stands in a picture above what is drawn: its caption, then how to read it. */
export interface Strip {
  readonly caption: string;
  readonly note: string;
}

/** What a picture says of itself: what it shows, how many documents of which years it is made of, and by what. */
export function caption({ provider, say }: Context, ...shown: readonly string[]): string {
  const { documents } = provider.overview;
  const dates = documents.map(({ date }) => date.slice(0, 4)).filter(Boolean);
  const [first = "", last = ""] = [dates.toSorted()[0], dates.toSorted().at(-1)];
  const span = first === last ? first : `${first}–${last}`;
  const told = say({ zh: `${documents.length} 份文档 ${span}`, en: `${documents.length} documents of ${span}` });
  return [...shown, told.trim(), "fangzhi"].filter(Boolean).join(APART);
}

/** The lines of a strip over so much room: the caption broken between what it says, the note anywhere. */
export function lines({ caption, note }: Strip, font: string, room: number): string[] {
  const pen = document.createElement("canvas").getContext("2d");
  if (pen) pen.font = font;
  const fits = (line: string) => (pen?.measureText(line).width ?? 0) < room;
  return [...broken(caption.split(APART).filter(Boolean), APART, fits), ...broken(note.match(WORD) ?? [], "", fits)];
}

/** Parts in as few lines as they fit in. */
export function broken(parts: readonly string[], joint: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = `${lines.at(-1)}${joint}${part}`;
    if (lines.length && fits(longer.trimEnd())) lines[lines.length - 1] = longer;
    else lines.push(part.trimStart());
  }
  return lines;
}
