/**
 * The one interface to what is stored. Repositories are async although SQLite is not, so that another database can stand
 * behind the same verbs. Reading services hold a store on the read-only connection; `transact` hands out the other one.
 */
import type { FeedRow } from "#app/rooms/feed.ts";
import type { Db } from "./client.ts";
import { accessRepository } from "./repositories/access.ts";
import { annotationsRepository } from "./repositories/annotations.ts";
import { assignmentsRepository } from "./repositories/assignments.ts";
import { audiencesRepository } from "./repositories/audiences.ts";
import { boardRepository } from "./repositories/board.ts";
import { cohortsRepository } from "./repositories/cohorts.ts";
import { collectionsRepository } from "./repositories/collections.ts";
import { coursesRepository } from "./repositories/courses.ts";
import { deletionsRepository } from "./repositories/deletions.ts";
import { documentsRepository } from "./repositories/documents.ts";
import { erasureRepository } from "./repositories/erasure.ts";
import { factorsRepository } from "./repositories/factors.ts";
import { feedRepository } from "./repositories/feed.ts";
import { feedbackRepository } from "./repositories/feedback.ts";
import { followsRepository } from "./repositories/follows.ts";
import { commentBankRepository, gradesRepository } from "./repositories/grades.ts";
import { groupsRepository } from "./repositories/groups.ts";
import { importsRepository } from "./repositories/imports.ts";
import { invitationsRepository } from "./repositories/invitations.ts";
import { letterChoicesRepository } from "./repositories/letter-choices.ts";
import { lettersRepository } from "./repositories/letters.ts";
import { libraryRepository } from "./repositories/library.ts";
import { membersRepository } from "./repositories/members.ts";
import { membershipsRepository } from "./repositories/memberships.ts";
import { appealsRepository } from "./repositories/moderation/appeals.ts";
import { arrangeRepository } from "./repositories/moderation/arrange.ts";
import { curationRepository } from "./repositories/moderation/curation.ts";
import { cannedAnswersRepository, guidelinesRepository } from "./repositories/moderation/guidelines.ts";
import { ignoresRepository } from "./repositories/moderation/ignores.ts";
import { peopleRepository } from "./repositories/moderation/people.ts";
import { queueRepository } from "./repositories/moderation/queue.ts";
import { queueDeskRepository } from "./repositories/moderation/queue-desk.ts";
import { queueListRepository } from "./repositories/moderation/queue-list.ts";
import { recordRepository } from "./repositories/moderation/record.ts";
import { reportsRepository } from "./repositories/moderation/reports.ts";
import { sanctionsRepository } from "./repositories/moderation/sanctions.ts";
import { newsLettersRepository } from "./repositories/news-letters.ts";
import { notificationsRepository } from "./repositories/notifications.ts";
import { ownDataRepository } from "./repositories/own-data.ts";
import { reactionsRepository } from "./repositories/reactions.ts";
import { readsRepository } from "./repositories/reads.ts";
import { renewalRepository } from "./repositories/renewal.ts";
import { revisionsRepository } from "./repositories/revisions.ts";
import { writingHistoryRepository } from "./repositories/rules/history.ts";
import { ruleHitsRepository } from "./repositories/rules/hits.ts";
import { latestNotesRepository } from "./repositories/rules/latest-notes.ts";
import { pendingEditsRepository } from "./repositories/rules/pending-edits.ts";
import { holdPoliciesRepository, outsideChecksRepository } from "./repositories/rules/policies.ts";
import { rulesRepository } from "./repositories/rules/rules.ts";
import { searchRepository } from "./repositories/search.ts";
import { sectionsRepository } from "./repositories/sections.ts";
import { seenRepository } from "./repositories/seen.ts";
import { sessionsRepository } from "./repositories/sessions.ts";
import { sharedNotesRepository } from "./repositories/shared-notes.ts";
import { announcementsRepository } from "./repositories/site/announcements.ts";
import { siteInvitationsRepository } from "./repositories/site/invitations.ts";
import { overviewRepository } from "./repositories/site/overview.ts";
import { viewingsRepository } from "./repositories/site/viewings.ts";
import { siteSettingsRepository } from "./repositories/site-settings.ts";
import { storageUseRepository } from "./repositories/storage-use.ts";
import { submissionsRepository } from "./repositories/submissions.ts";
import { summariesRepository } from "./repositories/summaries.ts";
import { tagChangesRepository } from "./repositories/tag-changes.ts";
import { kindsRepository, tagsRepository } from "./repositories/tags.ts";
import { threadsRepository } from "./repositories/threads.ts";
import { tokensRepository } from "./repositories/tokens.ts";
import { workRepository } from "./repositories/work.ts";

