/** Groups, their members and invitations, as pages see them. */
import type { Lifecycle, RecordAudience, Role } from "#app/domain/group/group.ts";
import type { Profile } from "#app/domain/member/member.ts";
import type { Action } from "#app/domain/policy/policy.ts";
import type { Viewer } from "./viewer.ts";

export type GroupCard = Lifecycle & {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly role: Role;
  readonly members: number;
  readonly texts: number;
  readonly notes: number;
};

export type RosterRow = Profile & {
  readonly role: Role;
  readonly joinedAt: number;
  /** Set for those who left: their notes still need a name. */
  readonly leftAt: number | null;
  /** Only for those who may invite, else null. */
  readonly email: string | null;
  readonly abilities: Readonly<Record<"member.promote" | "member.remove", boolean>>;
};

export type InvitationRow = {
  readonly id: string;
  readonly role: Role;
  readonly email: string | null;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly uses: number;
  readonly maxUses: number | null;
  readonly state: "open" | "expired" | "revoked" | "used";
};

export type GroupPage = GroupCard & {
  readonly colourNames: Readonly<Record<string, string>>;
  readonly recordShown: RecordAudience;
  readonly abilities: Readonly<Partial<Record<Action, boolean>>>;
};

export interface GroupService {
  list(viewer: Viewer): Promise<readonly GroupCard[]>;
  create(viewer: Viewer, input: { name: string; description: string }): Promise<{ readonly id: string }>;
  /** Problem("not-found") for those who are not in it. */
  open(viewer: Viewer, groupId: string): Promise<GroupPage>;
  edit(
    viewer: Viewer,
    groupId: string,
    input: { name: string; description: string; colourNames: Record<string, string> },
  ): Promise<void>;
  /** Who reads the record of decisions besides moderators. */
  showRecord(viewer: Viewer, groupId: string, to: RecordAudience): Promise<void>;
  archive(viewer: Viewer, groupId: string, archived: boolean): Promise<void>;
  /** Starts or takes back the deletion; it happens after the grace period. */
  remove(viewer: Viewer, groupId: string, wanted: boolean): Promise<void>;
  roster(viewer: Viewer, groupId: string): Promise<readonly RosterRow[]>;
  setRole(viewer: Viewer, groupId: string, memberId: string, role: Role): Promise<void>;
  removeMember(viewer: Viewer, groupId: string, memberId: string): Promise<void>;
  /** The viewer becomes a teacher, the other one owner. */
  transfer(viewer: Viewer, groupId: string, memberId: string): Promise<void>;
  /** With `erase` the leaver's notes are deleted too. Problem("conflict") for the last owner. */
  leave(viewer: Viewer, groupId: string, input: { erase: boolean }): Promise<void>;
  invitations(viewer: Viewer, groupId: string): Promise<readonly InvitationRow[]>;
  /** The link is shown this once; with `email` it is mailed as well. */
  invite(
    viewer: Viewer,
    groupId: string,
    input: { role: Role; email: string | null; days: number; maxUses: number | null },
  ): Promise<{ readonly link: string }>;
  revoke(viewer: Viewer, groupId: string, invitationId: string): Promise<void>;
  /** What an invitation offers, before it is accepted; works without an account. Problem("gone") when it is no good. */
  invitation(
    token: string,
  ): Promise<{ readonly groupId: string; readonly groupName: string; readonly role: Role; readonly invitedBy: string }>;
  join(viewer: Viewer, token: string): Promise<{ readonly groupId: string }>;
}
