// What a reader copies: the link to what is seen, the name of a thing in the graph.
import { button, element, icon } from "../element";
import { WORDS } from "../shell/words";
import type { Context } from "../view";
import "./copy.css";

/** Copies the link to what is seen; of a file it tells what who gets the link needs. */
export function linkCopier(context: Context, look = ""): HTMLElement {
  const note = element("span", { class: "copy-note", role: "status" });
  const tell = () => {
    if (location.protocol === "file:") note.textContent = context.say(WORDS.linkNote);
  };
  return element(
    "span",
    { class: "copy" },
    copier(context, WORDS.copyLink, () => location.href, look, tell),
    note,
  );
}

/** Copies a text, and says so for a moment. */
export function copier(
  { say }: Context,
  words: (typeof WORDS)["copyLink" | "copyIri"],
  text: () => string,
  look = "",
  done = () => {},
): HTMLElement {
  const label = element("span", { "aria-live": "polite" }, say(words));
  return button(
    look,
    () => {
      void copy(text()).then(() => {
        label.textContent = say(WORDS.copied);
        done();
        setTimeout(() => label.replaceChildren(say(words)), 1500);
      });
    },
    icon(words === WORDS.copyLink ? "link" : "copy"),
    label,
  );
}

/** A page from disk may be refused the clipboard: then what is selected is copied. */
async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = element("textarea", { class: "unseen" }, text);
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}
