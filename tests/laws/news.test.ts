/** Whatever happens in whatever order: nobody is told of what they may not see, and of each note once and not more. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import { UNDELETE_WITHIN } from "#app/domain/annotation/annotation.ts";
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import type { Role } from "#app/domain/group/group.ts";
import { followSubjects } from "#app/domain/news/news.ts";
import { isProblem } from "#app/domain/problem.ts";
import { type InboxRecord, NOTIFICATIONS } from "#app/rooms/inbox-room.ts";
import { makeHeed } from "#server/services/news/heed.ts";
import { settleMember } from "#server/services/news.ts";
import { openTestSite, publishCommand, type TestSite, type TestText } from "#server/services/test-site.ts";
import { verify } from "#server/services/verification.ts";
import { type Seen, visibleTo } from "./visibility-oracle.ts";

const RUNS = Number(process.env.RUNS ?? 8);
const limit = Math.max(120_000, RUNS * 10_000);

const cast = { Olga: "owner", Tea: "teacher", Mo: "moderator", Ada: "member", Ben: "member", Obi: "observer" } as const;
const people = Object.keys(cast).length;

const step = fc.record({
  who: fc.nat(people - 1),
  whom: fc.nat(people - 1),
  verb: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom("publish" as const, "reply" as const, "reply" as const) },
    { weight: 3, arbitrary: fc.constantFrom("follow" as const, "mention" as const, "endorsed" as const) },
    { weight: 4, arbitrary: fc.constantFrom("edit" as const, "delete" as const, "undelete" as const) },
    { weight: 3, arbitrary: fc.constantFrom("hide" as const, "restore" as const, "read" as const) },
    { weight: 2, arbitrary: fc.constantFrom("leave" as const, "return" as const, "wait" as const) },
  ),
  which: fc.nat(7),
  isPrivate: fc.boolean(),
  level: fc.constantFrom("follow" as const, "follow" as const, "mute" as const, null),
  subject: fc.constantFrom(...followSubjects),
  role: fc.constantFrom<Role>("teacher", "moderator", "member", "observer"),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

type World = {
  readonly site: TestSite;
  readonly text: TestText;
  readonly people: readonly Viewer[];
  readonly notes: { readonly id: string; readonly by: Viewer }[];
};

async function openWorld(): Promise<World> {
  const site = await openTestSite();
  const group = await site.addGroup("Seminar");
  const everybody: Viewer[] = [];
  for (const [name, role] of Object.entries(cast)) everybody.push(await site.addMember(group, name, role));
  const [owner] = everybody;
  if (owner === undefined) throw new Error("nobody came");
  return { site, text: await site.addText(group, owner), people: everybody, notes: [] };
}

async function take(world: World, { who, whom, verb, which, isPrivate, level, subject, role }: Step): Promise<void> {
  const { site, text, notes } = world;
  const viewer = world.people[who];
  const other = world.people[whom];
  const note = notes[which % Math.max(1, notes.length)];
  if (viewer === undefined || other === undefined) return;
  const group = text.group;
  const at = { groupId: group, memberId: viewer.id, now: site.time.now };
  site.time.now += 1;
  switch (verb) {
    case "wait":
      site.time.now += UNDELETE_WITHIN + 1;
      return;
    case "leave":
      return site.writer.transact(async (store) => {
        await store.memberships.leave(group, viewer.id, at.now);
        await store.audiences.dismiss(at);
        await settleMember(store, at);
      });
    case "return":
      return site.writer.transact(async (store) => {
        await store.memberships.admit({ groupId: group, memberId: viewer.id, role, joinedAt: at.now });
        await store.audiences.admit({ ...at, role, newId: site.newId });
        await settleMember(store, at);
      });
    case "follow": {
      const ids = { group, document: text.id, member: other.id, thread: note?.id ?? site.newId() };
      return site.news.follow(viewer, { kind: subject, id: ids[subject], group }, level);
    }
    case "read": {
      if (isPrivate) return site.news.markRead(viewer, "all");
      const seen = notes.slice(0, which).map(({ id }) => ({ root: id, at: at.now }));
      return site.news.read(viewer, text.id, seen);
    }
    case "mention":
    case "endorsed":
      return tell(world, { by: note?.by ?? viewer, id: note?.id ?? "", named: verb === "mention" ? other : null });
    default: {
      const isOwn = verb === "edit" || verb === "delete" || verb === "undelete";
      const command = commandOf(world, { verb, isPrivate, id: note?.id ?? site.newId() });
      const doer = isOwn ? (note?.by ?? viewer) : viewer;
      if ((await site.annotations.run(doer, command)) && (verb === "publish" || verb === "reply"))
        notes.push({ id: command.id, by: doer });
    }
  }
}

type Verb = "publish" | "reply" | "edit" | "delete" | "undelete" | "hide" | "restore";

function commandOf(
  { site, text }: World,
  { verb, isPrivate, id }: { readonly verb: Verb; readonly isPrivate: boolean; readonly id: string },
): AnnotationCommand {
  const document = text.id;
  const fresh = site.newId();
  const body = `words ${fresh}`;
  if (verb === "publish") return publishCommand(text, fresh, { body, placement: isPrivate ? "me" : "everyone" });
  if (verb === "reply") return { verb, id: fresh, document, parent: id, body };
  if (verb === "edit") return { verb, id, document, body, version: 1 };
  return { verb, id, document };
}

/** As the commands on names and endorsements tell it. */
async function tell(
  { site }: World,
  { by, id, named }: { readonly by: Viewer; readonly id: string; readonly named: Viewer | null },
): Promise<void> {
  await site.writer.transact(async (store) => {
    const note = await store.annotations.find(id);
    if (note?.status !== "published") return;
    const heed = makeHeed({ newId: site.newId });
    const at = { member: by.id, seat: note.placements[0]?.seat ?? "", now: site.time.now };
    if (named === null) return heed(store, { kind: "endorsed", note }, { ...at, member: "a teacher" });
    site.database.write.sqlite.prepare("INSERT OR IGNORE INTO mentions VALUES (?, ?)").run(id, named.id);
    return heed(store, { kind: "edited", note, mentioned: [named.id] }, at);
  });
}

