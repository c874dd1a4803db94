/** Which key does what while work is graded. */
import { type KeyPress, shortcutOf } from "#app/ui/key-press.ts";

export type DeskKey =
  | { readonly kind: "level"; readonly n: number }
  | {
      readonly kind:
        | "next"
        | "previous"
        | "criterion"
        | "criterion-back"
        | "points"
        | "comment"
        | "take"
        | "excuse"
        | "save"
        | "keys";
    };

const table: ReadonlyMap<string, Exclude<DeskKey["kind"], "level">> = new Map(
  Object.entries({
    j: "next",
    k: "previous",
    n: "criterion",
    p: "criterion-back",
    g: "points",
    c: "comment",
    t: "take",
    x: "excuse",
    s: "save",
    "?": "keys",
  } as const),
);

/** What a press asks for, or null; levels count from 1. */
export function deskKeyOf(press: KeyPress, singleKeys: boolean): DeskKey | null {
  const key = shortcutOf(press, singleKeys);
  if (key === null) return null;
  if (/^[1-9]$/u.test(key)) return { kind: "level", n: Number(key) };
  const kind = table.get(key);
  return kind === undefined ? null : { kind };
}
