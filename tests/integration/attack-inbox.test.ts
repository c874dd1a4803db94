/** Inbox rooms on the composed server: their owner alone opens them, and they hold no words and nothing out of sight. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type InboxRecord, NOTIFICATIONS } from "#app/rooms/inbox-room.ts";
import { CURRENT_EPOCH } from "#db/repositories/feed.ts";
import { type AttackSite, act, openAttackSite, type Person, type Seminar, type Sender } from "./attack-site.ts";
import { settled, type Tap, tap, wordsOf } from "./attack-taps.ts";

let site: AttackSite;
let seminar: Seminar;
let ada: Person;
let ben: Person;

beforeAll(async () => {
  site = await openAttackSite();
  seminar = await site.seminar();
  [ada, ben] = [await site.enter(seminar, "member"), await site.enter(seminar, "member")];
}, 180_000);

afterAll(() => site.close());

const inboxOf = ({ id }: Person): string => `inbox/${id}`;

async function reply(by: Person, parent: string, body: string): Promise<string> {
  const id = site.newId();
  const answer = await site.send(seminar.text.id, { verb: "reply", id, document: seminar.text.id, parent, body }, by);
  expect(answer.status).toBe(200);
  return id;
}

/** Notes of which the socket's inbox tells now. */
function notesIn({ doc }: Tap): readonly string[] {
  const news = [...doc.getMap<InboxRecord | null>(NOTIFICATIONS).values()];
  return news.flatMap((record) => record?.note ?? []).toSorted();
}

it("opens to its owner and to nobody else, whatever their role", async () => {
  const cases: readonly (readonly [Sender, string, number])[] = [
    [ben, inboxOf(ada), 4404],
    [seminar.owner, inboxOf(ada), 4404],
    [await site.person({ isAdmin: true }), inboxOf(ada), 4404],
    [ada, `inbox/${site.newId()}`, 4404],
    [ada, `inbox/${ada.id}/${ada.id}`, 4404],
    [ada, `${inboxOf(ada)}?epoch=${CURRENT_EPOCH + 1}&v=1`, 4409],
    [null, inboxOf(ada), 4401],
  ];
  for (const [sender, room, code] of cases) {
    const refused = await tap(site, sender, room);
    await expect.poll(refused.code).toBe(code);
    expect(refused.frames).toEqual([]);
  }
});

it("hears of a reply at once, by name and without its words, and no more of it once it is hidden", async () => {
  const own = await tap(site, ada, inboxOf(ada));
  await settled(site, [own]);
  const root = await site.note(seminar, ada);
  const id = await reply(ben, root, "sentinel-5d1e");
  await expect.poll(() => notesIn(own)).toEqual([id]);
  expect(wordsOf(own)).not.toContain("sentinel-5d1e");
  await site.site.annotations.run(seminar.owner.viewer, act(seminar.text, "hide", id));
  await expect.poll(() => notesIn(own)).toEqual([]);
  await site.site.annotations.run(seminar.owner.viewer, act(seminar.text, "restore", id));
  await expect.poll(() => notesIn(own)).toEqual([id]);
  own.close();
});

it("is only read: what a client writes closes its socket", async () => {
  const own = await tap(site, ada, inboxOf(ada));
  await settled(site, [own]);
  own.send(Buffer.from([0, 2, 1, 0]));
  await expect.poll(own.code).toBe(4422);
});

it("tells those who leave a group nothing of it any more, and those who erase leave nothing to tell", async () => {
  const root = await site.note(seminar, ada);
  const id = await reply(ben, root, "Words");
  const before = await tap(site, ada, inboxOf(ada));
  await expect.poll(() => notesIn(before)).toContain(id);
  await site.site.groups.leave(ben.viewer, seminar.id, { erase: true });
  await expect.poll(() => notesIn(before)).toEqual([]);
  const again = await reply(seminar.owner, root, "More words");
  await expect.poll(() => notesIn(before)).toEqual([again]);
  before.close();
  await site.site.groups.removeMember(seminar.owner.viewer, seminar.id, ada.id);
  const after = await tap(site, ada, inboxOf(ada));
  await settled(site, [after]);
  expect(notesIn(after)).toEqual([]);
  expect(await site.site.news.badge(ada.viewer)).toMatchObject({ unread: 0 });
  after.close();
});

it("marks what was seen in one browser as read in the other", async () => {
  const [cleo, dan] = [await site.enter(seminar, "member"), await site.enter(seminar, "member")];
  const other = await tap(site, cleo, inboxOf(cleo));
  const root = await site.note(seminar, cleo);
  await reply(dan, root, "Words");
  await expect.poll(() => notesIn(other)).toHaveLength(1);
  const seen = await site.post(`/t/${seminar.text.id}/seen`, { thread: `${root}:${site.time.now}` }, cleo);
  expect(seen.status).toBe(204);
  await expect
    .poll(() => [...other.doc.getMap<InboxRecord | null>(NOTIFICATIONS).values()].map((one) => one?.isRead))
    .toEqual([true]);
  await expect.poll(() => other.doc.getMap("reads").has(root)).toBe(true);
  other.close();
});
