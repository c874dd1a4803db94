/** Words that a page leaves behind in its last moment: localStorage is the only store that is written before it ends. */
import type { Draft } from "./local-database.ts";

const PREFIX = "glossa/left/";

/** Keeps one draft; does nothing where the browser keeps nothing or has no room. */
export function leaveBehind(draft: Draft): void {
  withStorage((storage) => storage.setItem(PREFIX + draft.key, JSON.stringify(draft)));
}

/** Everything that pages of this person left behind. */
export function leftBy(person: string): readonly Draft[] {
  const left: Draft[] = [];
  withStorage((storage) => {
    for (const name of namesOf(storage, person)) {
      const draft: unknown = JSON.parse(storage.getItem(name) ?? "null");
      if (isDraft(draft)) left.push(draft);
    }
  });
  return left;
}

/** Forgets what was left behind under one key. */
export function dropLeft(key: string): void {
  withStorage((storage) => storage.removeItem(PREFIX + key));
}

/** Forgets everything that this person left behind. */
export function dropLeftBy(person: string): void {
  withStorage((storage) => {
    for (const name of namesOf(storage, person)) storage.removeItem(name);
  });
}

const namesOf = (storage: Storage, person: string): string[] =>
  Object.keys(storage).filter((name) => name.startsWith(`${PREFIX}${person}/`));

/** Reading `localStorage` throws where it is forbidden, writing to it where it is full. */
function withStorage(work: (storage: Storage) => void): void {
  try {
    work(localStorage);
  } catch {
    return;
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null) return false;
  const { key, person, document, place, body, savedAt } = value as Partial<Record<keyof Draft, unknown>>;
  const isText = [key, person, document, place, body].every((field) => typeof field === "string");
  return isText && typeof savedAt === "number";
}
