// Blocks of data in the page: gzip in base64, columns of whole numbers over a table of strings (kg/export/explorer/packing/columns.py).

export type Column = readonly number[];

export interface GraphBlock {
  readonly strings: readonly string[];
  readonly words: Readonly<Record<string, readonly [string, string]>>;
  readonly readings: Readonly<Record<string, string>>;
  readonly things: Readonly<
    Record<"iri" | "kind" | "label" | "aliasCount" | "alias" | "typeCount" | "type" | "parent" | "weight", Column>
  >;
  readonly facts: Readonly<
    Record<
      | "group"
      | "id"
      | "kind"
      | "subject"
      | "confidence"
      | "year"
      | "endCount"
      | "end"
      | "role"
      | "documentCount"
      | "document",
      Column
    >
  >;
  readonly values: Readonly<Record<string, Readonly<Record<string, Column>>>>;
  readonly documents: Readonly<
    Record<"document" | "title" | "publisher" | "date" | "articleCount" | "article" | "articleBegin", Column>
  >;
  readonly whole: Readonly<Record<"x" | "y", Column>> & {
    readonly blocks: Readonly<Record<"thing" | "x" | "y" | "radius", Column>>;
  };
}

export interface Stated {
  readonly passageCount: Column;
  readonly passage: Column;
  readonly markCount: Column;
  readonly mark: Column;
}

export interface EvidenceBlock {
  readonly strings: readonly string[];
  /** `before`: what stands in the text right before a passage; -1 where it is told with another one. */
  readonly passages: Readonly<Record<"document" | "begin" | "length" | "text" | "before", Column>>;
  /** What stands in each document behind its last passage. */
  readonly rest: Column;
  readonly evidence: Stated;
  readonly mentions: Stated;
  readonly answers: Readonly<
    Record<string, { readonly columns: readonly string[]; readonly cells: readonly Column[] }>
  >;
}

/** The block of a name that the page carries; its text is given back to the browser once it is read. */
export async function read<Block>(name: string): Promise<Block> {
  const place = document.getElementById(name);
  const text = place?.textContent ?? "";
  place?.remove();
  return unpacked(text);
}

export async function unpacked<Block>(block: string): Promise<Block> {
  const text = atob(block);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(plain).json();
}

/** Where each of several lists begins in the column that has them all, and where the last one ends. */
export function starts(counts: Column): Int32Array {
  const found = new Int32Array(counts.length + 1);
  let at = 0;
  counts.forEach((count, index) => {
    at += count;
    found[index + 1] = at;
  });
  return found;
}
