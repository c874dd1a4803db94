/** Which key does what on the reading page. */

export type KeyVerb =
  | "next"
  | "previous"
  | "new"
  | "reply"
  | "highlight"
  | "note"
  | "question"
  | "caret"
  | "search"
  | "keys"
  | "leave";

/** What of a key press decides; a plain object, so that the table can be tested. */
export type KeyPress = {
  readonly key: string;
  readonly hasModifier: boolean;
  readonly isComposing: boolean;
  /** The press happened in a field or on a control that takes letters itself. */
  readonly isTyping: boolean;
};

const verbs: ReadonlyMap<string, KeyVerb> = new Map(
  Object.entries({
    j: "next",
    k: "previous",
    n: "new",
    r: "reply",
    h: "highlight",
    c: "note",
    q: "question",
    v: "caret",
    "/": "search",
    "?": "keys",
  } as const satisfies Record<string, KeyVerb>),
);

/** The verb of a press, or null. Single keys can be turned off (WCAG 2.2 §2.1.4); Esc always works outside of fields. */
export function verbOf({ key, hasModifier, isComposing, isTyping }: KeyPress, singleKeys: boolean): KeyVerb | null {
  if (hasModifier || isComposing || isTyping) return null;
  if (key === "Escape") return "leave";
  return singleKeys ? (verbs.get(key.toLowerCase()) ?? null) : null;
}
