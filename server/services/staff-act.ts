/** The record of what is done to accounts and the site. Ids, numbers and settings only, never words. */
import type { Facts } from "#app/domain/moderation/record.ts";
import type { SubjectKind, Verb } from "#app/domain/moderation/verb.ts";
import type { Store } from "#db/store.ts";

export type StaffAct = {
  readonly verb: Extract<Verb, "member.factor" | "member.delete" | "site.setting">;
  /** Null for a job. */
  readonly actor: { readonly id: string; readonly role: string } | null;
  readonly group?: string;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly before: Facts;
  readonly after: Facts;
};

/** Adds the row in the transaction of the act. `now` in milliseconds. */
export async function recordAct(
  { store, now, newId }: { readonly store: Store; readonly now: number; readonly newId: () => string },
  { verb, actor, group, subject, before, after }: StaffAct,
): Promise<void> {
  await store.record.append({
    ...{ id: newId(), at: now, group: group ?? null, document: null },
    ...{ actor: actor?.id ?? null, actorRole: actor?.role ?? "system", verb, subject, before, after },
    ...{ revision: null, revisionHash: null, item: null, reason: null, undoes: null, batch: null },
  });
}
