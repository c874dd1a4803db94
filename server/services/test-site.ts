/** A group with a text and people in a real database, with the real services: what tests of services stand on. */

import type { CurationService } from "#app/context/curation.ts";
import type { DocumentService } from "#app/context/documents.ts";
import type { ModerationService } from "#app/context/moderation.ts";
import type { NewsService } from "#app/context/news.ts";
import type { CannedAnswerService, GuidelineService, IgnoreService, PeopleService } from "#app/context/people.ts";
import type { QueueService } from "#app/context/queue.ts";
import type { AnnotationService, ReadingService } from "#app/context/reading.ts";
import type { AppealService, RecordService } from "#app/context/record.ts";
import type { ReportService } from "#app/context/reports.ts";
import type { RulesService } from "#app/context/rules.ts";
import type { SearchService } from "#app/context/search.ts";
import type { SectionService } from "#app/context/sections.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { VocabularyService } from "#app/context/vocabulary.ts";
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import { describe } from "#app/domain/annotation/describe.ts";
import type { Piece, RevisionContent } from "#app/domain/document/document.ts";
import { editScript } from "#app/domain/document/edit-script.ts";
import type { Role } from "#app/domain/group/group.ts";
import { defaultSettings } from "#app/domain/member/member.ts";
import { type Effect, makeReadStore, type Store } from "#db/store.ts";
import { openTestDatabase, type TestDatabase } from "#db/test-database.ts";
import { makeWriter, type Writer } from "#db/writer.ts";
import type { Heed } from "./annotations/events.ts";
import { makeAnnotationService } from "./annotations.ts";
import { makeAppealService } from "./appeals.ts";
import { makeCurationService } from "./curation.ts";
import { Readings } from "./documents/readings.ts";
import { makeDocumentService } from "./documents.ts";
import { makeCannedAnswerService, makeGuidelineService } from "./guidelines.ts";
import { makeIgnoreService } from "./ignores.ts";
import type { Gate } from "./moderation/gate.ts";
import { makeSiteGate } from "./moderation/site-gate.ts";
import { makeModerationService } from "./moderation.ts";
import { makeHeed } from "./news/heed.ts";
import { makeNewsService } from "./news.ts";
import { makePeopleService } from "./people.ts";
import { makeQueueService } from "./queue.ts";
import { makeReadingService } from "./reading.ts";
import { makeRecordService } from "./record.ts";
import { makeReportService } from "./reports.ts";
import { makeEdits } from "./revisions/edits.ts";
import { makeRevisionService } from "./revisions.ts";
import { makeRights, type Rights } from "./rights.ts";
import { makeRulesService } from "./rules.ts";
import { makeSearchService } from "./search.ts";
import { makeSectionService } from "./sections.ts";
import { makeVocabularyService } from "./vocabulary.ts";

export type TestSite = {
  readonly database: TestDatabase;
  readonly read: Store;
  readonly writer: Writer;
  readonly annotations: AnnotationService;
  readonly moderation: ModerationService;
  readonly record: RecordService;
  readonly curation: CurationService;
  readonly appeals: AppealService;
  readonly people: PeopleService;
  readonly ignores: IgnoreService;
  readonly guidelines: GuidelineService;
  readonly cannedAnswers: CannedAnswerService;
  readonly queue: QueueService;
  readonly reports: ReportService;
  readonly gate: Gate;
  readonly rules: RulesService;
  readonly vocabulary: VocabularyService;
  readonly sections: SectionService;
  readonly reading: ReadingService;
  readonly documents: DocumentService;
  readonly revisions: ReturnType<typeof makeRevisionService>;
  readonly search: SearchService;
  readonly news: NewsService;
  readonly rights: Rights;
  /** Everything that was published, batch by batch. */
  readonly committed: Effect[][];
  readonly time: { now: number };
  readonly newId: () => string;
  readonly addMember: (groupId: string, name: string, role: Role) => Promise<Viewer>;
  readonly addGroup: (name: string) => Promise<string>;
  /** `addedBy` must be in the group; one block, or one a line. */
  readonly addText: (groupId: string, addedBy: Viewer, text?: string) => Promise<TestText>;
  readonly close: () => Promise<void>;
};

export type TestText = {
  readonly id: string;
  readonly revision: string;
  readonly text: string;
  readonly group: string;
};

export const sampleText = "A wall divides.\nA window shows — café, naïve, 𝒳 and more words to stand on.\nThe end.";

