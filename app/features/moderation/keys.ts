/** Which key does what in the queue. Letters are those of the words, not of the reading page: nothing is written here. */
import { type Reason, reasons } from "#app/domain/moderation/reason.ts";
import { type KeyPress, shortcutOf } from "#app/ui/key-press.ts";

export type QueueKey =
  | "next"
  | "previous"
  | "publish"
  | "hide"
  | "remove"
  | "revise"
  | "select"
  | "range"
  | "claim"
  | "note"
  | "sanction"
  | "undo"
  | "repeat"
  | "keys"
  | "leave";

const table: ReadonlyMap<string, QueueKey> = new Map(
  Object.entries({
    j: "next",
    k: "previous",
    a: "publish",
    h: "hide",
    x: "remove",
    e: "revise",
    " ": "select",
    c: "claim",
    n: "note",
    b: "sanction",
    u: "undo",
    ".": "repeat",
    "?": "keys",
    Escape: "leave",
  } as const satisfies Record<string, QueueKey>),
);

/** What a press asks for, or null. Space stays with a button or a link that has the focus. */
export function queueKeyOf(press: KeyPress & { readonly isOnControl: boolean }, singleKeys: boolean): QueueKey | null {
  const key = shortcutOf(press, singleKeys);
  if (key === null || (key === " " && press.isOnControl)) return null;
  if (key === " " && press.hasShift) return "range";
  return table.get(key) ?? null;
}

/** The keys of reasons in their order: nine digits, the nought after them, and a dash for the one that says nothing. */
const reasonKeys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "-"] as const;

/** The key that chooses a reason. */
export function keyOfReason(reason: Reason): string {
  return reasonKeys[reasons.indexOf(reason)] ?? "";
}

/** The reason that a press chooses in the panel, or null. */
export function reasonOf(press: KeyPress, singleKeys: boolean): Reason | null {
  const key = shortcutOf(press, singleKeys);
  return reasons.find((reason) => keyOfReason(reason) === key) ?? null;
}
