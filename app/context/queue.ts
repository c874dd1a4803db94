/**
 * The queue of a group, as moderators see it. Every verb throws Problem("not-found") for groups and items that the viewer must
 * not know: no moderator there, author of the note, or reported in it. What changes is said in the room `queue/{group}`.
 */
import type { AnnotationStatus } from "#app/domain/annotation/annotation.ts";
import type { Role } from "#app/domain/group/group.ts";
import type { Profile } from "#app/domain/member/member.ts";
import type { ItemState, SignalKind, TargetKind } from "#app/domain/moderation/queue.ts";
import type { Reason } from "#app/domain/moderation/reason.ts";
import type { ItemVerb, NoteVerb } from "#app/domain/moderation/verb.ts";
import type { QueueFilters, QueueSort, QueueView } from "#app/domain/moderation/view.ts";
import type { Decided, QueueCard } from "./queue-card.ts";
import type { Viewer } from "./viewer.ts";

/** An item in the list. */
export type QueueRow = {
  readonly id: string;
  readonly group: string;
  readonly state: ItemState;
  /** To be sent back with a decision and with a claim. */
  readonly version: number;
  readonly target: { readonly kind: TargetKind; readonly id: string };
  readonly document: QueueDocument | null;
  /** First note of the target's thread. */
  readonly root: string | null;
  /** Who wrote it, is reported or appeals; null: the account is gone. */
  readonly by: Profile | null;
  /** First words of the note, without marks; the person's name; "" for appeals. */
  readonly excerpt: string;
  /** Of the note, to be sent back with a decision; null for other targets. */
  readonly noteVersion: number | null;
  readonly status: AnnotationStatus | null;
  /** True while readers do not see it because of this. */
  readonly isHeld: boolean;
  readonly kinds: readonly SignalKind[];
  /** Of open reports and rules, the most frequent first. */
  readonly reasons: readonly { readonly reason: Reason; readonly count: number }[];
  readonly priority: number;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  readonly dueAt: number;
  readonly isOverdue: boolean;
  readonly isEscalated: boolean;
  readonly assignedTo: Profile | null;
  /** A lease that has not run out. */
  readonly claim: { readonly by: Profile; readonly until: number; readonly isMine: boolean } | null;
  /** Whether the viewer's role is above the author's: who may only look sees the row all the same. */
  readonly mayDecide: boolean;
  /** What ended it; null while it is open. */
  readonly decided: Decided | null;
};

export type QueueDocument = {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly dir: "ltr" | "rtl";
};

export type QueueQuery = {
  readonly view: QueueView;
  readonly filters: QueueFilters;
  readonly sort: QueueSort;
  /** What the page before this gave as `next`; null for the first. */
  readonly cursor: string | null;
};

export type QueuePage = {
  readonly group: { readonly id: string; readonly name: string };
  readonly rows: readonly QueueRow[];
  readonly next: string | null;
  /** Items of each view without filters; `done` counts at most 1,000. */
  readonly counts: Readonly<Record<QueueView, number>>;
  /** The room to open; see `app/rooms/queue-room.ts`. */
  readonly room: { readonly room: string; readonly epoch: number };
  /** Who can be given items, with how many open ones each has. */
  readonly moderators: readonly (Profile & { readonly role: Role; readonly assigned: number })[];
  readonly saved: readonly SavedView[];
};

/** A view that the viewer named; `query` is the query string of the page's address. */
export type SavedView = { readonly id: string; readonly name: string; readonly query: string };

export type ItemDecision = {
  readonly item: string;
  /** The version of the item that was read. */
  readonly itemVersion: number;
  /** The version of the note that was read; null for items about no note. */
  readonly noteVersion: number | null;
  readonly verb: NoteVerb | ItemVerb;
  readonly reason: Reason | null;
  readonly toAuthor: string;
  readonly toStaff: string;
};

