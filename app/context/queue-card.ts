/** One item of the queue with everything that a decision about it needs. For moderators only. */
import type { AnnotationStatus } from "#app/domain/annotation/annotation.ts";
import type { Block } from "#app/domain/document/document.ts";
import type { Role } from "#app/domain/group/group.ts";
import type { Profile } from "#app/domain/member/member.ts";
import type { Reason } from "#app/domain/moderation/reason.ts";
import type { ReportState } from "#app/domain/moderation/report.ts";
import type { ItemVerb, NoteVerb, Verb } from "#app/domain/moderation/verb.ts";
import type { AnnotationRecord } from "#app/rooms/reading-room.ts";
import type { QueueRow } from "./queue.ts";

export type QueueCard = QueueRow & {
  /** The note's words with their marks; "" for people and appeals. */
  readonly body: string;
  readonly passage: Passage | null;
  /** The whole thread in reading order as staff see it, the target among it; at most 200 notes around it. */
  readonly thread: readonly ThreadNote[];
  readonly history: History;
  readonly hits: readonly RuleHit[];
  /** Newest first; those about earlier words of the note too. */
  readonly reports: readonly CardReport[];
  /** Null: the account is gone. */
  readonly author: AuthorStrip | null;
  /** What was decided about this target before, newest first. */
  readonly previous: readonly Decided[];
  /** What was decided about the same words elsewhere in the group, newest first. */
  readonly similar: readonly (Decided & { readonly note: string; readonly document: string | null })[];
  /** What the viewer may do now: empty where they may only look. */
  readonly verbs: readonly (NoteVerb | ItemVerb)[];
  /** What moderators wrote about it to each other, oldest first. */
  readonly notes: readonly StaffNote[];
  /** How often its author sent it again after it was removed. */
  readonly tries: number;
};

/** The paragraph of the anchor with two before and after; offsets in UTF-16 code units of the revision's text. */
export type Passage = {
  readonly revision: string;
  readonly blocks: readonly (Block & { readonly text: string })[];
  readonly anchor: { readonly start: number; readonly end: number };
};

/** `isTarget`: what is decided about. `depth`: 0 for the first note. */
export type ThreadNote = AnnotationRecord & {
  readonly by: Profile | null;
  readonly depth: number;
  readonly isTarget: boolean;
};

/** The words that a note has had. */
export type History = {
  /** Newest first. */
  readonly bodies: readonly { readonly id: string; readonly n: number; readonly text: string; readonly at: number }[];
  /** The latest of them that a moderator let stand, which later ones are compared with; null: none. */
  readonly approved: string | null;
};

/** Where a rule found something; `start` and `end` are null where the whole note is meant. */
export type RuleHit = {
  /** Rule or policy. */
  readonly rule: string;
  /** "rule", "policy" or "newcomer"; a kind of rule once rules say more of themselves. */
  readonly class: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly action: string;
};

export type CardReport = {
  readonly id: string;
  readonly by: Profile | null;
  readonly isStaff: boolean;
  readonly reason: Reason;
  readonly words: string;
  readonly at: number;
  readonly state: ReportState;
  /** Whether it is about the words as they are now. */
  readonly isCurrent: boolean;
  /** Of the reporter's settled reports. */
  readonly upheld: number;
  readonly dismissed: number;
  /** What it adds to the priority; 0 where it counts together with another one. */
  readonly weight: number;
  /** True where it comes from accounts that look like one person's. */
  readonly isBrigade: boolean;
};

/** The author, reported person or appellant, in this group. */
export type AuthorStrip = Profile & {
  /** Null: no longer in the group. */
  readonly role: Role | null;
  readonly joinedAt: number | null;
  /** Notes that are published, hidden or held, removed or spam. */
  readonly published: number;
  readonly hidden: number;
  readonly removed: number;
  /** Open sanctions. */
  readonly sanctions: readonly { readonly id: string; readonly verb: Verb; readonly until: number | null }[];
  /** What moderators keep in mind about the person. */
  readonly notes: readonly StaffNote[];
};

export type StaffNote = {
  readonly id: string;
  readonly by: Profile | null;
  readonly words: string;
  readonly at: number;
};

/** A decision as moderators read it. */
export type Decided = {
  /** Number in the record; what `undo` takes. */
  readonly decision: number;
  readonly verb: Verb;
  readonly reason: Reason | null;
  readonly toAuthor: string;
  readonly toStaff: string;
  /** Null: a rule, or an account that is gone. */
  readonly by: Profile | null;
  readonly at: number;
  /** Status of the note afterwards; null for other targets. */
  readonly status: AnnotationStatus | null;
  /** Whether it takes another one back, and whether it was taken back itself. */
  readonly isUndo: boolean;
  readonly isUndone: boolean;
  readonly batch: string | null;
};