/** What must happen after COMMIT and never before: rows go out to rooms, rights are read again for open sockets, letters go. */
export type Effect =
  | { readonly kind: "rows"; readonly room: string; readonly epoch: number; readonly rows: readonly FeedRow[] }
  /** Sockets that match any of these are detached at once and authorised again. */
  | {
      readonly kind: "rights";
      readonly sessions?: readonly string[];
      readonly members?: readonly string[];
      readonly groups?: readonly string[];
      readonly documents?: readonly string[];
    }
  /** Gates of these texts opened: their readers may open more rooms than they have. */
  | { readonly kind: "opened"; readonly documents: readonly string[] }
  /** A letter waits. */
  | { readonly kind: "letters" }
  /** Words were erased for good: no copy of them may stay in the file's journal. */
  | { readonly kind: "erased" };

/** Every repository on one connection. */
export type Repositories = Readonly<ReturnType<typeof makeRepositories>>;

/** The repositories and the collector of what must happen after the commit. */
export type Store = Repositories & {
  /** Keeps an effect until COMMIT; it is dropped when the work is rolled back. Throws on a store that only reads. */
  readonly effect: (effect: Effect) => void;
};

/** Runs one work in a transaction of its own and resolves after COMMIT; `Writer.transact` is the one that exists. */
export type Transact = <T>(work: (store: Store) => Promise<T>) => Promise<T>;

/** All repositories, bound to one connection; made once per connection, since they keep prepared statements. */
export function makeRepositories(db: Db) {
  return {
    access: accessRepository(db),
    announcements: announcementsRepository(db),
    annotations: annotationsRepository(db),
    appeals: appealsRepository(db),
    arrange: arrangeRepository(db),
    assignments: assignmentsRepository(db),
    courses: coursesRepository(db),
    audiences: audiencesRepository(db),
    board: boardRepository(db),
    cohorts: cohortsRepository(db),
    collections: collectionsRepository(db),
    commentBank: commentBankRepository(db),
    curation: curationRepository(db),
    cannedAnswers: cannedAnswersRepository(db),
    deletions: deletionsRepository(db),
    documents: documentsRepository(db),
    erasure: erasureRepository(db),
    factors: factorsRepository(db),
    feed: feedRepository(db),
    feedback: feedbackRepository(db),
    follows: followsRepository(db),
    grades: gradesRepository(db),
    groups: groupsRepository(db),
    guidelines: guidelinesRepository(db),
    ignores: ignoresRepository(db),
    holdPolicies: holdPoliciesRepository(db),
    imports: importsRepository(db),
    invitations: invitationsRepository(db),
    kinds: kindsRepository(db),
    latestNotes: latestNotesRepository(db),
    letterChoices: letterChoicesRepository(db),
    letters: lettersRepository(db),
    library: libraryRepository(db),
    members: membersRepository(db),
    memberships: membershipsRepository(db),
    overview: overviewRepository(db),
    newsLetters: newsLettersRepository(db),
    notifications: notificationsRepository(db),
    people: peopleRepository(db),
    queue: queueRepository(db),
    queueDesk: queueDeskRepository(db),
    queueList: queueListRepository(db),
    outsideChecks: outsideChecksRepository(db),
    pendingEdits: pendingEditsRepository(db),
    reactions: reactionsRepository(db),
    record: recordRepository(db),
    reports: reportsRepository(db),
    ownData: ownDataRepository(db),
    reads: readsRepository(db),
    renewal: renewalRepository(db),
    sanctions: sanctionsRepository(db),
    revisions: revisionsRepository(db),
    ruleHits: ruleHitsRepository(db),
    rules: rulesRepository(db),
    search: searchRepository(db),
    sections: sectionsRepository(db),
    seen: seenRepository(db),
    sessions: sessionsRepository(db),
    sharedNotes: sharedNotesRepository(db),
    siteInvitations: siteInvitationsRepository(db),
    siteSettings: siteSettingsRepository(db),
    storageUse: storageUseRepository(db),
    submissions: submissionsRepository(db),
    summaries: summariesRepository(db),
    tagChanges: tagChangesRepository(db),
    tags: tagsRepository(db),
    threads: threadsRepository(db),
    tokens: tokensRepository(db),
    viewings: viewingsRepository(db),
    work: workRepository(db),
    writing: writingHistoryRepository(db),
  };
}

/** The store of the read-only connection: an effect on it is a mistake and throws. */
export function makeReadStore(db: Db): Store {
  return {
    ...makeRepositories(db),
    effect: () => {
      throw new Error("An effect belongs to a transaction; this store only reads.");
    },
  };
}
