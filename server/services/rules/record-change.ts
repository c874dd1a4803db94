import type { Facts } from "#app/domain/moderation/record.ts";
import type { SubjectKind, Verb } from "#app/domain/moderation/verb.ts";
import type { Actor } from "#app/domain/policy/policy.ts";
import type { Store } from "#db/store.ts";

export type Change = {
  readonly verb: Verb;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly revision?: string;
  readonly revisionHash?: string;
  readonly before: Facts;
  readonly after: Facts;
};

type Hands = {
  readonly store: Store;
  readonly now: number;
  readonly newId: () => string;
  readonly group: string;
  readonly actor: Actor;
};

/** One row of the record for a change of what decides about notes: ids, numbers and hashes. */
export async function recordChange({ store, now, newId, group, actor }: Hands, change: Change): Promise<void> {
  const { verb, subject, revision = null, revisionHash = null, before, after } = change;
  await store.record.append({
    ...{ id: newId(), at: now, group, document: null, actor: actor.id, actorRole: actor.role ?? "" },
    ...{ verb, subject, revision, revisionHash, item: null, reason: null, before, after, undoes: null, batch: null },
  });
}
