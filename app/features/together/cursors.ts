/** Cursors of the others: a caret with a name on it, coloured by class, since the page's policy allows no inline style. */
import type { DecorationAttrs } from "prosemirror-view";
import styles from "./cursors.module.css";

/** Who sits on a seat: a name, and a hue from 1 to 5. */
export type Who = (seat: string) => { readonly name: string; readonly hue: number } | null;

type User = { readonly seat?: unknown };

/** What y-prosemirror asks for; it hands over the `user` that the server stamped. */
export function cursorLooks(who: Who, somebody: string) {
  const find = ({ seat }: User) => (typeof seat === "string" ? who(seat) : null);
  return {
    cursorBuilder(user: User): HTMLElement {
      const person = find(user);
      const caret = document.createElement("span");
      caret.className = `${styles.caret} ${styles[`hue${person?.hue ?? 1}`]}`;
      const name = document.createElement("span");
      name.className = styles.name ?? "";
      name.textContent = person?.name ?? somebody;
      // Word joiners keep the caret from breaking a word over two lines.
      caret.append("\u2060", name, "\u2060");
      return caret;
    },
    selectionBuilder(user: User): DecorationAttrs {
      return { class: `${styles.selection} ${styles[`hue${find(user)?.hue ?? 1}`]}` };
    },
  };
}
