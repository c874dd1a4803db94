/** The whole server as it runs in production: pages as built, SQLite with an fsync per commit, accounts, rights. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pino } from "pino";
import { ulid } from "ulid";
import type { Viewer } from "#app/context/viewer.ts";
import { describe } from "#app/domain/annotation/describe.ts";
import { defaultSettings } from "#app/domain/member/member.ts";
import { roomName } from "#app/rooms/names.ts";
import { compose } from "#server/compose.ts";
import { readEnvironment } from "#server/http/environment.ts";
import { idSource } from "#server/new-id.ts";
import { builtPages } from "#server/pages.ts";
import { answerParent } from "./child.ts";
import { type Pauses, withPauses } from "./pauses.ts";
import { paragraphs } from "./prose.ts";

export type Wanted = {
  readonly members: number;
  readonly words: number;
  readonly notes: number;
  /** Notes on the same words besides; none when absent. */
  readonly stacked?: number;
};

/** Publishes a new revision of the text that was staged last, with another word in one paragraph of so many. */
type Revise = { readonly revise: number };

/** One more note in the text that was staged last. */
type OneMore = { /** 0 at the beginning of the text, 1 at its end. */ readonly note: number };

/** A text with people who may read and write it; `cookies` has one session of each. */
export type Stage = {
  readonly document: string;
  readonly room: string;
  readonly revision: string;
  /** Cookie headers. */
  readonly cookies: readonly string[];
  /** Where in the text the notes on the same words begin, and where one that stands alone does. */
  readonly stacked: number;
  readonly single: number;
};

const dataDir = mkdtempSync(join(tmpdir(), "glossa-bench-"));
process.on("exit", () => rmSync(dataDir, { recursive: true, force: true }));
process.on("SIGTERM", () => process.exit());

const variables = { DATA_DIR: dataDir, GLOSSA_DEMO: "0", HOST: "127.0.0.1", PORT: "0", NODE_ENV: "production" };
const environment = readEnvironment(variables);
if (!environment.ok) throw new Error(environment.sentences.join("\n"));
const site = await compose(environment.value, {
  clock: Date.now,
  newId: idSource(Date.now),
  log: pino({ level: "silent" }),
  pages: () => builtPages(resolve(import.meta.dirname, "..", "..")),
});
let last: (Passage & { readonly owner: Viewer }) | null = null;
answerParent(await site.listen(), (question) => {
  if ("note" in question) return oneMore(question as OneMore);
  return "revise" in question ? revise(question as Revise) : setStage(question as Wanted);
});

/** With the longest turn of the event loop, on which every other request waits. */
async function revise({ revise: every }: Revise): Promise<Pauses> {
  if (last === null) throw new Error("There is no text yet.");
  const { owner, document } = last;
  const { html, revision } = await site.revisions.edit(owner, document);
  const paragraphs = html.match(/<(p|h1)\b.*?<\/\1>/gsu) ?? [];
  const pieces = paragraphs.map((paragraph, n) => {
    const words = n > 0 && n % every === 0 ? paragraph.replace(" the ", " another ") : paragraph;
    return { label: n === 0 ? ("title" as const) : ("paragraph" as const), html: words };
  });
  return withPauses(() => site.revisions.publish(owner, document, { base: revision.id, pieces, remark: "" }));
}

async function oneMore({ note }: OneMore): Promise<null> {
  if (last === null) throw new Error("There is no text yet.");
  const { owner, ...passage } = last;
  await annotate(owner, { ...passage, place: note });
  return null;
}

async function setStage({ members, words, notes, stacked = 0 }: Wanted): Promise<Stage> {
  const group = ulid();
  await site.transact(async (store) => {
    await store.groups.insert({ id: group, name: "Seminar", description: "", colourNames: {}, createdAt: Date.now() });
    await store.audiences.found({ groupId: group, now: Date.now(), newId: ulid });
  });
  const seated: Seated[] = [];
  for (let i = 0; i < members; i++) seated.push(await seat(group, i));
  const owner = seated[0]?.viewer;
  if (owner === undefined) throw new Error("A stage needs somebody on it.");
  const bytes = Buffer.from(paragraphs(words).join("\n\n"));
  const proposal = await site.documents.propose(owner, group, { bytes, fileName: "text.md" });
  const meta = { author: "", source: "", language: "en", published: "", licence: "", rights: "" };
  const { id: document } = await site.documents.add(owner, proposal.id, { labels: {}, leftOut: [] }, meta);
  const page = await site.reading.open(owner, document);
  const text = (await site.read.documents.text(document, page.revision.id))?.text ?? "";
  const audience = (await site.read.audiences.openSeats(owner.id, group)).find(
    ({ kind }) => kind === "group",
  )?.audience;
  for (let i = 0; i < notes; i += 1000) {
    const some = Array.from({ length: Math.min(1000, notes - i) }, (_, j) => i + j);
    await Promise.all(
      some.map((n) => annotate(owner, { document, revision: page.revision.id, text, place: n / notes })),
    );
  }
  const passage = { document, revision: page.revision.id, text, place: MIDDLE };
  for (let i = 0; i < stacked; i++) await annotate(owner, passage);
  last = { ...passage, owner };
  const room = roomName({ kind: "reading", document, audience: audience ?? "" });
  const starts = { stacked: startAt(text, MIDDLE), single: startAt(text, Math.floor(notes / 4) / notes) };
  return { document, room, revision: page.revision.id, cookies: seated.map(({ cookie }) => cookie), ...starts };
}

type Seated = { readonly viewer: Viewer; readonly cookie: string };

/** A member of the group with a session, the first of them its owner. */
async function seat(groupId: string, n: number): Promise<Seated> {
  const now = Date.now();
  const role = n === 0 ? "owner" : "member";
  const viewer: Viewer = {
    ...{
      id: ulid(),
      name: `Reader ${n}`,
      pronouns: "",
      hue: n % 360,
      picture: null,
      email: `${n}.${groupId}@example.org`,
    },
    ...{ timeZone: "UTC", isAdmin: false, settings: defaultSettings },
  };
  return site.transact(async (store) => {
    await store.members.insert({ ...viewer, settings: {}, emailKey: viewer.email, passwordHash: null, createdAt: now });
    await store.memberships.admit({ groupId, memberId: viewer.id, role, joinedAt: now });
    await store.audiences.admit({ groupId, memberId: viewer.id, role, now, newId: ulid });
    const client = { address: "127.0.0.1", device: "bench", sessionId: null };
    const { setCookie } = await site.sessions.open(store, viewer.id, client);
    return { viewer, cookie: setCookie.split(";")[0] ?? "" };
  });
}

type Passage = { readonly document: string; readonly revision: string; readonly text: string; readonly place: number };

/** Off the places of the notes that are spread evenly. */
const MIDDLE = 0.50003;

function startAt(text: string, place: number): number {
  return text.indexOf(" ", Math.floor(place * (text.length - 200))) + 1;
}

/** A note on six words; `place` says where, 0 at the beginning of the text and 1 at its end. */
async function annotate(viewer: Viewer, { document, revision, text, place }: Passage): Promise<void> {
  const start = startAt(text, place);
  const selector = describe(text, { start, end: start + 36 });
  const body = "A note of about the length that readers write in a seminar, give or take. ".repeat(3);
  const kind = { motivation: "commenting", colour: "amber", placement: "everyone" } as const;
  const target = { source: revision, selector };
  await site.annotations.run(viewer, { verb: "publish", id: ulid(), document, body, target, ...kind });
}
