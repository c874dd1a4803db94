import type { JobState, SiteHealth } from "#app/context/site.ts";
import type { Role } from "#app/domain/group/group.ts";
import type { Facts } from "#app/domain/moderation/record.ts";
import type { SubjectKind, Verb } from "#app/domain/moderation/verb.ts";
import type { Store, Transact } from "#db/store.ts";
import type { Heed } from "../annotations/events.ts";

/** What the services of the site as a whole stand on. */
export type SiteDependencies = {
  readonly read: Store;
  readonly transact: Transact;
  /** Writes also while the site is read-only; for what ends that, and for what ends sessions. */
  readonly transactAlways: Transact;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly newId: () => string;
  readonly origin: string;
  readonly secrets: { token(): string; digest(token: string): string };
  readonly health: () => Promise<SiteHealth>;
  readonly jobs: () => {
    states(): readonly JobState[];
    /** False for a name that no job has. */
    runNow(name: string): Promise<boolean>;
  };
  /** Told of notes whose words are seen by others from now on. */
  readonly heed: Heed;
  /** Gives a member a role in a group with its seats, inside the transaction of `store`. */
  readonly giveRole: (store: Store, groupId: string, memberId: string, role: Role) => Promise<void>;
};

export type SiteAct = {
  readonly verb: Extract<Verb, `site.${string}` | "member.role">;
  /** Member id; null for what ends by the clock. */
  readonly actor: string | null;
  readonly group?: string;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly before: Facts;
  readonly after: Facts;
  /** What was said; kept beside the chain. */
  readonly words?: string;
};

/** Adds the row of an act to the record, in the transaction of the act. */
export async function record(
  store: Store,
  { clock, newId }: Pick<SiteDependencies, "clock" | "newId">,
  { actor, words = "", group = undefined, ...act }: SiteAct,
): Promise<void> {
  await store.record.append({
    ...act,
    ...{ id: newId(), at: clock(), group: group ?? null, document: null },
    ...{ actor, actorRole: actor === null ? "system" : "administrator" },
    ...{ revision: null, revisionHash: null, item: null, reason: null, undoes: null, batch: null },
    words: { toAuthor: "", toStaff: words },
  });
}