/** Ids are ULIDs that count up, time stands still until `time.now` is set. */
export async function openTestSite({ heed }: { readonly heed?: Heed } = {}): Promise<TestSite> {
  const database = openTestDatabase();
  const committed: Effect[][] = [];
  const writer = makeWriter(database.write, { onCommit: (effects) => void committed.push([...effects]) });
  const { transact } = writer;
  const read = makeReadStore(database.read.db);
  const time = { now: 1_700_000_000_000 };
  const clock = () => time.now;
  let ids = 0;
  const newId = () => `01${String(ids++).padStart(24, "0")}`;
  const parts = { read, transact, clock, newId };
  const news = makeHeed({ newId });
  const unused = async () => {
    throw new Error("This site imports nothing.");
  };

  const addGroup = async (name: string) => {
    const groupId = newId();
    await transact(async (store) => {
      await store.groups.insert({ id: groupId, name, description: "", colourNames: {}, createdAt: time.now });
      await store.audiences.found({ groupId, now: time.now, newId });
    });
    return groupId;
  };

  const addMember = async (groupId: string, name: string, role: Role) => {
    const viewer = makeViewer(newId(), name);
    await transact(async (store) => {
      await store.members.insert({
        ...viewer,
        settings: {},
        emailKey: viewer.email,
        passwordHash: null,
        createdAt: time.now,
      });
      await store.memberships.admit({ groupId, memberId: viewer.id, role, joinedAt: time.now });
      await store.audiences.admit({ groupId, memberId: viewer.id, role, now: time.now, newId });
    });
    return viewer;
  };

  const addText = async (group: string, addedBy: Viewer, text = sampleText) => {
    const [id, revision] = [newId(), newId()];
    await transact((store) =>
      store.documents.insert(documentRow({ id, revision, group, addedBy, now: time.now }), {
        html: "<p></p>",
        text,
        blocks: blocksOf(text),
        pages: [],
      }),
    );
    return { id, revision, text, group };
  };

  const gate = makeSiteGate(parts);
  const edits = makeEdits({ read, compare: async (before, after) => editScript(before, after) });
  const revisions = makeRevisionService({ ...parts, edits, build: async (pieces) => plainRevision(pieces) });
  const both: Heed = async (...told) => {
    await news(...told);
    await heed?.(...told);
  };
  return {
    database,
    read,
    writer,
    curation: makeCurationService(parts),
    record: makeRecordService({ read, clock }),
    appeals: makeAppealService({ ...parts, heed: both }),
    gate,
    annotations: makeAnnotationService({ ...parts, gate, edits, heed: both }),
    revisions,
    moderation: makeModerationService({ ...parts, heed: both }),
    people: makePeopleService({ ...parts, heed: both }),
    ignores: makeIgnoreService(parts),
    guidelines: makeGuidelineService(parts),
    cannedAnswers: makeCannedAnswerService(parts),
    queue: makeQueueService({ ...parts, heed: both }),
    reports: makeReportService({ ...parts, heed: both }),
    news: makeNewsService(parts),
    rules: makeRulesService({ ...parts, gate, ownHost: "", newSecret: () => `secret of ${newId()}` }),
    vocabulary: makeVocabularyService(parts),
    sections: makeSectionService(parts),
    reading: makeReadingService(parts),
    documents: makeDocumentService({
      ...parts,
      imports: { fetch: unused, read: unused, build: unused },
      readings: new Readings(),
      revise: revisions.replace,
      readersOf: () => [],
    }),
    search: makeSearchService({ read, clock }),
    rights: makeRights({ read, clock }),
    committed,
    time,
    newId,
    addGroup,
    addMember,
    addText,
    close: async () => {
      await gate.close();
      await writer.close();
      database.close();
    },
  };
}

/** A revision of plain paragraphs, one for each piece. */
function plainRevision(pieces: readonly Piece[]): RevisionContent {
  const lines = pieces.map(({ html }) => html.replace(/<[^>]*>/gu, ""));
  const text = lines.join("\n");
  const html = pieces.map((piece) => piece.html).join("");
  return {
    title: "",
    standfirst: "",
    html,
    text,
    blocks: blocksOf(text),
    pages: [],
    words: 0,
    language: "en",
    dir: "ltr",
  };
}

type Publish = Extract<AnnotationCommand, { verb: "publish" }>;

/** A note for everyone on the first line, but for what is given. */
export function publishCommand(text: TestText, id: string, given: Partial<Publish> = {}): Publish {
  return {
    verb: "publish",
    id,
    document: text.id,
    motivation: "commenting",
    colour: "amber",
    body: `Words of ${id}`,
    placement: "everyone",
    target: { source: text.revision, selector: describe(text.text, { start: 2, end: 6 }) },
    ...given,
  };
}

function makeViewer(id: string, name: string): Viewer {
  return {
    id,
    name,
    pronouns: "",
    hue: 1,
    picture: null,
    email: `${id.toLowerCase()}@example.org`,
    timeZone: "UTC",
    isAdmin: false,
    settings: defaultSettings,
  };
}

function documentRow({
  id,
  revision,
  group,
  addedBy,
  now,
}: {
  id: string;
  revision: string;
  group: string;
  addedBy: Viewer;
  now: number;
}) {
  return {
    id,
    groupId: group,
    title: "The wall and the window",
    dir: "ltr",
    format: "plain",
    words: 12,
    revisionId: revision,
    addedBy: addedBy.id,
    createdAt: now,
  } as const;
}

function blocksOf(text: string) {
  let start = 0;
  return text.split("\n").map((line, index) => {
    const block = {
      n: index + 1,
      number: index + 1,
      kind: "paragraph",
      level: null,
      start,
      end: start + line.length,
    } as const;
    start += line.length + 1;
    return block;
  });
}
