/** The services of a site over one storage, and the sessions that say who asks. */
import type { Logger } from "pino";
import { nameMark } from "#app/domain/member/name.ts";
import type { LeadPlace } from "#app/rooms/lead.ts";
import { operationsWords } from "#app/words/operations.ts";
import type { Store } from "#db/store.ts";
import { makeAttempts, makeLimits } from "./auth/attempts.ts";
import { makePasswords } from "./auth/passwords.ts";
import { KEY_BYTES, makeSealer } from "./auth/sealer.ts";
import { makeSecrets } from "./auth/secrets.ts";
import { makeSessions, type Sessions } from "./auth/sessions.ts";
import { viewerOf } from "./auth/viewer.ts";
import { type DataDirectory, keyOf } from "./data-directory.ts";
import type { Environment } from "./http/environment.ts";
import type { Services } from "./http/load-context.ts";
import { makePost } from "./mail/post.ts";
import { makePump, type Pump } from "./mail/pump.ts";
import type { Transport } from "./mail/transport.ts";
import { makeAccountService } from "./services/accounts.ts";
import { makePictures } from "./services/accounts-pictures.ts";
import { makeAdminService } from "./services/admin.ts";
import { eraseNotes, makeAnnotationService } from "./services/annotations.ts";
import { makeAppealService } from "./services/appeals.ts";
import { collectWork } from "./services/assignments/collect.ts";
import { makeAssignmentService } from "./services/assignments.ts";
import { makeBoardService } from "./services/board.ts";
import { makeCollectionService } from "./services/collections.ts";
import { makeCurationService } from "./services/curation.ts";
import { Readings } from "./services/documents/readings.ts";
import { makeEndingService } from "./services/ending.ts";
import { makeExportService } from "./services/exports.ts";
import { makeGroupService } from "./services/groups.ts";
import { roleGiver } from "./services/groups-members.ts";
import { makeCannedAnswerService, makeGuidelineService } from "./services/guidelines.ts";
import { makeIgnoreService } from "./services/ignores.ts";
import { makeLeadService } from "./services/lead.ts";
import { stillGoes } from "./services/letters/still-goes.ts";
import { writeNewsLetters } from "./services/letters/write-news.ts";
import { makeLetterService } from "./services/letters.ts";
import { leaveQueue } from "./services/moderation/claims.ts";
import { endLapsed } from "./services/moderation/curate-note.ts";
import { keepRetention } from "./services/moderation/retention.ts";
import { finishBatches } from "./services/moderation/sanction-batch.ts";
import { expireSanctions } from "./services/moderation/sanctions.ts";
import { makeSiteGate } from "./services/moderation/site-gate.ts";
import { makeModerationService } from "./services/moderation.ts";
import { makeHeed } from "./services/news/heed.ts";
import { makeRest } from "./services/news/rest.ts";
import { forgetNotesOf, makeNewsService, settleMember } from "./services/news.ts";
import { makeOwnWorkService } from "./services/own-work.ts";
import { makePeopleService } from "./services/people.ts";
import { makeQueueService } from "./services/queue.ts";
import { makeReadingService } from "./services/reading.ts";
import { makeRecordService } from "./services/record.ts";
import { makeReportService } from "./services/reports.ts";
import { makeRulesService } from "./services/rules.ts";
import { makeSearchService } from "./services/search.ts";
import { makeSectionService } from "./services/sections.ts";
import type { SiteDependencies } from "./services/site/dependencies.ts";
import { guardSignUp } from "./services/site/sign-up.ts";
import { makeViewing } from "./services/site/viewing.ts";
import { makeSiteService } from "./services/site.ts";
import { makeSiteSettingService } from "./services/site-settings.ts";
import { makeSummaryService } from "./services/summaries.ts";
import { type LivePages, makeTogetherService } from "./services/together.ts";
import { makeVocabularyService } from "./services/vocabulary.ts";
import { makeWorkService } from "./services/work.ts";
import { accountEnder, type Known, makeFactors, makeWhoIs } from "./site-factors.ts";
import { makeTextServices } from "./site-texts.ts";
import type { Storage } from "./storage.ts";
import type { Doors } from "./writing-door.ts";

/** Pins and slow modes ended in one work of the writer. */
const LAPSED_AT_ONCE = 25;

export type SiteParts = {
  readonly storage: Storage;
  /** Reads of people and jobs, and the doors through which they write; `storage.writer` is open always. */
  readonly read: Store;
  readonly doors: Doors;
  readonly health: SiteDependencies["health"];
  readonly jobs: SiteDependencies["jobs"];
  readonly data: DataDirectory;
  readonly environment: Pick<Environment, "origin" | "demo" | "smtpUrl" | "mailFrom" | "mailReplyTo">;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** A new ULID. */
  readonly newId: () => string;
  /** A cryptographic source. */
  readonly randomBytes: (bytes: number) => Uint8Array;
  readonly log: Logger;
  readonly mail: Transport;
  /** Ids of the members who are reading a document now. */
  readonly readersOf: (documentId: string) => readonly string[];
  /** The pages that groups write, as they are now. */
  readonly pages: () => LivePages;
  /** Brings everybody in a reading room to a place, in the name of a seat; null ends it. */
  readonly bring: (room: string, seat: string, place: LeadPlace | null) => void;
};

