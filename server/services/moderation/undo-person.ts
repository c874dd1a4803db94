/** Takes decisions about people back: sanctions, lifting them, roles, and the texts that somebody moderates. */
import { roles } from "#app/domain/group/group.ts";
import type { ChainedEntry, Facts } from "#app/domain/moderation/record.ts";
import { Problem } from "#app/domain/problem.ts";
import { moderationWords as words } from "#app/words/moderation.ts";
import { alignGroup } from "../assignments/cohorts.ts";
import { settleMember } from "../news.ts";
import type { Bench } from "./decide.ts";
import { tellRights } from "./sanctions.ts";
import { putTextModerator } from "./text-moderators.ts";

/** Gives what holds afterwards. Throws Problem("conflict") where something else holds meanwhile. */
export async function takeBackPerson(bench: Bench, done: ChainedEntry): Promise<Facts> {
  switch (done.verb) {
    case "member.warn":
    case "member.approve-first":
    case "member.mute":
    case "member.suspend":
    case "member.ban":
      return takeBackSanction(bench, done);
    case "member.lift":
      return takeBackLift(bench, done);
    case "member.role":
      return takeBackRole(bench, done);
    case "member.scope":
      return takeBackScope(bench, done);
    default:
      throw new Problem("conflict", words.cannotUndo);
  }
}

/** It counts as never given; what its batch hid is left to come back. */
async function takeBackSanction({ store, now }: Bench, done: ChainedEntry): Promise<Facts> {
  const sanction = await store.sanctions.find(String(done.after.sanction));
  if (sanction === null || sanction.ending !== null) throw new Problem("conflict", words.decidedSince);
  await store.sanctions.update(sanction.id, { ending: "void", endedAt: now });
  if (sanction.batchId !== null) await store.sanctions.update(sanction.id, { batchState: "restoring" });
  await store.reports.unsettle(done.seq);
  await tellRights(store, sanction, now);
  return { sanction: sanction.id, ending: "void" };
}

async function takeBackLift({ store, now }: Bench, done: ChainedEntry): Promise<Facts> {
  const sanction = await store.sanctions.find(String(done.after.sanction));
  const isOver = sanction?.endsAt != null && sanction.endsAt <= now;
  if (sanction === null || sanction.ending !== "lifted" || isOver) throw new Problem("conflict", words.cannotUndo);
  await store.sanctions.update(sanction.id, { ending: null, endedAt: null });
  await tellRights(store, sanction, now);
  return { sanction: sanction.id, ending: null };
}

async function takeBackRole({ store, now, newId }: Bench, done: ChainedEntry): Promise<Facts> {
  const role = roles.find((known) => known === done.before.role);
  const [groupId, memberId] = [done.group ?? "", done.subject.id];
  const current = await store.memberships.roleOf(groupId, memberId);
  if (role === undefined || current !== done.after.role) throw new Problem("conflict", words.cannotUndo);
  if (current === "owner" && (await store.memberships.owners(groupId)) === 1) {
    throw new Problem("conflict", words.cannotUndo);
  }
  await store.memberships.setRole(groupId, memberId, role);
  await store.audiences.admit({ groupId, memberId, role, now, newId });
  await alignGroup({ store, now, newId }, groupId);
  await settleMember(store, { groupId, memberId, now });
  store.effect({ kind: "rights", members: [memberId] });
  return { role };
}

async function takeBackScope(bench: Bench, done: ChainedEntry): Promise<Facts> {
  const [group, document] = [done.group ?? "", done.document ?? ""];
  const on = done.before.moderates === true;
  const isChanged = await putTextModerator(bench, { group, document, member: done.subject.id, on });
  if (!isChanged) throw new Problem("conflict", words.cannotUndo);
  return { moderates: on };
}
