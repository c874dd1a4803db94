/** Who may see and judge an appeal. */
import type { AppealPage } from "#app/context/record.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { isStaff, outranks, type Role } from "#app/domain/group/group.ts";
import type { ChainedEntry } from "#app/domain/moderation/record.ts";
import { Problem } from "#app/domain/problem.ts";
import { appealWords as words } from "#app/words/appeals.ts";
import type { AppealRow } from "#db/repositories/moderation/appeals.ts";
import type { Store } from "#db/store.ts";
import { caseOf } from "./appeal-case.ts";
import { rowsFor } from "./record-rows.ts";
import { roleOfWhoMayEnter } from "./refusal.ts";

export type Seated = {
  readonly appeal: AppealRow;
  readonly decision: ChainedEntry;
  readonly role: Role | null;
  readonly isAppellant: boolean;
};

/** The appeal for its appellant or for staff. Throws Problem("not-found") for everybody else. */
export async function seatAt(
  store: Store,
  viewer: Viewer,
  { id, as, now }: { readonly id: string; readonly as: "staff" | "either"; readonly now: number },
): Promise<Seated> {
  const appeal = await store.appeals.find(id);
  const decision = appeal === null ? null : await store.record.find(appeal.decision);
  if (appeal === null || decision === null) throw new Problem("not-found", words.unknown);
  const role = await roleOfWhoMayEnter(store, viewer.id, { group: appeal.groupId, now });
  const isAppellant = appeal.appellantId === viewer.id;
  const isJudge = role !== null && isStaff(role) && !isAppellant;
  if (!isJudge && !(isAppellant && as === "either")) throw new Problem("not-found", words.unknown);
  return { appeal, decision, role, isAppellant };
}

/** Throws Problem("not-found") for everybody but moderators of the group. */
export async function requireStaff(
  store: Store,
  viewer: Viewer,
  { group, now }: { readonly group: string; readonly now: number },
): Promise<void> {
  const role = await roleOfWhoMayEnter(store, viewer.id, { group, now });
  if (role === null || !isStaff(role)) throw new Problem("not-found", words.unknown);
}

/** True where the viewer made the decision and somebody else could look at it. */
export async function isForOthers(
  store: Store,
  viewer: Viewer,
  { appeal, decision }: Pick<Seated, "appeal" | "decision">,
): Promise<boolean> {
  if (decision.actor !== viewer.id) return false;
  const appellantRole = (await store.memberships.roleOf(appeal.groupId, appeal.appellantId)) ?? "observer";
  const others = (await store.memberships.rolesIn(appeal.groupId)).filter(
    ({ member, role }) =>
      member !== viewer.id && member !== appeal.appellantId && isStaff(role) && outranks(role, appellantRole),
  );
  return others.length > 0;
}

/** What a moderator sees of it. */
export async function pageOf(store: Store, viewer: Viewer, appeal: AppealRow): Promise<AppealPage> {
  const decision = await store.record.find(appeal.decision);
  const [row] = decision === null ? [] : await rowsFor(store, [decision], "staff");
  if (decision === null || row === undefined) throw new Problem("not-found", words.unknown);
  const appellant = await store.members.byId(appeal.appellantId);
  const group = await store.groups.byId(appeal.groupId);
  const note = decision.subject.kind === "note" ? await store.annotations.find(decision.subject.id) : null;
  return {
    appeal: await caseOf(store, appeal, "staff"),
    decision: row,
    appellant: { id: appeal.appellantId, name: appellant?.name ?? "" },
    body: note?.body ?? "",
    note: note?.id ?? null,
    group: { id: appeal.groupId, name: group?.name ?? "" },
    isForOthers: await isForOthers(store, viewer, { appeal, decision }),
  };
}
