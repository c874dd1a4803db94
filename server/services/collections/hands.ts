import type { Viewer } from "#app/context/viewer.ts";
import { MAX_REMARK } from "#app/domain/collection/collection.ts";
import { tidyParagraphs } from "#app/domain/group/fields.ts";
import type { Facts } from "#app/domain/moderation/record.ts";
import { type Actor, can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { collectionWords as words } from "#app/words/collections.ts";
import type { Store, Transact } from "#db/store.ts";
import { recordChange } from "../rules/record-change.ts";
import { type Entered, enterCollection } from "./enter.ts";

/** What the service of collections stands on. */
export type CollectionParts = {
  readonly read: Store;
  readonly transact: Transact;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** A new ULID. */
  readonly newId: () => string;
  readonly origin: string;
  readonly secrets: { readonly token: () => string; readonly digest: (token: string) => string };
};

type By = {
  readonly store: Store;
  readonly now: number;
  readonly newId: () => string;
  readonly actor: Actor;
  readonly group: string;
};

/** One row of the record: which collection, and what kind of change; never its words. */
export async function curate({ group, ...hands }: By, after: Facts): Promise<void> {
  const subject = { kind: "group", id: group } as const;
  await recordChange({ ...hands, group }, { verb: "collection.change", subject, before: {}, after });
}

type Recording = (after: Facts) => Promise<void>;

/** A change by staff, in one work; throws for everybody else. */
export async function inCollection(
  { transact, clock, newId }: CollectionParts,
  viewer: Viewer,
  id: string,
  work: (store: Store, entered: Entered, record: Recording) => Promise<void>,
): Promise<void> {
  await transact(async (store) => {
    const now = clock();
    const entered = await enterCollection(store, { viewer, id, now });
    const { actor, subject } = entered.standing;
    if (!can(actor, "thread.curate", subject)) throw new Problem("forbidden", words.forStaff);
    const by = { store, now, newId, actor, group: entered.row.groupId };
    await work(store, entered, (after) => curate(by, { collection: id, ...after }));
  });
}

/** A remark on a thread. Throws Problem("invalid"). */
export function remarkOf(typed: string): string {
  const remark = tidyParagraphs(typed);
  if ([...remark].length <= MAX_REMARK) return remark;
  throw new Problem("invalid", words.long(MAX_REMARK), { fields: { remark: words.long(MAX_REMARK) } });
}
