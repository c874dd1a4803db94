/** The audiences of a group that a member may read, for what spans its texts. */
import { barring } from "#app/domain/moderation/sanction.ts";
import { can } from "#app/domain/policy/policy.ts";
import type { Store } from "#db/store.ts";
import { passes, postsTowards } from "./gates.ts";
import { actorOf, isPast, sanctionsIn } from "./rights.ts";

/** An audience that a member may read; `documents` where it is open in these texts only, since its gate counts own posts. */
export type OpenAudience = {
  readonly audience: string;
  readonly seat: string;
  readonly documents: readonly string[] | null;
};

/** The audiences of a group that the member may read, text by text where a gate asks for it; none for strangers. */
export async function openAudiences(
  store: Store,
  { memberId, groupId, now }: { readonly memberId: string; readonly groupId: string; readonly now: number },
  documentIds: readonly string[],
): Promise<readonly OpenAudience[]> {
  const access = await store.access.group(memberId, groupId);
  if (access === null || isPast(access.group.deleteAfter, now)) return [];
  if ((await sanctionsIn(store, memberId, { group: groupId, document: null, now })) === "shut out") return [];
  const entered = await textsEntered(store, memberId, groupId, { documentIds, now });
  const actor = actorOf(memberId, access);
  const delegated = can(actor, "room.staff") ? [] : await store.people.textsModerated(memberId, groupId);
  const open: OpenAudience[] = [];
  for (const row of await store.audiences.openSeats(memberId, groupId)) {
    const { audience, kind, seat, gate } = row;
    const within =
      row.documents === null ? entered : (entered ?? documentIds).filter((id) => row.documents?.includes(id));
    if (kind === "staff" && !can(actor, "room.staff")) {
      const documents = (entered ?? documentIds).filter((id) => delegated.includes(id));
      if (documents.length > 0) open.push({ audience, seat, documents });
      continue;
    }
    if (passes(actor, row, { ownPosts: 0, now })) {
      open.push({ audience, seat, documents: within });
      continue;
    }
    if (gate.kind !== "after") continue;
    const documents: string[] = [];
    for (const document of within ?? documentIds) {
      const ownPosts = await postsTowards(store, row, { member: memberId, document });
      if (passes(actor, row, { ownPosts, now })) documents.push(document);
    }
    open.push({ audience, seat, documents });
  }
  return open;
}

/** Null where no sanction keeps the member out of single texts, else those of these texts that they may enter. */
async function textsEntered(
  store: Store,
  memberId: string,
  group: string,
  { documentIds, now }: { readonly documentIds: readonly string[]; readonly now: number },
): Promise<readonly string[] | null> {
  const inForce = await store.sanctions.inForce(memberId, now);
  const isShut = (document: string) => barring(inForce, "read", { group, document, thread: null }) !== null;
  return documentIds.some(isShut) ? documentIds.filter((id) => !isShut(id)) : null;
}
