/** Who is in a group, in which role; how they leave. Every change reaches open sockets in the turn of its commit. */
import type { GroupService } from "#app/context/groups.ts";
import { type Role, roles } from "#app/domain/group/group.ts";
import type { Facts } from "#app/domain/moderation/record.ts";
import { type Actor, abilities, can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { groupsWords } from "#app/words/groups.ts";
import type { RosterRecord } from "#db/repositories/memberships.ts";
import type { Store } from "#db/store.ts";
import { alignGroup } from "./assignments/cohorts.ts";
import { requireFresh } from "./fresh.ts";
import { type Asking, type GroupDependencies, requireAction, standingIn } from "./groups-standing.ts";
import { recordPerson } from "./moderation/record-person.ts";

type Members = Pick<GroupService, "roster" | "setRole" | "removeMember" | "transfer" | "leave">;

/** Gives an active member another role in the group, with its seats and news, inside a transaction. */
export function roleGiver({ clock, newId, settleNews }: Pick<GroupDependencies, "clock" | "newId" | "settleNews">) {
  return async (store: Store, groupId: string, memberId: string, role: Role): Promise<void> => {
    await store.memberships.setRole(groupId, memberId, role);
    await store.audiences.admit({ groupId, memberId, role, now: clock(), newId });
    await alignGroup({ store, now: clock(), newId }, groupId);
    await settleNews(store, groupId, memberId);
    store.effect({ kind: "rights", members: [memberId] });
  };
}

export function makeMembers({ read, transact, clock, newId, eraseNotes, settleNews }: GroupDependencies): Members {
  const give = roleGiver({ clock, newId, settleNews });

  const part = (store: Store, groupId: string, memberId: string): Promise<void> =>
    leaveGroup(store, { groupId, memberId, now: clock(), settleNews });

  const record = async (
    store: Store,
    verb: "member.role" | "member.remove",
    { actor, groupId, member }: { readonly actor: Actor; readonly groupId: string; readonly member: string },
    before: Facts,
    after: Facts,
  ): Promise<void> => {
    const judge = { id: actor.id, role: actor.role ?? "" };
    await recordPerson({ store, now: clock(), newId, judge }, verb, { group: groupId, member, before, after });
  };
  type RoleGiven = {
    readonly actor: Actor;
    readonly groupId: string;
    readonly member: { id: string; role: Role };
    readonly role: Role;
  };
  const recordRole = (store: Store, { actor, groupId, member, role }: RoleGiven): Promise<void> =>
    record(store, "member.role", { actor, groupId, member: member.id }, { role: member.role }, { role });

  return {
    async roster(viewer, groupId) {
      const { actor, group } = await standingIn(read, { viewer, groupId, now: clock() });
      const mayInvite = can(actor, "group.invite", { group, role: "observer" });
      const rows = await read.memberships.roster(groupId);
      return rows.map((row) => ({
        ...row,
        email: mayInvite && row.leftAt === null ? row.email : null,
        abilities: abilitiesOver(actor, row),
      }));
    },

    async setRole(viewer, groupId, memberId, role) {
      if (!roles.includes(role)) throw new Problem("invalid", groupsWords.roleUnknown);
      await transact(async (store) => {
        const member = await presentMember(store, { viewer, groupId, now: clock() }, memberId);
        const { actor } = await requireAction(store, { viewer, groupId, now: clock() }, "member.promote", {
          member,
          role,
        });
        requireFresh(viewer, clock());
        if (role === member.role) return;
        await give(store, groupId, memberId, role);
        await recordRole(store, { actor, groupId, member, role });
      });
    },

    async removeMember(viewer, groupId, memberId) {
      await transact(async (store) => {
        const member = await presentMember(store, { viewer, groupId, now: clock() }, memberId);
        const { actor } = await requireAction(store, { viewer, groupId, now: clock() }, "member.remove", { member });
        await part(store, groupId, memberId);
        await record(
          store,
          "member.remove",
          { actor, groupId, member: memberId },
          { role: member.role },
          { role: null },
        );
      });
    },

    async transfer(viewer, groupId, memberId) {
      await transact(async (store) => {
        const { actor } = await requireAction(store, { viewer, groupId, now: clock() }, "group.transfer");
        requireFresh(viewer, clock());
        if (memberId === viewer.id) throw new Problem("conflict", groupsWords.selfTransfer);
        const member = await presentMember(store, { viewer, groupId, now: clock() }, memberId);
        await give(store, groupId, memberId, "owner");
        await give(store, groupId, viewer.id, "teacher");
        await recordRole(store, { actor, groupId, member, role: "owner" });
        await recordRole(store, { actor, groupId, member: { id: viewer.id, role: "owner" }, role: "teacher" });
      });
    },

    async leave(viewer, groupId, { erase }) {
      const demandLeave = async (store: Store): Promise<void> => {
        const { actor } = await requireAction(store, { viewer, groupId, now: clock() }, "group.leave");
        const alone = actor.role === "owner" && (await store.memberships.owners(groupId)) === 1;
        if (alone) throw new Problem("conflict", groupsWords.lastOwner);
      };
      // Works of bounded size, so that others write in between; they leave with the one in which nothing is left.
      let isGone = false;
      while (!isGone) {
        isGone = await transact(async (store) => {
          await demandLeave(store);
          if (erase && !(await eraseNotes(store, groupId, viewer.id))) return false;
          await part(store, groupId, viewer.id);
          return true;
        });
      }
    },
  };
}

/** Ends a membership with the seats that hang on it, inside the transaction of `store`. */
export async function leaveGroup(
  store: Store,
  leaving: { readonly groupId: string; readonly memberId: string; readonly now: number } & Pick<
    GroupDependencies,
    "settleNews"
  >,
): Promise<void> {
  const { groupId, memberId, now } = leaving;
  await store.memberships.leave(groupId, memberId, now);
  await store.audiences.dismiss({ groupId, memberId, now });
  await leaving.settleNews(store, groupId, memberId);
  store.effect({ kind: "rights", members: [memberId] });
}

/** What the actor may do to a row of the roster: "promote" means to some role, and nobody acts on those who left. */
function abilitiesOver(actor: Actor, row: RosterRecord): Record<"member.promote" | "member.remove", boolean> {
  if (row.leftAt !== null) return { "member.promote": false, "member.remove": false };
  return abilities(actor, ["member.promote", "member.remove"], { member: row, role: "observer" });
}

/** The member as a subject; Problem("not-found") for those who are not in the group, and to those who are not in it. */
async function presentMember(store: Store, asking: Asking, memberId: string): Promise<{ id: string; role: Role }> {
  await standingIn(store, asking);
  const role = await store.memberships.roleOf(asking.groupId, memberId);
  if (role === null) throw new Problem("not-found", groupsWords.memberUnknown);
  return { id: memberId, role };
}
