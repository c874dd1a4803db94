/** A database with a group of twelve texts and very many notes in several audiences, written past the services. */
import { ulid } from "ulid";
import type { Viewer } from "#app/context/viewer.ts";
import { colours } from "#app/domain/annotation/annotation.ts";
import { defaultSettings } from "#app/domain/member/member.ts";
import type { Connection } from "#db/client.ts";
import { fillSearchIndex } from "#db/search-index.ts";
import type { Store, Transact } from "#db/store.ts";
import { paragraphs } from "./prose.ts";

export type SearchStage = { readonly viewer: Viewer; readonly group: string };

const MEMBERS = 40;
const TEXTS = 12;
const PARAGRAPHS = 60;
/** Ends before now, so that everything is in the past. */
const FIRST = Date.UTC(2026, 0, 1);
const STEP = 60_000;

/** Everyone's notes are four of five; the rest is split between staff, a section and the desks of all members. */
export async function setSearchStage(
  connection: Connection,
  { read, transact }: { readonly read: Store; readonly transact: Transact },
  notes: number,
): Promise<SearchStage> {
  const random = randomFrom(11);
  const group = ulid();
  const viewers = Array.from({ length: MEMBERS }, (_, n) => memberOf(n));
  await transact(async (store) => {
    await store.groups.insert({ id: group, name: "Seminar", description: "", colourNames: {}, createdAt: FIRST });
    await store.audiences.found({ groupId: group, now: FIRST, newId: ulid });
    for (const [n, viewer] of viewers.entries()) {
      const role = n === 0 ? "teacher" : "member";
      const row = { ...viewer, settings: {}, emailKey: viewer.email, passwordHash: null, createdAt: FIRST };
      await store.members.insert(row);
      await store.memberships.admit({ groupId: group, memberId: viewer.id, role, joinedAt: FIRST });
      await store.audiences.admit({ groupId: group, memberId: viewer.id, role, now: FIRST, newId: ulid });
    }
  });
  const texts = [];
  for (let n = 0; n < TEXTS; n += 1) texts.push(await addText(transact, { group, addedBy: viewers[0]?.id ?? "", n }));
  const seats = [];
  for (const { id } of viewers) seats.push(await read.audiences.openSeats(id, group));
  fillNotes(connection, { notes, random, texts, seats, members: viewers.map(({ id }) => id) });
  connection.sqlite.exec("UPDATE search_shape SET shape = -1");
  fillSearchIndex(connection);
  const [, viewer] = viewers;
  if (viewer === undefined) throw new Error("A stage needs somebody on it.");
  return { viewer, group };
}

type Seats = Awaited<ReturnType<Store["audiences"]["openSeats"]>>;
type Text = { readonly id: string; readonly revision: string; readonly length: number };
type Filling = {
  readonly notes: number;
  readonly random: () => number;
  readonly texts: readonly Text[];
  readonly seats: readonly Seats[];
  readonly members: readonly string[];
};

function fillNotes({ sqlite }: Connection, { notes, random, texts, seats, members }: Filling): void {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const note = sqlite.prepare(
    `INSERT INTO annotations (id, document_id, root_id, parent_id, creator_id, motivation, status, version, colour, tags,
       start, revision_id, created_at) VALUES (?, ?, ?, ?, ?, ?, 'published', 1, ?, ?, ?, ?, ?)`,
  );
  const body = sqlite.prepare("INSERT INTO annotation_revisions VALUES (?, ?, 1, ?, ?)");
  const placement = sqlite.prepare("INSERT INTO placements VALUES (?, ?, ?)");
  const state = sqlite.prepare("INSERT INTO thread_states (root_id, state, by_seat, at) VALUES (?, 'answered', ?, ?)");
  const endorse = sqlite.prepare("INSERT INTO annotation_reactions VALUES (?, ?, 'endorse', ?, ?)");
  const roots: { readonly id: string; readonly text: Text }[] = [];
  const insert = (n: number): void => {
    const now = FIRST + n * STEP;
    const who = Math.floor(random() * members.length);
    const isPrivate = random() < 0.2;
    const seat = (seats[who] ?? []).find(({ kind }) => kind === (isPrivate ? "desk" : "group"));
    if (seat === undefined) throw new Error("Everybody has a desk and a seat in the group.");
    const thread = !isPrivate && random() < 0.5 && roots.length > 0 ? pick(roots) : null;
    const [id, text] = [ulid(now), thread?.text ?? pick(texts)];
    const motivation = thread !== null ? "replying" : random() < 0.25 ? "questioning" : "commenting";
    const tags = random() < 0.3 ? JSON.stringify([`tag ${Math.floor(random() * 30)}`]) : "[]";
    const colour = thread === null ? pick(colours) : null;
    const start = thread === null ? Math.floor(random() * text.length) : null;
    const root = thread?.id ?? id;
    note.run(id, text.id, root, thread?.id ?? null, members[who], motivation, colour, tags, start, text.revision, now);
    body.run(id, id, proseOf(random), now);
    placement.run(id, seat.audience, seat.seat);
    if (thread === null && !isPrivate) roots.push({ id, text });
    if (motivation === "questioning" && random() < 0.6) state.run(id, seat.seat, now);
    if (random() < 0.01) endorse.run(id, members[0], seat.seat, now);
  };
  sqlite.transaction(() => {
    for (let n = 0; n < notes; n += 1) insert(n);
  })();
}

/** Forty words of a language with a few very frequent ones and 8,000 others. */
function proseOf(random: () => number): string {
  const word = () => (random() < 0.1 ? "the" : `w${Math.floor(8_000 * random() ** 3).toString(36)}`);
  return Array.from({ length: 40 }, word).join(" ");
}

async function addText(
  transact: Transact,
  { group, addedBy, n }: { readonly group: string; readonly addedBy: string; readonly n: number },
): Promise<Text> {
  const lines = paragraphs(PARAGRAPHS * 80).slice(1);
  const text = lines.join("\n");
  let start = 0;
  const blocks = lines.map((line, at) => {
    const block = {
      n: at + 1,
      number: at + 1,
      kind: "paragraph",
      level: null,
      start,
      end: start + line.length,
    } as const;
    start += line.length + 1;
    return block;
  });
  const [id, revision] = [ulid(), ulid()];
  const facts = { title: `Text ${n + 1}`, dir: "ltr", format: "plain", words: PARAGRAPHS * 80 } as const;
  const row = { ...facts, id, groupId: group, revisionId: revision, addedBy, createdAt: FIRST };
  await transact((store) => store.documents.insert(row, { html: "", text, blocks, pages: [] }));
  return { id, revision, length: text.length };
}

function memberOf(n: number): Viewer {
  const id = ulid();
  const facts = { pronouns: "", hue: 1, picture: null, timeZone: "UTC", isAdmin: false, settings: defaultSettings };
  return { ...facts, id, name: `Reader ${n}`, email: `${n}@example.org` };
}

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}
