// Files that the reader takes away.

// What file systems refuse in a name, and what would hide in it.
const REFUSED = /[\\/:*?"<>|#%&{}$!'@+`=\p{C}\p{Z}]+/gu;
const LONGEST = 80;

/** A file name from the parts that tell what is in it: "龙虎榜-引进项目-2022". */
export function fileName(...parts: readonly string[]): string {
  const told = parts.map((part) => part.replace(REFUSED, " ").trim().replaceAll(" ", "_")).filter((part) => part);
  return [...told.join("-")].slice(0, LONGEST).join("") || "fangzhi";
}

/** Lets the browser save a file. */
export function save(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser reads it after the click: it must outlive this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
