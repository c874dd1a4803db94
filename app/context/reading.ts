/** A text and its margin, as the reading page sees them. */
import type { AnnotationCommand, CommandResult } from "#app/domain/annotation/command.ts";
import type { Reactions } from "#app/domain/annotation/reaction.ts";
import type { Block, SourceFormat } from "#app/domain/document/document.ts";
import type { Lifecycle, Role } from "#app/domain/group/group.ts";
import type { Profile } from "#app/domain/member/member.ts";
import type { Curation, TextCuration } from "#app/domain/moderation/curation.ts";
import type { Waiting } from "#app/domain/moderation/rules/hold-policy.ts";
import type { FollowLevel } from "#app/domain/news/news.ts";
import type { AnnotationRecord, ThreadRecord } from "#app/rooms/reading-room.ts";
import type { PageCohort } from "./assignments.ts";
import type { Viewer } from "./viewer.ts";
import type { GroupKind, VocabularyTag } from "./vocabulary.ts";

/** Who sits where: one row per seat that a note or a reader of this page may carry. */
export type RosterSeat = Profile & {
  readonly seat: string;
  readonly role: Role | null;
  readonly audience: string;
  /** `reading`: the group's; `among`: an assignment's or a section's. One person has a seat in each audience. */
  readonly room: "reading" | "among" | "staff" | "desk";
  /** The pseudonym that peers see there, told to staff and to whoever wears it; null for none. */
  readonly veil: string | null;
};

/** What the page offers or not. Asked for a note of another member: an asker may answer their own question as well. */
export type ReadingAbility =
  | "annotation.publish"
  | "annotation.anchor"
  | "annotation.react"
  | "annotation.answer"
  | "annotation.endorse"
  | "annotation.replyPrivately"
  | "annotation.hide"
  | "document.edit"
  | "thread.curate"
  | "class.lead";

export type ReadingPage = {
  readonly document: Lifecycle & {
    readonly id: string;
    readonly title: string;
    readonly author: string;
    readonly source: string;
    readonly published: string;
    readonly licence: string;
    readonly rights: string;
    readonly language: string;
    readonly dir: "ltr" | "rtl";
    readonly words: number;
    readonly format: SourceFormat;
    readonly createdAt: number;
  };
  readonly group: {
    readonly id: string;
    readonly name: string;
    readonly colourNames: Readonly<Record<string, string>>;
  };
  /** The group's vocabulary, by key. */
  readonly tags: readonly VocabularyTag[];
  /** Kinds that the group defines, retired ones too, since notes keep them. */
  readonly kinds: readonly GroupKind[];
  readonly revision: { readonly id: string; readonly n: number };
  readonly blocks: readonly Block[];
  /** Headings for the contents list. */
  readonly contents: readonly {
    readonly n: number;
    readonly level: number;
    readonly title: string;
    readonly start: number;
  }[];
  /** The rooms to open; the group's reading room comes first and carries presence. */
  readonly rooms: readonly { readonly room: string; readonly epoch: number }[];
  /** Assignments in which the viewer reads this text, the one due next first; not for staff, who write to everybody. */
  readonly cohorts: readonly PageCohort[];
  readonly seats: readonly RosterSeat[];
  /** Seats of people whom the viewer ignores; never those of staff. */
  readonly ignored: readonly string[];
  /** The viewer's own seats in these rooms. */
  readonly ownSeats: readonly string[];
  readonly role: Role;
  /** Locks, hours and slow mode of the text when the page was asked for. */
  readonly curation: TextCuration;
  readonly abilities: Readonly<Record<ReadingAbility, boolean>>;
  /** Whether what the viewer posts waits for a person: in new threads, and in those where it differs. */
  readonly waiting: { readonly here: Waiting; readonly threads: readonly { root: string; waiting: Waiting }[] };
  /** Up to when the viewer knows the whole text, milliseconds. */
  readonly seenAt: number;
  /** Threads that the viewer has seen since, each up to a moment. */
  readonly read: readonly { readonly root: string; readonly at: number }[];
  /** Threads that the viewer follows or has muted. */
  readonly levels: readonly { readonly root: string; readonly level: FollowLevel }[];
  readonly block: number;
};

/** A note as the page without JavaScript and the print view show it. */
export type ListedNote = AnnotationRecord & {
  readonly by: Profile;
  readonly role: Role | null;
  readonly reactions: Reactions | null;
  /** What staff made of it, where its body is shown. */
  readonly curation: Curation | null;
  /** Of a question, once it was answered or opened again. */
  readonly thread: ThreadRecord | null;
  readonly isPrivateReply: boolean;
  /** Its body as HTML, escaped. */
  readonly html: string;
  readonly replies: readonly ListedNote[];
};

/** Where a permanent address leads. */
export type NoteAddress =
  | { readonly kind: "here"; readonly document: string; readonly note: string; readonly root: string }
  | { readonly kind: "hidden"; readonly document: string }
  | { readonly kind: "deleted"; readonly document: string };

export interface ReadingService {
  /** Marks nothing as seen. Problem("not-found") for those outside the group. */
  open(viewer: Viewer, documentId: string): Promise<ReadingPage>;
  /** The article's HTML of a revision the viewer may read. */
  article(viewer: Viewer, documentId: string): Promise<{ readonly html: string }>;
  /** Threads in text order, `count` roots from `from` on. */
  notes(
    viewer: Viewer,
    documentId: string,
    page: { from: number; count: number },
  ): Promise<{ readonly notes: readonly ListedNote[]; readonly total: number }>;
  seats(viewer: Viewer, documentId: string): Promise<readonly RosterSeat[]>;
  /** What may be opened now; asked again when gates open. */
  rooms(viewer: Viewer, documentId: string): Promise<Pick<ReadingPage, "rooms" | "ownSeats" | "cohorts">>;
  /** Problem("not-found") for strangers, whether or not the note exists. */
  find(viewer: Viewer, annotationId: string): Promise<NoteAddress>;
  /** Keeps the place where the viewer is; what they have seen there, `NewsService.read` is told. */
  seen(viewer: Viewer, documentId: string, input: { block: number }): Promise<void>;
}

/** A body that a note has or had; `at` is when it was written, milliseconds. */
export type NoteVersion = { readonly body: string; readonly at: number };

export interface AnnotationService {
  /** Authorises, stores and, after the commit, publishes one command. */
  run(viewer: Viewer, command: AnnotationCommand): Promise<CommandResult>;
  /** Oldest first, for whoever sees the note; nothing of a tombstone. Problem("not-found") for everybody else. */
  history(viewer: Viewer, annotationId: string): Promise<readonly NoteVersion[]>;
}

/** HTML and notes that are rendered on the server and never hydrated; routes fill it, the document's components read it. */
export type Islands = {
  article: string | null;
  notes: readonly ListedNote[];
  /** Which of how many threads `notes` are, counted from 0. */
  listed?: { readonly from: number; readonly total: number };
};
