/** A group reads texts together; everyone in it has one role. */

export const roles = ["owner", "teacher", "moderator", "member", "observer"] as const;
export type Role = (typeof roles)[number];

const rank: Readonly<Record<Role, number>> = { owner: 4, teacher: 3, moderator: 2, member: 1, observer: 0 };

/** True when `a` stands above `b`; nobody acts on an equal. */
export function outranks(a: Role, b: Role): boolean {
  return rank[a] > rank[b];
}

/** True for those who open the staff room: owners, teachers and moderators. */
export function isStaff(role: Role): boolean {
  return rank[role] >= rank.moderator;
}

/** Who reads the record of decisions besides moderators, who read all of it. */
export const recordAudiences = ["staff", "members", "everyone"] as const;
export type RecordAudience = (typeof recordAudiences)[number];

/** Milliseconds between asking for deletion and the deletion itself; until then an owner can take it back. */
export const DELETION_GRACE = 14 * 24 * 60 * 60 * 1000;

/** A group's life: archived groups and groups that wait for deletion are read-only. */
export type Lifecycle = { readonly archivedAt: number | null; readonly deleteAfter: number | null };

/** True while new notes, texts and members are welcome. */
export function isOpen(thing: Lifecycle): boolean {
  return thing.archivedAt === null && thing.deleteAfter === null;
}