export type Batch = {
  /** At most `MOST_IN_BATCH`, each with the version that was read. */
  readonly items: readonly { readonly item: string; readonly version: number }[];
  readonly verb: NoteVerb | ItemVerb;
  readonly reason: Reason | null;
  readonly toAuthor: string;
  readonly toStaff: string;
};

/** `same`: it was decided so already; `skipped` carries the sentence that says why. */
export type BatchRow = {
  readonly item: string;
  readonly result: "done" | "same" | "skipped";
  readonly decision: number | null;
  readonly why: string;
};

export type BatchResult = { readonly batch: string; readonly rows: readonly BatchRow[] };

/** What a batch would do: how many notes leave which status, how many people are concerned, and what would be skipped. */
export type BatchPreview = {
  readonly would: number;
  readonly from: Readonly<Partial<Record<AnnotationStatus | "none", number>>>;
  readonly authors: number;
  readonly skipped: readonly { readonly item: string; readonly why: string }[];
};

export type Claimed = { readonly version: number; readonly until: number | null };

/** How much there is to decide in a group, and where to hear more of it. */
export type QueueBadge = {
  readonly group: { readonly id: string; readonly name: string };
  readonly open: number;
  readonly room: string;
  readonly epoch: number;
};

export interface QueueService {
  /** Of every group in which the viewer decides; of that one alone, none for everybody else. */
  badges(viewer: Viewer, group?: string): Promise<readonly QueueBadge[]>;
  list(viewer: Viewer, group: string, query: QueueQuery): Promise<QueuePage>;
  /** Rows anew after the room said that they changed, or for those that are new; at most 100. Done ones say what ended them. */
  rows(viewer: Viewer, group: string, items: readonly string[]): Promise<readonly QueueRow[]>;
  /** Counts anew. */
  counts(viewer: Viewer, group: string): Promise<QueuePage["counts"]>;
  open(viewer: Viewer, item: string): Promise<QueueCard>;

  /**
   * Takes an item for three minutes; again to renew it, which does not count its version up. Problem("conflict") names who
   * has it, unless `takeOver`.
   */
  claim(viewer: Viewer, claim: { readonly item: string; readonly takeOver: boolean }): Promise<Claimed>;
  /** Gives it free; nothing happens where another one has it. */
  release(viewer: Viewer, item: string): Promise<Claimed>;
  /** To a moderator, "least" for the one with the fewest open items, or to nobody. Problem("invalid") for who may not have it. */
  assign(viewer: Viewer, to: { readonly item: string; readonly member: string | "least" | null }): Promise<Claimed>;
  /** Asks for the owners, or takes that back. */
  escalate(viewer: Viewer, item: string, on: boolean): Promise<Claimed>;
  /** Words among moderators, at most 2,000 characters. */
  note(viewer: Viewer, note: { readonly item: string; readonly words: string }): Promise<{ readonly note: string }>;

  /**
   * The number of the decision in the record; null where the same was decided already. Problem("conflict") says who was
   * faster and with what, who has claimed it, or that its author or new reports changed it: open it again.
   */
  decide(viewer: Viewer, decision: ItemDecision): Promise<{ readonly decision: number | null }>;
  /** Takes a decision back, and opens the item again. */
  undo(viewer: Viewer, decision: number): Promise<{ readonly decision: number }>;

  preview(viewer: Viewer, group: string, batch: Batch): Promise<BatchPreview>;
  /** Decides row by row; each is compared and recorded as if it were alone. `id`, a ULID of the client, names the batch. */
  bulk(viewer: Viewer, group: string, batch: Batch & { readonly id: string }): Promise<BatchResult>;
  undoBatch(viewer: Viewer, group: string, batch: string): Promise<BatchResult>;
  /** How far a batch is, or its taking back; null when it is not running. */
  progress(viewer: Viewer, batch: string): { readonly done: number; readonly of: number } | null;

  /** Keeps a view under a name; a name again replaces it. At most 20. */
  saveView(viewer: Viewer, group: string, view: Omit<SavedView, "id">): Promise<SavedView>;
  dropView(viewer: Viewer, id: string): Promise<void>;
}
