// Light or dark: what the system prefers, until the reader chooses.

const CHOICE = "fangzhi-theme";

/** Applies the theme, follows the system while nothing is chosen, and returns what switches it. */
export function theme(changed: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    document.documentElement.dataset.theme = chosen() ?? (system.matches ? "dark" : "light");
    changed();
  };
  system.addEventListener("change", apply);
  apply();
  return () => {
    keep(isDark() ? "light" : "dark");
    apply();
  };
}

export function isDark(): boolean {
  return document.documentElement.dataset.theme === "dark";
}

// A page opened from disk may be refused its storage: then the choice lasts as long as the page.
let last: string | undefined;

function chosen(): string | undefined {
  try {
    return last ?? localStorage.getItem(CHOICE) ?? undefined;
  } catch {
    return last;
  }
}

function keep(choice: string): void {
  last = choice;
  try {
    localStorage.setItem(CHOICE, choice);
  } catch {
    // It lasts as long as the page.
  }
}
