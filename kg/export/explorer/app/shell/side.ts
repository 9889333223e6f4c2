// What stands beside the view: drawn from the address, the newest above, closed one by one.
import { button, element, icon } from "../element";
import type { Context } from "../view";
import { WORDS } from "./words";

interface Part {
  /** What it shows; "" for nothing. */
  readonly key: () => string;
  readonly draw: () => Promise<HTMLElement>;
}

export class Side {
  readonly element: HTMLElement;
  private readonly places: HTMLElement[];
  private readonly drawn: string[];
  private opener: Element | null = null;

  constructor(
    private readonly page: Context,
    private readonly parts: readonly Part[],
  ) {
    this.places = parts.map(() => element("section", { class: "side-part", hidden: true, tabindex: "-1" }));
    this.drawn = parts.map(() => "");
    this.element = element(
      "aside",
      { class: "side", hidden: true, "aria-label": page.say(WORDS.details) },
      ...this.places,
    );
  }

  /** Draws what the address asks for and has not been drawn. */
  update(): void {
    this.parts.forEach((part, index) => {
      // What is drawn depends on the place among several sentences too.
      const key = part.key() && `${part.key()} ${index ? "" : this.page.state.get("at")}`;
      if (key !== this.drawn[index]) void this.draw(index, key);
    });
  }

  /** Closes the newest part and gives the focus back; says whether there was one. */
  close(): boolean {
    const index = this.drawn.findIndex((key) => key);
    if (index < 0) return false;
    // What opened it may have been drawn anew since: then what stands for it now, or else the view.
    const now = document.querySelector("main [aria-current=true]") ?? document.getElementById("main");
    const back = this.opener?.isConnected && this.opener !== document.body ? this.opener : now;
    this.page.state.set(index ? { thing: "" } : { fact: "", at: "", passage: "" });
    if (back instanceof HTMLElement || back instanceof SVGElement) back.focus({ preventScroll: true });
    return true;
  }

  end(): void {
    this.element.remove();
  }

  private async draw(index: number, key: string): Promise<void> {
    const [place, part] = [this.places[index], this.parts[index]];
    if (!place || !part) return;
    const first = key && !this.drawn[index];
    if (!this.element.contains(document.activeElement)) this.opener = document.activeElement;
    this.drawn[index] = key;
    this.element.hidden = !this.drawn.some((one) => one);
    place.hidden = !key;
    if (!key) return place.replaceChildren();
    const content = await part.draw();
    if (this.drawn[index] !== key) return;
    const close = button("quiet close", () => this.close(), icon("close"));
    close.setAttribute("aria-label", this.page.say(WORDS.close));
    place.replaceChildren(close, content);
    place.setAttribute("aria-label", content.querySelector("h2")?.textContent ?? "");
    place.scrollTop = 0;
    if (!first) return;
    // The view has less room now: what was pressed stays in sight.
    if (this.opener?.closest("main")) this.opener.scrollIntoView({ block: "nearest", behavior: "instant" });
    if (this.opener !== document.body) place.focus({ preventScroll: true });
  }
}
