/**
 * Rights as one table of named predicates. `can` is pure and total; services enforce it, loaders send its answers along,
 * components hide by it, the socket upgrade opens rooms by it.
 */
import { isOpen, isStaff, type Lifecycle, outranks, type Role } from "#app/domain/group/group.ts";
import { type Deed, isBarred, type SanctionKind, type Scope } from "#app/domain/moderation/sanction.ts";

/** Who asks: `role` is the active membership in the subject's group, null for everybody else. */
export type Actor = {
  readonly id: string;
  readonly role: Role | null;
  readonly isAdmin: boolean;
  /** Sanctions in force that hold in the subject's text or group, or in a thread of theirs; absent: none. */
  readonly sanctions?: readonly { readonly kind: SanctionKind; readonly scope: Scope }[];
};

/** What is asked about; each action reads only what it needs, and what is missing counts against it. */
export type Subject = {
  readonly group?: Lifecycle;
  readonly document?: Lifecycle & { readonly addedBy: string };
  readonly annotation?: { readonly creator: string; readonly creatorRole: Role | null };
  /** Root of the thread in which something is done. */
  readonly thread?: string;
  readonly member?: { readonly id: string; readonly role: Role };
  /** A role to be given away, by invitation or change. */
  readonly role?: Role;
};

type Predicate = (actor: Actor, subject: Subject) => boolean;

const belongs: Predicate = (actor) => actor.role !== null;
const owns: Predicate = (actor) => actor.role === "owner";
const teaches: Predicate = (actor) => actor.role === "owner" || actor.role === "teacher";
const moderates: Predicate = (actor) => actor.role !== null && isStaff(actor.role);
const writes: Predicate = (actor) => actor.role !== null && actor.role !== "observer";
/** Staff do not hand in, observers do not write. */
const studies: Predicate = (actor) => actor.role === "member";
const administers: Predicate = (actor) => actor.isAdmin;
const groupOpen: Predicate = (_, { group }) => group !== undefined && isOpen(group);
const textOpen: Predicate = (_, { document }) => document !== undefined && isOpen(document);
const ownText: Predicate = (actor, { document }) => document !== undefined && document.addedBy === actor.id;
const someNote: Predicate = (_, { annotation }) => annotation !== undefined;
const ownNote: Predicate = (actor, { annotation }) => annotation !== undefined && annotation.creator === actor.id;
const ownSelf: Predicate = (actor, { member }) => member !== undefined && member.id === actor.id;
const aboveCreator: Predicate = (actor, { annotation }) =>
  actor.role !== null &&
  annotation !== undefined &&
  (annotation.creatorRole === null || outranks(actor.role, annotation.creatorRole));
const aboveMember: Predicate = (actor, { member }) =>
  actor.role !== null && member !== undefined && (actor.role === "owner" || outranks(actor.role, member.role));
/** An owner gives any role; a teacher those below their own. */
const mayGive: Predicate = (actor, { role }) =>
  actor.role !== null && role !== undefined && (actor.role === "owner" || outranks(actor.role, role));

const all =
  (...predicates: readonly Predicate[]): Predicate =>
  (actor, subject) =>
    predicates.every((holds) => holds(actor, subject));
const either =
  (...predicates: readonly Predicate[]): Predicate =>
  (actor, subject) =>
    predicates.some((holds) => holds(actor, subject));
const not =
  (predicate: Predicate): Predicate =>
  (actor, subject) =>
    !predicate(actor, subject);

const table = {
  "site.administer": administers,
  "group.read": belongs,
  "group.edit": all(owns, groupOpen),
  "group.archive": owns,
  "group.delete": owns,
  "group.transfer": owns,
  "group.invite": all(teaches, groupOpen, mayGive),
  "group.leave": belongs,
  "group.vocabulary": all(teaches, groupOpen),
  "member.promote": all(teaches, aboveMember, mayGive, not(ownSelf)),
  "member.remove": all(teaches, aboveMember, not(ownSelf)),
  "document.add": all(teaches, groupOpen),
  "document.edit": all(teaches, groupOpen),
  "document.archive": teaches,
  "document.delete": either(owns, all(teaches, ownText)),
  "annotation.publish": all(writes, groupOpen, textOpen),
  "annotation.edit": all(writes, groupOpen, textOpen, ownNote),
  "annotation.delete": all(belongs, ownNote),
  "annotation.anchor": all(writes, groupOpen, textOpen, either(ownNote, moderates)),
  "annotation.react": all(writes, groupOpen, textOpen),
  "annotation.answer": all(writes, groupOpen, textOpen, either(ownNote, moderates)),
  "annotation.endorse": all(teaches, groupOpen, textOpen, not(ownNote)),
  "annotation.replyPrivately": all(moderates, groupOpen, textOpen, aboveCreator, not(ownNote)),
  "annotation.hide": all(moderates, aboveCreator, not(ownNote)),
  "annotation.restore": all(moderates, aboveCreator, not(ownNote)),
  "annotation.redact": all(owns, someNote),
  "annotation.report": all(belongs, someNote, not(ownNote)),
  "thread.curate": all(moderates, groupOpen, textOpen),
  "thread.resolve": all(writes, groupOpen, textOpen, either(ownNote, moderates)),
  "queue.open": moderates,
  "record.read": moderates,
  "rules.edit": all(moderates, groupOpen),
  "check.edit": all(owns, groupOpen),
  "page.write": all(writes, groupOpen, textOpen),
  "room.staff": moderates,
  "class.lead": teaches,
  "assignment.set": all(teaches, groupOpen),
  "assignment.grade": teaches,
  "assignment.watch": moderates,
  "assignment.work": all(studies, groupOpen),
  "section.edit": all(teaches, groupOpen),
  "people.read": moderates,
  "text.delegate": all(teaches, groupOpen),
  "guideline.edit": all(teaches, groupOpen),
  "answer.edit": all(moderates, groupOpen),
} as const satisfies Readonly<Record<string, Predicate>>;

export type Action = keyof typeof table;

export const actions = Object.keys(table) as readonly Action[];

/** What of it a sanction can forbid; nobody's sanction keeps them from deleting what is theirs, from leaving or reporting. */
export const deedOf: Partial<Readonly<Record<Action, Deed>>> = {
  "annotation.publish": "publish",
  "annotation.replyPrivately": "publish",
  "annotation.edit": "write",
  "annotation.anchor": "write",
  "annotation.react": "write",
  "annotation.answer": "write",
  "annotation.endorse": "write",
  "thread.resolve": "write",
  "page.write": "write",
};

/** True when the actor may do that to the subject. Everything not granted by the table is refused. */
export function can(actor: Actor, action: Action, subject: Subject = {}): boolean {
  const deed = deedOf[action];
  return table[action](actor, subject) && (deed === undefined || isFree(actor, deed, subject));
}

/** A sanction on a thread stands in the way in that thread alone. */
function isFree({ sanctions = [] }: Actor, deed: Deed, { thread }: Subject): boolean {
  return !sanctions.some(({ kind, scope }) => isBarred(kind, deed) && (scope.kind !== "thread" || scope.id === thread));
}

/** The answers of a page in one record, for components that hide what would be refused. */
export function abilities<A extends Action>(actor: Actor, asked: readonly A[], subject: Subject): Record<A, boolean> {
  return Object.fromEntries(asked.map((action) => [action, can(actor, action, subject)])) as Record<A, boolean>;
}
