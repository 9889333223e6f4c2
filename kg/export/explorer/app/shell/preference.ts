// What a reader prefers, kept by the browser; where that is refused to a page from disk, as long as the page lives.

const kept = new Map<string, string>();

export function preferred(key: string): string {
  try {
    return kept.get(key) ?? localStorage.getItem(`fangzhi-${key}`) ?? "";
  } catch {
    return kept.get(key) ?? "";
  }
}

export function prefer(key: string, value: string): void {
  kept.set(key, value);
  try {
    localStorage.setItem(`fangzhi-${key}`, value);
  } catch {
    // It lasts as long as the page.
  }
}