export type SiteServices = Services & {
  readonly sessions: Sessions;
  /** Ends the accounts whose grace is over at `now` (milliseconds). */
  readonly endAccounts: (now: number) => Promise<void>;
  /** Ends the worker that runs expressions. */
  readonly closeGate: () => Promise<void>;
  /** Gives up the texts that are being read in. */
  readonly stopReadings: () => Promise<void>;
  /** Reads a Cookie header: who it stands for, what is still wanted of them, and whose eyes they look with. */
  readonly whoAsks: (cookieHeader: string | undefined) => Promise<Known | null>;
  /** Writes down the ends of viewings that are over at `now` (milliseconds). */
  readonly endViewings: (now: number) => Promise<void>;
  /** A new link for the first administrator, null when there is one. */
  readonly setupLink: () => Promise<string | null>;
  /** Writes the letters about news that are due at `now` (milliseconds). */
  readonly writeNewsLetters: (now: number) => Promise<void>;
  /** Sends the letters that wait; wake it after each commit that wrote one. */
  readonly pump: Pump;
  /** Ends pins and slow modes whose time is over at `now` (milliseconds). */
  readonly endLapsed: (now: number) => Promise<void>;
  /** Takes work that is due as it stood. */
  readonly collectWork: (now: number) => Promise<void>;
  /** Brings notes along that a stop left in an older revision of their text. */
  readonly finishRevisions: () => Promise<void>;
  /** Erases words whose time is over at `now` (milliseconds). */
  readonly keepRetention: (now: number) => Promise<void>;
  /** Ends the sanctions whose time is over at `now` (milliseconds), and hides or restores what a stop cut off. */
  readonly tendSanctions: (now: number) => Promise<void>;
  /** Tells those who were too many for the command of their note; resolves when everybody was told. */
  readonly tellRest: () => Promise<void>;
};

