/** What is new to a member, as pages see it. */

import type { Profile } from "#app/domain/member/member.ts";
import type { FollowLevel, FollowSubject, NewsKind } from "#app/domain/news/news.ts";
import type { Viewer } from "./viewer.ts";

/** What the bar of every page shows, and where to hear more of it. */
export type Badge = {
  /** Unread notifications, at most `MOST_COUNTED`. */
  readonly unread: number;
  readonly room: string;
  readonly epoch: number;
};

/** Beyond this the badge says "99+". */
export const MOST_COUNTED = 100;

/** One notification whose note the viewer may see. */
export type InboxEntry = {
  readonly id: string;
  readonly kind: NewsKind;
  readonly group: { readonly id: string; readonly name: string };
  readonly document: {
    readonly id: string;
    readonly title: string;
    readonly language: string;
    readonly dir: "ltr" | "rtl";
  };
  readonly root: string;
  readonly note: string;
  /** Who did it, or null where the viewer may not know. */
  readonly by: Profile | null;
  readonly at: number;
  readonly isRead: boolean;
  /** The passage of its thread, "" for a thread on the whole text. */
  readonly quote: string;
  /** First words of the note. */
  readonly excerpt: string;
};

export type InboxPage = {
  /** Newest first. */
  readonly entries: readonly InboxEntry[];
  /** To be given back for older ones; null when there are none. */
  readonly older: string | null;
};

export type FollowState = { readonly kind: FollowSubject; readonly id: string; readonly level: FollowLevel };

export interface NewsService {
  badge(viewer: Viewer): Promise<Badge>;
  /** Of one kind or of all; `before` is what a page before this gave as `older`. */
  inbox(viewer: Viewer, which: { readonly kind: NewsKind | null; readonly before: string | null }): Promise<InboxPage>;
  /** One notification by id, or all. Marking what is not there or not the viewer's changes nothing. */
  markRead(viewer: Viewer, which: string | "all"): Promise<void>;
  /** All that the viewer said in the group but of its threads, which a text's page knows. Problem("not-found") for those outside it. */
  following(viewer: Viewer, groupId: string): Promise<readonly FollowState[]>;
  /** Follows, mutes, or (null) takes back what was said. Problem("not-found") for what the viewer may not know. */
  follow(
    viewer: Viewer,
    subject: { readonly kind: FollowSubject; readonly id: string; readonly group: string },
    level: FollowLevel | null,
  ): Promise<void>;
  /** The viewer has seen these threads up to these moments, or everything in the text. */
  read(
    viewer: Viewer,
    documentId: string,
    what: readonly { readonly root: string; readonly at: number }[] | "all",
  ): Promise<void>;
}
