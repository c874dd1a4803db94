/** The record of decisions and appeals against them, as pages see them. */
import type { AppealOutcome, AppealState } from "#app/domain/moderation/appeal.ts";
import type { Reason } from "#app/domain/moderation/reason.ts";
import type { SubjectKind, Verb } from "#app/domain/moderation/verb.ts";
import type { TakenFile } from "./exports.ts";
import type { Viewer } from "./viewer.ts";

/** One decision. What a viewer may not know is null or "". */
export type RecordRow = {
  readonly seq: number;
  readonly at: number;
  readonly verb: Verb;
  readonly reason: Reason | null;
  /** Name of who decided; null for rules and jobs, and for everybody but staff. */
  readonly actor: string | null;
  readonly actorRole: string;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  /** Whose note it is, or whom it concerns; only for staff. */
  readonly concerns: string | null;
  readonly toAuthor: string;
  readonly toStaff: string;
  readonly undoes: number | null;
  readonly isUndone: boolean;
  readonly batch: string | null;
  /** First sixteen characters of the row's hash. */
  readonly hash: string;
};

export type RecordChoice = {
  readonly verb: Verb | null;
  readonly reason: Reason | null;
  /** Member id of who decided. */
  readonly actor: string | null;
  /** Milliseconds; from that moment on, and before that one. */
  readonly from: number | null;
  readonly until: number | null;
  /** A number that an earlier page gave as `older`. */
  readonly before: number | null;
};

export type RecordPage = {
  /** Null for the record of the site. */
  readonly group: { readonly id: string; readonly name: string } | null;
  /** Newest first. */
  readonly rows: readonly RecordRow[];
  readonly older: number | null;
  /** Those who have decided something, for staff. */
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly isStaff: boolean;
};

/** A decision that concerns the viewer, with the appeal against it. */
export type OwnDecision = {
  readonly row: RecordRow;
  readonly group: { readonly id: string; readonly name: string };
  /** First words of the note, "" once they were erased. */
  readonly excerpt: string;
  readonly note: string | null;
  /** The group's rule that the reason points at, as it read when it was decided. */
  readonly rule: { readonly number: number; readonly title: string; readonly words: string } | null;
  readonly appeal: AppealCase | null;
  /** Until when an appeal can be made, milliseconds; null where none can. */
  readonly appealUntil: number | null;
};

export type AppealCase = {
  readonly id: string;
  readonly state: AppealState;
  readonly createdAt: number;
  readonly messages: readonly {
    readonly id: string;
    /** Null: a moderator, for the appellant. */
    readonly by: string | null;
    readonly isStaff: boolean;
    readonly words: string;
    readonly at: number;
  }[];
};

/** What a moderator sees of an appeal. */
export type AppealPage = {
  readonly appeal: AppealCase;
  readonly decision: RecordRow;
  readonly appellant: { readonly id: string; readonly name: string };
  /** The words that were decided about, also while they are deleted; "" once they were erased. */
  readonly body: string;
  readonly note: string | null;
  readonly group: { readonly id: string; readonly name: string };
  /** True for who made the decision while somebody else could look at it. */
  readonly isForOthers: boolean;
};

export interface RecordService {
  /** For moderators all of it; for others as far as the group shows it, else Problem("not-found"). */
  group(viewer: Viewer | null, groupId: string, choice: RecordChoice): Promise<RecordPage>;
  /** The whole record of a group for moderators, oldest first. */
  take(viewer: Viewer, groupId: string, format: "csv" | "json"): Promise<TakenFile>;
  /** What concerns the whole site, for administrators. */
  site(viewer: Viewer, choice: RecordChoice): Promise<RecordPage>;
  takeSite(viewer: Viewer, format: "csv" | "json"): Promise<TakenFile>;
  /** What was decided about the viewer's own notes and about them, newest first. */
  own(viewer: Viewer): Promise<readonly OwnDecision[]>;
}

export interface AppealService {
  /** By the one whom a decision concerns. Problem("conflict") where an appeal is no longer possible. */
  open(viewer: Viewer, decision: number, words: string): Promise<{ readonly id: string }>;
  /** By the appellant or a moderator, while it is open. */
  say(viewer: Viewer, appealId: string, words: string): Promise<void>;
  /** Of a group, for its moderators; open ones first. */
  list(viewer: Viewer, groupId: string): Promise<readonly AppealPage[]>;
  /**
   * `overturn` takes the decision back with all its effects; `modify` takes it back and asks the author to revise. The
   * words go to the appellant. Problem("forbidden") for who made the decision while somebody else could look at it.
   */
  decide(
    viewer: Viewer,
    appealId: string,
    input: { readonly outcome: AppealOutcome; readonly words: string },
  ): Promise<void>;
}