/** Makes every service once. */
export function makeSiteServices(parts: SiteParts): SiteServices {
  const { clock, newId, log, readersOf } = parts;
  const { read } = parts;
  const { transact } = parts.doors;
  const transactAlways = parts.storage.writer.transact;
  const { origin, demo, smtpUrl } = parts.environment;
  const secrets = makeSecrets(parts.randomBytes);
  const sessions = makeSessions({
    read,
    transact: transactAlways,
    secrets,
    clock,
    secure: origin.startsWith("https:"),
  });
  const post = makePost({ origin, newId, clock });
  const sealer = makeSealer(
    keyOf(parts.data, () => parts.randomBytes(KEY_BYTES)),
    parts.randomBytes,
  );
  const dependencies = {
    ...{ read, transact, clock, newId, origin, demo, secrets, sessions },
    confirmsSignUp: smtpUrl !== null,
    passwords: makePasswords(),
    attempts: makeAttempts(clock),
    limits: makeLimits(clock),
    post,
    pictures: makePictures(parts.data.pictures, secrets.token),
    isLeftName: (name: string, emailKey: string) =>
      read.deletions.isQuarantined(sealer.mark(nameMark(name)), sealer.mark(emailKey), clock()),
    ...{ sealer, log, randomBytes: parts.randomBytes },
  };
  const accounts = makeAccountService(dependencies);
  // Who may read may come and go, also while nothing else is written: an administrator may have to.
  const { signIn, signInDemo, signOut } = makeAccountService({ ...dependencies, transact: transactAlways });
  const whoIs = makeWhoIs(sessions, read);
  const viewing = makeViewing({ read, transact, transactAlways, clock, newId });
  const heed = makeHeed({ newId });
  const gate = makeSiteGate({ read, transact, clock });
  const readings = new Readings({ report: (error) => log.error({ err: error }, operationsWords.importNotRead) });
  const { edits, ...texts } = makeTextServices({ read, transact, clock, newId, readersOf, readings });
  const annotations = makeAnnotationService({
    ...{ read, transact, clock, newId, gate, heed, edits },
    ownHost: new URL(origin).hostname,
  });
  const curation = makeCurationService({ read, transact, clock, newId });
  const settleNews = async (store: Store, groupId: string, memberId: string): Promise<void> => {
    await settleMember(store, { groupId, memberId, now: clock() });
    await leaveQueue(store, { groupId, memberId });
  };
  const rest = makeRest({ read, transact, newId });
  return {
    accounts: { ...accounts, ...{ signIn, signInDemo, signOut }, signUp: guardSignUp(dependencies, accounts.signUp) },
    admin: makeAdminService(dependencies),
    letters: makeLetterService(dependencies),
    groups: makeGroupService({
      ...dependencies,
      foundedBy: () => read.siteSettings.get("founding"),
      async eraseNotes(store, groupId, memberId) {
        const isErased = await eraseNotes(store, { groupId, memberId, now: clock() });
        const isForgotten = await forgetNotesOf(store, { groupId, memberId });
        return isErased && isForgotten;
      },
      settleNews,
    }),
    ...texts,
    stopReadings: () => readings.close(),
    reading: makeReadingService({ read, transact, clock }),
    together: makeTogetherService({ read, clock, pages: parts.pages }),
    annotations: {
      ...annotations,
      async run(viewer, command) {
        const result = await annotations.run(viewer, command);
        rest.wake();
        return result;
      },
    },
    tellRest: rest.run,
    search: makeSearchService({ read, clock }),
    curation,
    collections: makeCollectionService({ read, transact, clock, newId, origin, secrets }),
    assignments: makeAssignmentService({ read, transact, clock, newId, hands: { notes: annotations, curation } }),
    ownWork: makeOwnWorkService({ read, transact, clock, origin, letters: { origin, post } }),
    board: makeBoardService({ read, transact, clock, newId, origin, letters: { origin, post } }),
    summaries: makeSummaryService({ read, transact, clock, newId }),
    record: makeRecordService({ read, clock }),
    appeals: makeAppealService({ read, transact, clock, newId, heed }),
    collectWork: (now) => collectWork({ read, transact, newId }, now),
    async endLapsed(now) {
      let isDone = false;
      while (!isDone) isDone = await transact((store) => endLapsed({ store, now, newId }, LAPSED_AT_ONCE));
    },
    keepRetention: (now) => keepRetention({ read, transact, newId, heed }, now),
    people: makePeopleService({ read, transact, clock, newId, heed }),
    ignores: makeIgnoreService({ read, transact, clock }),
    guidelines: makeGuidelineService({ read, transact, clock, newId }),
    cannedAnswers: makeCannedAnswerService({ read, transact, clock, newId }),
    async tendSanctions(now) {
      await expireSanctions({ transact, newId }, now);
      await finishBatches({ read, transact, clock, newId, heed });
    },
    moderation: makeModerationService({ read, transact, clock, newId, heed }),
    queue: makeQueueService({ read, transact, clock, newId, heed }),
    reports: makeReportService({ read, transact, clock, newId, heed }),
    news: makeNewsService({ read, transact, clock }),
    rules: makeRulesService({
      ...{ read, transact, clock, newId, gate },
      ownHost: new URL(origin).hostname,
      newSecret: secrets.token,
    }),
    vocabulary: makeVocabularyService({ read, transact, clock, newId }),
    sections: makeSectionService({ read, transact, clock, newId }),
    exports: makeExportService({ read, clock, origin }),
    lead: makeLeadService({ read, clock, bring: parts.bring }),
    work: makeWorkService({ read, transact, clock, newId, origin, secrets }),
    factors: makeFactors(dependencies),
    ending: makeEndingService(dependencies),
    siteSettings: makeSiteSettingService(dependencies),
    site: makeSiteService({
      ...{ read, transact, transactAlways, clock, newId, origin, secrets, heed },
      ...{ health: parts.health, jobs: parts.jobs },
      giveRole: roleGiver({ clock, newId, settleNews }),
    }),
    viewing: { start: viewing.start, end: viewing.end },
    endViewings: viewing.endOver,
    async whoAsks(cookieHeader) {
      const known = await whoIs(cookieHeader);
      // Who is not through the second factor looks with nobody's eyes.
      if (known === null || known.wants !== null) return known;
      const { sessionId, viewer } = known;
      const viewed = viewer.isAdmin ? await viewing.viewedIn(sessionId) : null;
      if (viewed === null) return known;
      const viewedBy = { name: viewer.name, until: viewed.until };
      return { sessionId, viewer: { ...viewerOf(viewed.member), viewedBy }, wants: null };
    },
    sessions,
    endAccounts: accountEnder(dependencies),
    closeGate: gate.close,
    setupLink: accounts.setupLink,
    writeNewsLetters: (now) =>
      writeNewsLetters(
        {
          ...{ read, transact, origin, secrets, post },
          writesToDemo: smtpUrl === null,
          report: (error) => log.error({ err: error }, operationsWords.newsNotWritten),
        },
        now,
      ),
    pump: makePump({
      // Always: a letter that is under way when the site becomes read-only has to be settled, or it would go twice.
      ...{ read, transact: transactAlways, clock, log },
      isPaused: async () => (await read.siteSettings.get("mode")) === "read-only",
      transport: parts.mail,
      sender: { from: parts.environment.mailFrom, replyTo: parts.environment.mailReplyTo },
      chance: () => (parts.randomBytes(1)[0] ?? 0) / 256,
      stillGoes,
    }),
  };
}
