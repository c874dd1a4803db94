/**
 * How `app/` sees the server: interfaces that `server/compose.ts` fills. Routes reach them through Remix's load context
 * (`context`), so that build and server share one database handle and one room registry though they are two module graphs.
 *
 * Every verb throws `Problem` for what a person did wrong or may not do; anything else thrown is our mistake.
 */
import type { AccountService, AdminService } from "./context/accounts.ts";
import type { AssignmentService } from "./context/assignments.ts";
import type { BoardService } from "./context/board.ts";
import type { CollectionService } from "./context/collections.ts";
import type { CurationService } from "./context/curation.ts";
import type { DocumentService } from "./context/documents.ts";
import type { EndingService } from "./context/ending.ts";
import type { ExportService } from "./context/exports.ts";
import type { FactorService } from "./context/factors.ts";
import type { GroupService } from "./context/groups.ts";
import type { LeadService } from "./context/lead.ts";
import type { LetterService } from "./context/letters.ts";
import type { ModerationService } from "./context/moderation.ts";
import type { NewsService } from "./context/news.ts";
import type { OwnWorkService } from "./context/own-work.ts";
import type { CannedAnswerService, GuidelineService, IgnoreService, PeopleService } from "./context/people.ts";
import type { QueueService } from "./context/queue.ts";
import type { AnnotationService, Islands, ReadingService } from "./context/reading.ts";
import type { AppealService, RecordService } from "./context/record.ts";
import type { ReportService } from "./context/reports.ts";
import type { RevisionService } from "./context/revisions.ts";
import type { RulesService } from "./context/rules.ts";
import type { SearchService } from "./context/search.ts";
import type { SectionService } from "./context/sections.ts";
import type { SiteService, ViewingService } from "./context/site.ts";
import type { SiteSettingService } from "./context/site-settings.ts";
import type { SummaryService } from "./context/summaries.ts";
import type { TogetherService } from "./context/together.ts";
import type { Client, Half, Viewer } from "./context/viewer.ts";
import type { VocabularyService } from "./context/vocabulary.ts";
import type { WorkService } from "./context/work.ts";

/** Everything a request may ask of the server. */
export interface GlossaContext {
  readonly nonce: string;
  readonly requestId: string;
  /** From PUBLIC_URL; links in mails and shares are built from it, never from a header. */
  readonly origin: string;
  readonly demo: boolean;
  readonly client: Client;
  readonly viewer: Viewer | null;
  readonly sessionId: string | null;
  /** Signed in and not through yet; `viewer` is null then. */
  readonly half: Half | null;
  readonly islands: Islands;
  /** Resolves when what was written of this answer is on its way, or when nobody waits for it any more (false). */
  readonly flowed: () => Promise<boolean>;
  /** Writes a failure of ours to the log, under the request's id. */
  readonly report: (error: unknown) => void;
  readonly accounts: AccountService;
  readonly admin: AdminService;
  readonly groups: GroupService;
  readonly letters: LetterService;
  readonly documents: DocumentService;
  readonly reading: ReadingService;
  readonly revisions: RevisionService;
  readonly search: SearchService;
  readonly annotations: AnnotationService;
  readonly together: TogetherService;
  readonly rules: RulesService;
  readonly vocabulary: VocabularyService;
  readonly sections: SectionService;
  readonly moderation: ModerationService;
  readonly curation: CurationService;
  readonly collections: CollectionService;
  readonly assignments: AssignmentService;
  readonly ownWork: OwnWorkService;
  readonly board: BoardService;
  readonly summaries: SummaryService;
  readonly record: RecordService;
  readonly appeals: AppealService;
  readonly people: PeopleService;
  readonly ignores: IgnoreService;
  readonly guidelines: GuidelineService;
  readonly cannedAnswers: CannedAnswerService;
  readonly queue: QueueService;
  readonly reports: ReportService;
  readonly news: NewsService;
  readonly exports: ExportService;
  readonly work: WorkService;
  readonly lead: LeadService;
  readonly factors: FactorService;
  readonly ending: EndingService;
  readonly siteSettings: SiteSettingService;
  readonly site: SiteService;
  readonly viewing: ViewingService;
}

declare module "@remix-run/node" {
  interface AppLoadContext extends GlossaContext {}
}