/** What an open inbox socket has heard: live notifications by id. */
async function liveNews({ site }: World, member: string): Promise<ReadonlyMap<string, InboxRecord>> {
  const room = `inbox/${member}`;
  const head = await site.read.feed.head(room);
  const rows = head === null ? [] : await site.read.feed.rows(room, head.epoch, 1, head.seq);
  const live = new Map<string, InboxRecord>();
  for (const { map, key, value } of rows) {
    const record: InboxRecord | null = map === NOTIFICATIONS ? JSON.parse(value ?? "null") : null;
    if (record === null) live.delete(key);
    else live.set(key, record);
  }
  return live;
}

async function check(world: World): Promise<void> {
  const { site, text, notes } = world;
  const { sqlite } = site.database.read;
  for (const viewer of world.people) {
    const seen: Record<string, Seen> = visibleTo(sqlite, viewer.id, text);
    const isSeen = (note: string) => (seen[note]?.body ?? "") !== "";
    const { entries } = await site.news.inbox(viewer, { kind: null, before: null });
    const told = entries.map(({ note }) => note);
    expect(told.filter((note) => !isSeen(note))).toEqual([]);
    expect(new Set(told).size).toBe(told.length);
    const own = entries.filter(
      ({ note, kind }) =>
        kind !== "endorsed" && kind !== "decided" && notes.find(({ id }) => id === note)?.by === viewer,
    );
    expect(own).toEqual([]);
    for (const { note, excerpt } of entries) expect(seen[note]?.body).toBe(excerpt);
    const live = await liveNews(world, viewer.id);
    const shown = Object.fromEntries(entries.map(({ id, note, isRead }) => [id, { note, isRead }]));
    expect(Object.fromEntries([...live].map(([id, { note, isRead }]) => [id, { note, isRead }]))).toEqual(shown);
    expect((await site.news.badge(viewer)).unread).toBe(entries.filter(({ isRead }) => !isRead).length);
    await checkUnread(world, viewer, seen);
  }
}

/** The library counts as unread nothing but what a member sees, that others wrote. */
async function checkUnread({ site, text, notes }: World, viewer: Viewer, seen: Record<string, Seen>): Promise<void> {
  const [row] = await site.documents.library(viewer, text.group).catch(() => []);
  if (row === undefined) return;
  const page = await site.reading.open(viewer, text.id);
  const read = new Map(page.read.map(({ root, at }) => [root, at]));
  let unread = 0;
  for (const { id, by } of notes) {
    const note = await site.read.annotations.find(id);
    if (note === null || by.id === viewer.id || seen[id]?.status !== "published") continue;
    if (note.created > page.seenAt && note.created > (read.get(note.root) ?? 0)) unread += 1;
  }
  expect(row.unread).toBe(unread);
}

describe("news", () => {
  it(
    "tells of what is visible, once, and counts nothing else",
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
          const world = await openWorld();
          try {
            for (const one of steps) {
              await take(world, one).catch((error: unknown) => {
                if (!isProblem(error)) throw error;
              });
              await check(world);
            }
            expect(await verify(world.site.database.read)).toEqual({ ok: true, findings: [] });
          } finally {
            await world.site.close();
          }
        }),
        // Shrinking a failure takes longer than finding it; what was found by then is told.
        { numRuns: RUNS, interruptAfterTimeLimit: limit - 60_000 },
      );
    },
    limit,
  );
});
