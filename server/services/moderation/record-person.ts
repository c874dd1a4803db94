/** Rows of the record about people: sanctions, roles, and the texts that somebody moderates. */
import type { Reason } from "#app/domain/moderation/reason.ts";
import type { ChainedEntry, Facts } from "#app/domain/moderation/record.ts";
import type { Verb } from "#app/domain/moderation/verb.ts";
import type { DecisionWords } from "#db/repositories/moderation/record.ts";
import type { Bench } from "./decide.ts";

export type PersonVerb = Extract<Verb, `member.${string}`>;

export type PersonEntry = {
  /** Null for the whole site. */
  readonly group: string | null;
  readonly document?: string | null;
  readonly member: string;
  readonly reason?: Reason;
  readonly before: Facts;
  readonly after: Facts;
  readonly words?: DecisionWords;
  readonly batch?: string | null;
  /** Set when the member did it themselves. */
  readonly isOwn?: boolean;
};

/** Adds the row; the item of the queue about the person, if one is open, goes with it. */
export async function recordPerson(
  { store, now, newId, judge }: Omit<Bench, "heed">,
  verb: PersonVerb,
  { group, document = null, member, reason, before, after, words, batch = null, isOwn = false }: PersonEntry,
): Promise<ChainedEntry> {
  const item = await store.queue.openOf("member", member);
  return store.record.append({
    id: newId(),
    at: now,
    ...{ group, document, verb, before, after, batch },
    actor: isOwn ? member : (judge?.id ?? null),
    actorRole: isOwn ? "author" : (judge?.role ?? "system"),
    subject: { kind: "member", id: member },
    revision: null,
    revisionHash: null,
    item: item?.id ?? null,
    reason: reason ?? null,
    ...(words === undefined ? {} : { words }),
    undoes: null,
  });
}
