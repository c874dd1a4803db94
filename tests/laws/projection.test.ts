/** Whatever happens in whatever order: each viewer's rooms together show exactly what that viewer may see. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ListedNote } from "#app/context/reading.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { UNDELETE_WITHIN } from "#app/domain/annotation/annotation.ts";
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import type { Role } from "#app/domain/group/group.ts";
import { isProblem } from "#app/domain/problem.ts";
import type { FeedRow } from "#app/rooms/feed.ts";
import type { AnnotationRecord } from "#app/rooms/reading-room.ts";
import { CURRENT_EPOCH } from "#db/repositories/feed.ts";
import { settleMember } from "#server/services/news.ts";
import { standingIn } from "#server/services/rights.ts";
import { openTestSite, publishCommand, type TestSite, type TestText } from "#server/services/test-site.ts";
import { verify } from "#server/services/verification.ts";
import { type Seen, visibleTo } from "./visibility-oracle.ts";

const RUNS = Number(process.env.RUNS ?? 12);

const limit = Math.max(120_000, RUNS * 10_000);

const cast = { Olga: "owner", Tea: "teacher", Mo: "moderator", Ada: "member", Ben: "member", Obi: "observer" } as const;

const step = fc.record({
  who: fc.nat(5),
  /** Whoever wrote the note does it: else most edits and deletions would be refused. */
  asCreator: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  verb: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("publish" as const, "reply" as const) },
    { weight: 4, arbitrary: fc.constantFrom("edit" as const, "delete" as const, "hide" as const) },
    { weight: 2, arbitrary: fc.constantFrom("undelete" as const, "restore" as const) },
    { weight: 1, arbitrary: fc.constantFrom("leave" as const, "return" as const, "wait" as const) },
  ),
  which: fc.nat(5),
  isPrivate: fc.boolean(),
  role: fc.constantFrom<Role>("teacher", "moderator", "member", "observer"),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

type World = {
  readonly site: TestSite;
  readonly text: TestText;
  readonly people: readonly Viewer[];
  readonly notes: string[];
};

async function openWorld(): Promise<World> {
  const site = await openTestSite();
  const group = await site.addGroup("Seminar");
  const people: Viewer[] = [];
  for (const [name, role] of Object.entries(cast)) people.push(await site.addMember(group, name, role));
  const [owner] = people;
  if (owner === undefined) throw new Error("nobody came");
  return { site, text: await site.addText(group, owner), people, notes: [] };
}

async function take(world: World, { who, asCreator, verb, which, isPrivate, role }: Step): Promise<void> {
  const { site, text, people, notes } = world;
  const picked = notes[which % Math.max(1, notes.length)] ?? site.newId();
  const isOwnVerb = verb === "edit" || verb === "delete" || verb === "undelete";
  const creator = isOwnVerb && asCreator ? (await site.read.annotations.find(picked))?.creator : undefined;
  const viewer = people.find(({ id }) => id === creator) ?? people[who % people.length];
  if (viewer === undefined) return;
  const group = text.group;
  const at = { groupId: group, memberId: viewer.id, now: site.time.now };
  if (verb === "wait") site.time.now += UNDELETE_WITHIN + 1;
  else if (verb === "leave") {
    await site.writer.transact(async (store) => {
      await store.memberships.leave(group, viewer.id, site.time.now);
      await store.audiences.dismiss(at);
      await settleMember(store, at);
    });
  } else if (verb === "return") {
    await site.writer.transact(async (store) => {
      await store.memberships.admit({ groupId: group, memberId: viewer.id, role, joinedAt: site.time.now });
      await store.audiences.admit({ ...at, role, newId: site.newId });
      await settleMember(store, at);
    });
  } else await site.annotations.run(viewer, command());

  function command(): AnnotationCommand {
    const document = text.id;
    const id = verb === "publish" || verb === "reply" ? site.newId() : picked;
    if (id !== picked) notes.push(id);
    const body = `words${id}x${site.newId()}`;
    if (verb === "publish") return publishCommand(text, id, { body, placement: isPrivate ? "me" : "everyone" });
    if (verb === "reply") return { verb, id, document, parent: picked, body };
    if (verb === "edit") return { verb, id, document, body, version: (which % 3) + 1 };
    if (verb === "delete" || verb === "undelete" || verb === "hide" || verb === "restore")
      return { verb, id, document };
    throw new Error(`no command called ${verb}`);
  }
}

/** A body beats a tombstone of the same note, as in the client. */
function merge(rooms: readonly (readonly FeedRow[])[]): Map<string, AnnotationRecord> {
  const merged = new Map<string, AnnotationRecord>();
  for (const rows of rooms) {
    const latest = new Map(rows.map((row) => [row.key, row.value]));
    for (const value of latest.values()) {
      const record: AnnotationRecord | null = JSON.parse(value ?? "null");
      if (record !== null && (merged.get(record.id)?.body ?? "") === "") merged.set(record.id, record);
    }
  }
  return merged;
}

function flatten(notes: readonly ListedNote[]): readonly ListedNote[] {
  return notes.flatMap((note) => [note, ...flatten(note.replies)]);
}

const asSeen = (records: Iterable<AnnotationRecord>): Record<string, Seen> =>
  Object.fromEntries([...records].map(({ id, status, body, version }) => [id, { status, body, version }]));

async function check({ site, text, people, notes }: World): Promise<void> {
  const bodies = site.database.read.sqlite.prepare<[], string>("SELECT body FROM annotation_revisions").pluck().all();
  for (const viewer of people) {
    const wanted = visibleTo(site.database.read.sqlite, viewer.id, text);
    const standing = await standingIn(site.read, { memberId: viewer.id, documentId: text.id, now: site.time.now });
    const rooms: (readonly FeedRow[])[] = [];
    for (const { name } of standing?.rooms ?? []) {
      const head = await site.read.feed.head(name);
      rooms.push(head === null ? [] : await site.read.feed.rows(name, head.epoch, 1, head.seq));
    }
    expect(asSeen(merge(rooms).values())).toEqual(wanted);
    const sent = JSON.stringify(rooms);
    const allowed = new Set(Object.values(wanted).map(({ body }) => body));
    for (const body of bodies) expect(sent.includes(body), body).toBe(allowed.has(body));
    if (standing === null) continue;
    const page = await site.reading.notes(viewer, text.id, { from: 0, count: 1_000 });
    expect(asSeen(flatten(page.notes))).toEqual(wanted);
    for (const id of notes) {
      const address = await site.reading.find(viewer, id).catch(() => null);
      expect(address?.kind === "here").toBe((wanted[id]?.body ?? "") !== "");
    }
  }
  expect(await verify(site.database.read)).toEqual({ ok: true, findings: [] });
}

/** What a socket that was there from the beginning was sent, room by room. */
function sentLive({ site }: World): ReadonlyMap<string, readonly FeedRow[]> {
  const sent = new Map<string, FeedRow[]>();
  for (const effect of site.committed.flat()) {
    if (effect.kind !== "rows") continue;
    sent.set(effect.room, [...(sent.get(effect.room) ?? []), ...effect.rows]);
  }
  return sent;
}

describe("what is seen", () => {
  it(
    "equals visibility after every command, live and in replay",
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
            for (const [room, rows] of sentLive(world)) {
              expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
              const stored = await world.site.read.feed.rows(room, CURRENT_EPOCH, 1, rows.length);
              expect(merge([rows])).toEqual(merge([stored]));
            }
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
