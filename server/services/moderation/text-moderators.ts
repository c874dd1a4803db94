import { settleMember } from "../news.ts";
import type { Bench } from "./decide.ts";

/**
 * Makes a member of the group moderator of one text, or ends it, with seats, news and open sockets in step. False when it
 * was so already, or the member is not in the group any more. Rights and the record are the caller's.
 */
export async function putTextModerator(
  { store, now, newId, judge }: Omit<Bench, "heed">,
  {
    group,
    document,
    member,
    on,
  }: { readonly group: string; readonly document: string; readonly member: string; readonly on: boolean },
): Promise<boolean> {
  const role = await store.memberships.roleOf(group, member);
  if (role === null) return false;
  const row = { documentId: document, memberId: member, givenBy: judge?.id ?? null, createdAt: now };
  const isChanged = on
    ? await store.people.putTextModerator(row)
    : await store.people.dropTextModerator(document, member);
  if (!isChanged) return false;
  await store.audiences.admit({ groupId: group, memberId: member, role, now, newId });
  await settleMember(store, { groupId: group, memberId: member, now });
  store.effect({ kind: "rights", members: [member] });
  return true;
}
