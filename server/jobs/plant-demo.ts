/**
 * Plants the demo through the services that people use, with a clock that walks through the past month: so its feed rows,
 * search index, revisions and rights are what real use would have left behind.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DocumentService } from "#app/context/documents.ts";
import type { NewsService } from "#app/context/news.ts";
import type { AnnotationService, ReadingService } from "#app/context/reading.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { tagKey } from "#app/domain/annotation/tag.ts";
import { defaultSettings } from "#app/domain/member/member.ts";
import { notesByText } from "#db/seed/notes-by-text.ts";
import { groups, people } from "#db/seed/people.ts";
import type { SeedGroup, SeedNote, SeedPerson, SeedText } from "#db/seed/shape.ts";
import type { Repositories, Transact } from "#db/store.ts";
import { type MarginEvent, marginEvents, type PlantedRevision } from "./demo-margin.ts";
import { plantQueue, type QueuePlanting } from "./demo-queue.ts";

export type Planting = QueuePlanting & {
  readonly read: Repositories;
  readonly transact: Transact;
  readonly documents: Pick<DocumentService, "propose" | "add">;
  readonly annotations: AnnotationService;
  readonly reading: Pick<ReadingService, "seen" | "seats">;
  readonly news: Pick<NewsService, "read">;
  readonly newId: () => string;
  readonly addressKey: (address: string) => string;
  /** One hash serves all twelve: the demo's password is no secret, and hashing takes 31 ms each. */
  readonly passwordHash: string;
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Days before now at which the first member came; older than every text. */
const FOUNDED = 40;
/** Between two of them: accounts of one hour that report the same would count as one person. */
const APART = 90 * MINUTE;
const textsFolder = join(import.meta.dirname, "..", "..", "db", "seed", "texts");
const margins: Readonly<Record<string, readonly SeedNote[]>> = notesByText;

type Viewers = ReadonlyMap<string, Viewer>;

/** Plants people, groups, texts and notes into an empty database. */
export async function plantDemo(planting: Planting): Promise<void> {
  const viewers = await plantPeople(planting);
  for (const group of groups) await plantGroup(planting, group, viewers);
  // What happened in the demo's past is told on its pages; nobody is written to about it.
  await planting.transact((store) => store.notifications.withoutLetters(planting.now));
}

async function plantPeople(planting: Planting): Promise<Viewers> {
  const rows = people.map((person: SeedPerson, index) => ({
    key: person.key,
    viewer: {
      id: planting.newId(),
      name: person.name,
      pronouns: person.pronouns,
      hue: person.hue,
      picture: null,
      email: person.email,
      timeZone: person.timeZone,
      isAdmin: person.administrator === true,
      settings: defaultSettings,
    } satisfies Viewer,
    createdAt: planting.now - FOUNDED * DAY + index * APART,
  }));
  await planting.transact(async (store) => {
    for (const { viewer, createdAt } of rows) {
      await store.members.insert({
        ...viewer,
        settings: {},
        emailKey: planting.addressKey(viewer.email),
        passwordHash: planting.passwordHash,
        isDemo: true,
        createdAt,
      });
    }
  });
  return new Map(rows.map(({ key, viewer }) => [key, viewer]));
}

async function plantGroup(planting: Planting, group: SeedGroup, viewers: Viewers): Promise<void> {
  const groupId = planting.newId();
  const founded = planting.now - (FOUNDED - 1) * DAY;
  await planting.transact(async (store) => {
    const { name, description } = group;
    await store.groups.insert({ id: groupId, name, description, colourNames: {}, createdAt: founded });
    await store.audiences.found({ groupId, now: founded, newId: planting.newId });
    for (const [index, { person, role }] of group.members.entries()) {
      const now = founded + index * MINUTE;
      const memberId = viewerOf(viewers, person).id;
      await store.memberships.admit({ groupId, memberId, role, joinedAt: now });
      await store.audiences.admit({ groupId, memberId, role, now, newId: planting.newId });
    }
    for (const tag of group.tags) {
      await store.tags.put(groupId, { ...tag, key: tagKey(tag.name), isListed: true }, founded);
    }
  });
  for (const text of group.texts) await plantText(planting, groupId, text, viewers);
}

async function plantText(planting: Planting, groupId: string, text: SeedText, viewers: Viewers): Promise<void> {
  const viewer = viewerOf(viewers, text.addedBy);
  planting.setTime(planting.now - text.addedDaysAgo * DAY);
  const bytes = await readFile(join(textsFolder, text.file));
  const proposal = await planting.documents.propose(viewer, groupId, { bytes, fileName: text.file });
  const choices = { labels: {}, leftOut: [] };
  const meta = { author: text.author, source: "", language: text.language, published: "", licence: "", rights: "" };
  const { id } = await planting.documents.add(viewer, proposal.id, choices, meta);
  await plantMargin(planting, id, margins[text.key] ?? [], viewers);
}

async function plantMargin(
  planting: Planting,
  document: string,
  notes: readonly SeedNote[],
  viewers: Viewers,
): Promise<void> {
  const revision = await revisionOf(planting.read, document);
  const mention = await mentionsIn(planting, document, viewers);
  const events = marginEvents({ document, revision, notes, now: planting.now, newId: planting.newId, mention });
  for (const event of events) {
    planting.setTime(event.at);
    await planting.annotations.run(viewerOf(viewers, event.by), event.command);
  }
  await markAsSeen(planting, document, events, viewers);
  await plantQueue(planting, events, (key) => viewerOf(viewers, key));
}

async function revisionOf(read: Repositories, document: string): Promise<PlantedRevision> {
  const id = (await read.documents.find(document))?.revisionId ?? "";
  const found = await read.documents.text(document, id);
  if (found === null) throw new Error(`The demo text ${document} has no revision.`);
  return { id, text: found.text, blocks: await read.documents.blocks(id) };
}

/** How people are named in bodies: by the seats under which the group knows them, which are older than their desks. */
async function mentionsIn({ read, reading }: Planting, document: string, viewers: Viewers) {
  const addedBy = (await read.documents.find(document))?.addedBy;
  const viewer = [...viewers.values()].find(({ id }) => id === addedBy);
  const seats = viewer === undefined ? [] : await reading.seats(viewer, document);
  return (person: string): string => {
    const { id, name } = viewerOf(viewers, person);
    return `@[${name}](seat:${seats.find((seat) => seat.id === id)?.seat ?? ""})`;
  };
}

/** Whoever wrote something had read until then; what came later is new to them. */
async function markAsSeen(
  planting: Planting,
  documentId: string,
  events: readonly MarginEvent[],
  viewers: Viewers,
): Promise<void> {
  const written = events.filter(({ command }) => command.verb === "publish" || command.verb === "reply");
  const lastBy = new Map(written.map((event) => [event.by, event]));
  for (const [by, event] of lastBy) {
    planting.setTime(event.at);
    await planting.reading.seen(viewerOf(viewers, by), documentId, { block: event.block });
    await planting.news.read(viewerOf(viewers, by), documentId, "all");
  }
}

function viewerOf(viewers: Viewers, key: string): Viewer {
  const viewer = viewers.get(key);
  if (viewer === undefined) throw new Error(`The demo knows nobody called ${key}.`);
  return viewer;
}
