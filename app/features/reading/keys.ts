/** Which key does what on the reading page. */
import { type KeyPress, shortcutOf } from "#app/ui/key-press.ts";

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

/** The verb of a press, or null. */
export function verbOf(press: KeyPress, singleKeys: boolean): KeyVerb | null {
  const key = shortcutOf(press, singleKeys);
  if (key === "Escape") return "leave";
  return key === null ? null : (verbs.get(key) ?? null);
}
