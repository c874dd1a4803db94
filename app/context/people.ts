/** People, as moderators and as people themselves see them: sanctions, notes about members, ignoring, rules and answers. */
import type { Lifecycle, Role } from "#app/domain/group/group.ts";
import type { Profile } from "#app/domain/member/member.ts";
import type { AnswerKind, AnswerValues } from "#app/domain/moderation/canned-answer.ts";
import type { Reason } from "#app/domain/moderation/reason.ts";
import type { Sanction, SanctionKind, ScopeKind, Step } from "#app/domain/moderation/sanction.ts";
import type { Verb } from "#app/domain/moderation/verb.ts";
import type { Viewer } from "./viewer.ts";

/** A sanction with what was said; times in milliseconds. */
export type SanctionCard = Sanction & {
  readonly id: string;
  /** Number in the record, under which it can be taken back. */
  readonly decision: number;
  readonly group: string | null;
  readonly groupName: string | null;
  /** The text in which it holds, or in whose thread. */
  readonly documentTitle: string | null;
  readonly toMember: string;
  /** The member's own page does not name who gave it. */
  readonly imposedBy: string | null;
  readonly isInForce: boolean;
  /** Notes hidden with it can come back. */
  readonly hasHidden: boolean;
};

/** One line of the list of people. */
export type PersonRow = Profile & {
  readonly role: Role;
  readonly joinedAt: number;
  readonly leftAt: number | null;
  readonly published: number;
  /** Hidden, removed or spam. */
  readonly takenAway: number;
  readonly inForce: readonly SanctionKind[];
};

export type PersonCard = PersonRow & {
  readonly group: Lifecycle & { readonly id: string };
  readonly hidden: number;
  readonly removed: number;
  readonly held: number;
  /** Reports about what they wrote, and reports that they made. */
  readonly reported: { readonly upheld: number; readonly dismissed: number };
  readonly reports: { readonly upheld: number; readonly dismissed: number };
  readonly sanctions: readonly SanctionCard[];
  readonly notes: readonly MemberNote[];
  readonly history: readonly {
    readonly decision: number;
    readonly at: number;
    readonly verb: Verb;
    readonly by: string | null;
  }[];
  /** What usually comes next. */
  readonly suggested: Step;
  readonly texts: readonly { readonly id: string; readonly title: string; readonly moderates: boolean }[];
  readonly mayDelegate: boolean;
  /** Where the viewer may sanction them; none: nowhere. */
  readonly scopes: readonly ScopeKind[];
};

export type MemberNote = {
  readonly id: string;
  readonly words: string;
  readonly author: string | null;
  readonly isOwn: boolean;
  readonly at: number;
};

export const hidingSpans = ["none", "day", "week", "month", "all"] as const;
export type HidingSpan = (typeof hidingSpans)[number];

export type SanctionInput = {
  readonly member: string;
  readonly kind: SanctionKind;
  readonly scope: ScopeKind;
  /** Root of the thread, or the text; "" for group and site. */
  readonly scopeId: string;
  readonly reason: Reason;
  readonly days: number | null;
  readonly toMember: string;
  readonly toStaff: string;
  /** For a ban: what they wrote in the last …, hidden with it. */
  readonly hides: HidingSpan;
};

/** What a sanction will do. */
export type Effects = {
  readonly endsAt: number | null;
  readonly notesHidden: number;
  readonly claimsReleased: number;
  readonly closesRooms: boolean;
};

export interface PeopleService {
  /** Problem("forbidden") for all but staff, "not-found" for strangers; so for everything here but the own sanctions. */
  list(viewer: Viewer, groupId: string, query: string): Promise<readonly PersonRow[]>;
  card(viewer: Viewer, groupId: string, memberId: string): Promise<PersonCard>;
  /** Changes nothing. Refuses what `impose` would refuse. */
  preview(viewer: Viewer, groupId: string, input: SanctionInput): Promise<Effects>;
  /** Problem("forbidden") by rank, "conflict" where the same holds already, "invalid" for what cannot hold there. */
  impose(
    viewer: Viewer,
    groupId: string,
    input: SanctionInput,
  ): Promise<{ readonly sanction: string; readonly hidden: number }>;
  lift(
    viewer: Viewer,
    groupId: string,
    sanctionId: string,
    input: { readonly restores: boolean; readonly toMember: string },
  ): Promise<{ readonly restored: number; readonly skipped: number }>;
  addNote(viewer: Viewer, groupId: string, memberId: string, words: string): Promise<void>;
  /** Own notes only. */
  dropNote(viewer: Viewer, groupId: string, noteId: string): Promise<void>;
  /** For that text the member counts as a moderator, nowhere else. By owners and teachers. */
  delegate(viewer: Viewer, groupId: string, input: { member: string; document: string; on: boolean }): Promise<void>;
  /** What the viewer was given, newest first. */
  own(viewer: Viewer): Promise<readonly SanctionCard[]>;
  /** Problem("not-found") for another's. */
  acknowledge(viewer: Viewer, sanctionId: string): Promise<void>;
}

export interface IgnoreService {
  list(viewer: Viewer): Promise<readonly Profile[]>;
  /** Only whom the viewer reads with. Staff stay to be read; news from them end all the same. */
  set(viewer: Viewer, memberId: string, on: boolean): Promise<void>;
}

/** A rule of the group as it is now. */
export type Guideline = {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly title: string;
  readonly words: string;
  readonly reasons: readonly Reason[];
  /** When this wording was written. */
  readonly at: number;
  /** Earlier wordings, newest first. */
  readonly earlier: readonly {
    readonly version: number;
    readonly title: string;
    readonly words: string;
    readonly at: number;
  }[];
};

export type GuidelineInput = {
  /** "" for a new one. */
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly reasons: readonly Reason[];
};

export interface GuidelineService {
  open(
    viewer: Viewer,
    groupId: string,
  ): Promise<{ readonly guidelines: readonly Guideline[]; readonly mayEdit: boolean }>;
  save(viewer: Viewer, groupId: string, input: GuidelineInput): Promise<void>;
  /** Its number is not given again. */
  retire(viewer: Viewer, groupId: string, id: string): Promise<void>;
}

export type CannedAnswer = {
  readonly id: string;
  readonly kind: AnswerKind;
  readonly title: string;
  readonly words: string;
  readonly reasons: readonly Reason[];
  readonly uses: number;
};

export type CannedAnswerInput = Omit<CannedAnswer, "uses">;

export interface CannedAnswerService {
  list(viewer: Viewer, groupId: string): Promise<readonly CannedAnswer[]>;
  /** An empty id makes a new one. Problem("invalid") names a variable that there is not. */
  save(viewer: Viewer, groupId: string, input: CannedAnswerInput): Promise<void>;
  remove(viewer: Viewer, groupId: string, id: string): Promise<void>;
  /** The words to send, counted as a use. Problem("invalid") for a gap that cannot be filled. */
  fill(viewer: Viewer, groupId: string, id: string, values: AnswerValues): Promise<{ readonly words: string }>;
}
