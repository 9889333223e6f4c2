// Light or dark: what the system prefers, until the reader chooses.
import { prefer, preferred } from "./preference";

/** Applies the theme, follows the system while nothing is chosen, and returns what switches it. */
export function theme(): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    document.documentElement.dataset.theme = preferred("theme") || (system.matches ? "dark" : "light");
  };
  system.addEventListener("change", apply);
  apply();
  return () => {
    prefer("theme", isDark() ? "light" : "dark");
    apply();
  };
}

/** Makes something in the light theme, whichever is shown: what is saved goes on paper. */
export function inLight<Made>(make: () => Made): Made {
  const { dataset } = document.documentElement;
  const shown = dataset.theme;
  dataset.theme = "light";
  try {
    return make();
  } finally {
    dataset.theme = shown;
  }
}

export function isDark(): boolean {
  return document.documentElement.dataset.theme === "dark";
}
