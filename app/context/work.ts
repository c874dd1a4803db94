/** What a member wrote, in its context, as pages see it. */
import type { AnnotationStatus, Colour, Motivation } from "#app/domain/annotation/annotation.ts";
import type { ExportFormat } from "#app/domain/export/export-format.ts";
import type { Role } from "#app/domain/group/group.ts";
import type { Profile } from "#app/domain/member/member.ts";
import type { WorkChoice, WorkShow } from "#app/domain/work/work-choice.ts";
import type { TakenFile } from "./exports.ts";
import type { Viewer } from "./viewer.ts";

export type WorkText = {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly dir: "ltr" | "rtl";
  readonly group: { readonly id: string; readonly name: string };
};

/** One note or reply with what it stands on and what it answers. */
export type WorkItem = {
  readonly id: string;
  readonly text: WorkText;
  /** ¶ number of its place, or null. */
  readonly number: number | null;
  /** The passages of its thread's first note. */
  readonly quotes: readonly string[];
  readonly motivation: Motivation;
  readonly kind: string | null;
  readonly colour: Colour | null;
  readonly tags: readonly string[];
  /** Safe HTML; "" for a highlight without words. */
  readonly html: string;
  readonly status: AnnotationStatus;
  readonly isPrivate: boolean;
  readonly created: number;
  readonly edited: number | null;
  /** What it answers as far as the reader may see it; null for first notes, and on shared pages always. */
  readonly answered: { readonly name: string; readonly excerpt: string } | null;
  /** Replies to it that the reader may see. */
  readonly replies: number;
};

export type WorkPage = {
  readonly member: Profile;
  /** In the group; null in all groups, and for those who left. */
  readonly role: Role | null;
  readonly isSelf: boolean;
  readonly group: { readonly id: string; readonly name: string } | null;
  /** Within the chosen text. */
  readonly counts: Readonly<Record<WorkShow, number>>;
  /** Every text that holds something of it, with how much. */
  readonly texts: readonly (Pick<WorkText, "id" | "title"> & { readonly notes: number })[];
  /** How many the choice leaves, of which `items` are those from `from` on. */
  readonly total: number;
  readonly from: number;
  readonly items: readonly WorkItem[];
};

/** A link that its member gave to somebody. */
export type WorkLink = {
  readonly id: string;
  readonly choice: WorkChoice;
  /** Title of the one text that it shows, or null for all. */
  readonly text: string | null;
  readonly withPrivate: boolean;
  readonly createdAt: number;
  readonly expiresAt: number;
};

/** Whose work: of a member in a group, or one's own in all groups (`group` null). */
export type WorkOf = { readonly group: string | null; readonly member: string };

export interface WorkService {
  /** Problem("not-found") for strangers, for those who never were in the group, and for another's work in all groups. */
  open(viewer: Viewer, of: WorkOf, choice: WorkChoice & { readonly from: number }): Promise<WorkPage>;
  /** The same as a file, all of it. */
  take(
    viewer: Viewer,
    of: WorkOf,
    choice: WorkChoice & { readonly format: ExportFormat; readonly withPrivate: boolean },
  ): Promise<TakenFile>;
  /** One's own links in a group that are still good. */
  links(viewer: Viewer, groupId: string): Promise<readonly WorkLink[]>;
  /** The link is shown this once. */
  share(
    viewer: Viewer,
    groupId: string,
    input: { readonly choice: WorkChoice; readonly days: number; readonly withPrivate: boolean },
  ): Promise<{ readonly link: string }>;
  unshare(viewer: Viewer, groupId: string, linkId: string): Promise<void>;
  /** What a link shows to whoever has it: its member's own words and their passages. Problem("gone") when it is no good. */
  shared(token: string, from: number): Promise<WorkPage & { readonly choice: WorkChoice; readonly expiresAt: number }>;
}
