/** Ways into a group: links that expire, can be taken back, and carry a role. */
import type { GroupService, InvitationRow } from "#app/context/groups.ts";
import { MAX_INVITATION_DAYS, MAX_INVITATION_USES } from "#app/domain/group/fields.ts";
import { isStaff, type Role, roles } from "#app/domain/group/group.ts";
import { addressKey, isAddress, tidyAddress } from "#app/domain/member/address.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { groupsWords } from "#app/words/groups.ts";
import { mailWords } from "#app/words/mail.ts";
import type { GroupRecord } from "#db/repositories/groups.ts";
import type { InvitationRecord } from "#db/repositories/invitations.ts";
import type { Store } from "#db/store.ts";
import { alignGroup } from "./assignments/cohorts.ts";
import { type GroupDependencies, requireAction } from "./groups-standing.ts";
import { refusalToEnter } from "./moderation/refusal.ts";

const DAY = 24 * 60 * 60 * 1000;

type Invitations = Pick<GroupService, "invitations" | "invite" | "revoke" | "invitation" | "join">;

export function makeInvitations(dependencies: GroupDependencies): Invitations {
  const { read, transact, clock, newId, origin, secrets, post, limits, settleNews } = dependencies;

  return {
    async invitations(viewer, groupId) {
      await requireAction(read, { viewer, groupId, now: clock() }, "group.invite", { role: "observer" });
      const now = clock();
      return (await read.invitations.ofGroup(groupId)).map((row) => ({
        id: row.id,
        role: row.role,
        email: row.email,
        createdBy: row.inviter,
        createdAt: row.createdAt,
        expiresAt: row.expiresAt,
        uses: row.uses,
        maxUses: row.maxUses,
        state: stateOf(row, now),
      }));
    },

    async invite(viewer, groupId, input) {
      const { role, days } = input;
      const email = input.email === null ? null : tidyAddress(input.email);
      requireTerms({ ...input, email });
      if (email !== null) requireMail(limits.mailByMember.take(viewer.id));
      const token = secrets.token();
      const now = clock();
      const link = `${origin}/join/${token}`;
      await transact(async (store) => {
        const standing = await requireAction(store, { viewer, groupId, now: clock() }, "group.invite", { role });
        await store.invitations.insert({
          id: newId(),
          groupId,
          tokenHash: secrets.digest(token),
          role,
          email,
          createdBy: viewer.id,
          createdAt: now,
          expiresAt: now + days * DAY,
          // A mail is for one person, and a link that makes somebody staff must not be passed on.
          maxUses: email !== null || isStaff(role) ? 1 : input.maxUses,
        });
        if (email === null) return;
        const known = await store.members.byEmailKey(addressKey(email));
        // In the language of who asks, also to a member: what they chose is theirs to know.
        await post.write(store, { id: known?.id ?? null, email }, () =>
          mailWords.invitation(viewer.name, standing.group.name, link),
        );
      });
      return { link };
    },

    async revoke(viewer, groupId, invitationId) {
      await transact(async (store) => {
        await requireAction(store, { viewer, groupId, now: clock() }, "group.invite", { role: "observer" });
        const revoked = await store.invitations.revoke(groupId, invitationId, clock());
        if (!revoked) throw new Problem("not-found", groupsWords.invitationUnknown);
      });
    },

    async invitation(token) {
      const { invitation, group, inviter } = await openInvitation(read, secrets.digest(token), clock());
      return { groupId: group.id, groupName: group.name, role: invitation.role, invitedBy: inviter };
    },

    async join(viewer, token) {
      return transact(async (store) => {
        const hash = secrets.digest(token);
        const now = clock();
        const known = await store.invitations.byHash(hash);
        // Whoever is in already is shown the way, also by a link that their own first click used up.
        if (known !== null && (await store.memberships.roleOf(known.groupId, viewer.id)) !== null) {
          return { groupId: known.groupId };
        }
        const { invitation, group } = await openInvitation(store, hash, now);
        const refusal = await refusalToEnter(store, viewer.id, { group: group.id, document: null, now });
        if (refusal !== null) throw refusal;
        if (!(await store.invitations.use(invitation.id, now))) throw gone();
        const admission = { groupId: group.id, memberId: viewer.id, role: invitation.role };
        await store.memberships.admit({ ...admission, joinedAt: now });
        await store.audiences.admit({ ...admission, now, newId });
        await alignGroup({ store, now, newId }, group.id);
        await settleNews(store, group.id, viewer.id);
        return { groupId: group.id };
      });
    },
  };
}

const gone = (): Problem => new Problem("gone", groupsWords.invitationGone);

type OpenInvitation = { readonly invitation: InvitationRecord; readonly group: GroupRecord; readonly inviter: string };

/** Throws Problem("gone") unless it is open and whoever made it may still give that role: their right may have ended since. */
async function openInvitation(store: Store, hash: string, now: number): Promise<OpenInvitation> {
  const invitation = await store.invitations.byHash(hash);
  if (invitation === null || stateOf(invitation, now) !== "open") throw gone();
  const group = await store.groups.byId(invitation.groupId);
  const inviter = await store.members.byId(invitation.createdBy);
  if (group === null || inviter === null) throw gone();
  const role = await store.memberships.roleOf(group.id, inviter.id);
  const actor = { id: inviter.id, role, isAdmin: inviter.isAdmin };
  if (!can(actor, "group.invite", { group, role: invitation.role })) throw gone();
  return { invitation, group, inviter: inviter.name };
}

function stateOf(invitation: InvitationRecord, now: number): InvitationRow["state"] {
  if (invitation.revokedAt !== null) return "revoked";
  if (invitation.maxUses !== null && invitation.uses >= invitation.maxUses) return "used";
  return invitation.expiresAt <= now ? "expired" : "open";
}

/** Throws Problem("invalid") with the fields. */
function requireTerms(input: { role: Role; email: string | null; days: number; maxUses: number | null }): void {
  const { role, email, days, maxUses } = input;
  const fields: Record<string, string> = {};
  if (!roles.includes(role)) fields.role = groupsWords.roleUnknown;
  if (email !== null && !isAddress(email)) fields.email = groupsWords.addressWrong;
  if (!isWhole(days, MAX_INVITATION_DAYS)) fields.days = groupsWords.daysWrong;
  if (maxUses !== null && !isWhole(maxUses, MAX_INVITATION_USES)) fields.maxUses = groupsWords.usesWrong;
  if (Object.keys(fields).length > 0) throw new Problem("invalid", groupsWords.checkForm, { fields });
}

function isWhole(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}

function requireMail(wait: number): void {
  if (wait > 0) throw new Problem("too-many", groupsWords.tooManyMails, { retryAfter: wait });
}
