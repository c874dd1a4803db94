/** The life of a command between the hand and the server, as a pure state machine. */
import type { AnnotationCommand, CommandResult } from "#app/domain/annotation/command.ts";

/** `answered` entries stay until the rooms show what the answer promised, so that nothing flickers. */
export type EntryState =
  | { readonly kind: "waiting"; readonly tries: number; readonly notBefore: number }
  | { readonly kind: "answered"; readonly version: number; readonly at: number }
  | { readonly kind: "refused"; readonly code: string; readonly sentence: string };

export type OutboxEntry = {
  /** A ULID, so that entries sort in the order in which they were given. */
  readonly id: string;
  readonly person: string;
  readonly document: string;
  readonly command: AnnotationCommand;
  readonly givenAt: number;
  readonly state: EntryState;
};

/** What came of one attempt to send. `later` carries milliseconds when the server named them. */
export type Answer =
  | { readonly kind: "done"; readonly result: CommandResult }
  | { readonly kind: "refused"; readonly code: string; readonly sentence: string }
  | { readonly kind: "later"; readonly after: number | null }
  | { readonly kind: "signed-out" };

const FIRST_DELAY = 500;
/** A classroom's network comes back within half a minute; longer waits feel like a lost note. */
const LONGEST_DELAY = 30_000;

/** The entry after an answer. `random` (0 to 1) spreads the second tries of a class whose network came back at once. */
export function afterAnswer(entry: OutboxEntry, answer: Answer, now: number, random: number): OutboxEntry {
  switch (answer.kind) {
    case "done":
      return { ...entry, state: { kind: "answered", version: answer.result.version, at: now } };
    case "refused":
      return { ...entry, state: { kind: "refused", code: answer.code, sentence: answer.sentence } };
    case "later": {
      const tries = entry.state.kind === "waiting" ? entry.state.tries + 1 : 1;
      const delay = answer.after ?? Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (tries - 1));
      return { ...entry, state: { kind: "waiting", tries, notBefore: now + delay * (1 + random / 2) } };
    }
    case "signed-out":
      return entry;
  }
}

/** The first entry that still has to be sent: strictly in order, since an edit follows its note. */
export function nextToSend(entries: readonly OutboxEntry[]): OutboxEntry | null {
  return entries.find((entry) => entry.state.kind === "waiting") ?? null;
}

/** A new entry, ready to be sent at once. */
export function newEntry(given: Omit<OutboxEntry, "state">): OutboxEntry {
  return { ...given, state: { kind: "waiting", tries: 0, notBefore: 0 } };
}

/** Tries a refused entry once more, in its old place in the line; what was sent back to be looked at, as looked at. */
export function again(entry: OutboxEntry): OutboxEntry {
  const { command, state } = entry;
  const wasNudged = state.kind === "refused" && state.code === "nudged" && "body" in command;
  return {
    ...entry,
    command: wasNudged ? { ...command, nudged: true } : command,
    state: { kind: "waiting", tries: 0, notBefore: 0 },
  };
}
