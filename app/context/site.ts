/** The site as a whole: what everybody sees of it, and what those who run it decide, as pages see both. */
import type { Role } from "#app/domain/group/group.ts";
import type { Profile } from "#app/domain/member/member.ts";
import type { AnnouncementLevel } from "#app/domain/site/announcement.ts";
import type { SiteMode, SiteSettings } from "#app/domain/site/site-settings.ts";
import type { Viewer } from "./viewer.ts";

export type Announcement = {
  readonly id: string;
  readonly words: string;
  readonly level: AnnouncementLevel;
  /** Milliseconds. */
  readonly fromAt: number;
  readonly untilAt: number;
};

/** What every page shows of the site. */
export type SiteFace = Pick<SiteSettings, "siteName" | "signUp" | "contact" | "imprint" | "mode" | "modeWords"> & {
  readonly announcements: readonly Announcement[];
};

export type JobState = {
  readonly name: string;
  /** Milliseconds between two runs; 0: every minute. */
  readonly every: number;
  /** Of the last run since this process started; null before the first. */
  readonly last: { readonly at: number; readonly took: number; readonly error: string | null } | null;
};

/** What is wrong, each with a sentence on the page. */
export const troubles = [
  "disk-low",
  "wal-large",
  "letters-failed",
  "letters-waiting",
  "job-failed",
  "no-https",
  "no-mail",
  "not-open",
] as const;
export type Trouble = (typeof troubles)[number];

/** The machine and the process; sizes in bytes, times in milliseconds. */
export type SiteHealth = {
  readonly version: string;
  readonly node: string;
  readonly uptime: number;
  readonly database: number;
  readonly wal: number;
  readonly folder: number;
  readonly freeDisk: number;
  readonly sockets: number;
  readonly rooms: number;
  readonly isHttps: boolean;
  readonly hasMail: boolean;
};

export type SiteOverview = {
  readonly health: SiteHealth;
  readonly counts: {
    readonly members: number;
    readonly groups: number;
    readonly texts: number;
    readonly notes: number;
  };
  readonly letters: { readonly waiting: number; readonly givenUp: number };
  readonly jobs: readonly JobState[];
  readonly mode: SiteMode;
  readonly troubles: readonly Trouble[];
};

export type OpenSession = {
  readonly id: string;
  readonly member: string;
  readonly name: string;
  readonly device: string;
  readonly createdAt: number;
  readonly seenAt: number;
  /** The one that asks. */
  readonly isOwn: boolean;
};

export type PersonPage = {
  readonly person: Profile & { readonly email: string; readonly createdAt: number; readonly isAdmin: boolean };
  readonly isSelf: boolean;
  readonly isLastAdmin: boolean;
  /** Newest use of a session that is still kept, milliseconds; null without one. */
  readonly seenAt: number | null;
  /** Set while they are suspended from the whole site; `until` in milliseconds, null for no end. */
  readonly suspension: { readonly until: number | null } | null;
  readonly groups: readonly { readonly id: string; readonly name: string; readonly role: Role }[];
  readonly sessions: readonly OpenSession[];
};

export type GroupRow = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly archivedAt: number | null;
  readonly members: number;
  readonly texts: number;
  readonly owner: string | null;
  /** Those to whom it can be handed over; none while somebody who owns it still comes here. */
  readonly heirs: readonly { readonly id: string; readonly name: string }[];
};

export type SiteInvitation = {
  readonly id: string;
  readonly remark: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly state: "open" | "used" | "revoked" | "expired";
};

export type SettingsInput = Pick<
  SiteSettings,
  "siteName" | "signUp" | "founding" | "groupQuota" | "contact" | "imprint"
>;

/** Verbs of administrators; Problem("not-found") for everybody else. */
export interface SiteService {
  /** For everybody. */
  face(): Promise<SiteFace>;
  /** For everybody: whether the token of an invitation would be taken; changes nothing. */
  invitationIsGood(token: string): Promise<boolean>;

  overview(viewer: Viewer): Promise<SiteOverview>;
  /** Runs it now and resolves when it has ended; a failure stands in its state. Problem("locked") while nothing may be written. */
  runJob(viewer: Viewer, name: string): Promise<void>;

  settings(viewer: Viewer): Promise<SiteSettings>;
  saveSettings(viewer: Viewer, input: SettingsInput): Promise<void>;
  /** `words` are what people read meanwhile, "" for a sentence of ours. */
  setMode(viewer: Viewer, input: { readonly mode: SiteMode; readonly words: string }): Promise<void>;

  announcements(viewer: Viewer): Promise<readonly Announcement[]>;
  announce(viewer: Viewer, input: Omit<Announcement, "id">): Promise<void>;
  /** Ends it now. */
  withdraw(viewer: Viewer, id: string): Promise<void>;

  person(viewer: Viewer, sessionId: string, memberId: string): Promise<PersonPage>;
  /** All of somebody's sessions, and their sockets. Of one's own, all but the one that asks. */
  endSessions(viewer: Viewer, sessionId: string, memberId: string): Promise<void>;
  /** Problem("conflict") for the last one. */
  setAdmin(viewer: Viewer, memberId: string, isAdmin: boolean): Promise<void>;

  /** From every group of the site, for so many days (null: until it is ended). Problem("forbidden") for administrators and oneself. */
  suspend(
    viewer: Viewer,
    memberId: string,
    input: { readonly days: number | null; readonly words: string },
  ): Promise<void>;
  /** Problem("conflict") where there is nothing to end. */
  endSuspension(viewer: Viewer, memberId: string): Promise<void>;

  groups(viewer: Viewer, input: { readonly query: string }): Promise<readonly GroupRow[]>;
  archiveGroup(viewer: Viewer, groupId: string, archived: boolean): Promise<void>;
  /** Makes a member its owner. Problem("conflict") while somebody who owns it still comes here. */
  handOver(viewer: Viewer, groupId: string, memberId: string): Promise<void>;

  sessions(viewer: Viewer, sessionId: string): Promise<readonly OpenSession[]>;
  endSession(viewer: Viewer, id: string): Promise<void>;

  invitations(viewer: Viewer): Promise<readonly SiteInvitation[]>;
  /** The link, which is shown once. */
  invite(viewer: Viewer, input: { readonly remark: string; readonly days: number }): Promise<string>;
  revokeInvitation(viewer: Viewer, id: string): Promise<void>;
}

export interface ViewingService {
  /** The session shows the site as the member sees it, for half an hour at most. Problem("forbidden") for administrators and oneself. */
  start(viewer: Viewer, sessionId: string, memberId: string): Promise<void>;
  /** Back to oneself; nothing where there is nothing to end. */
  end(sessionId: string): Promise<void>;
}
