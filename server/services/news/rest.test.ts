import { afterEach, beforeEach, expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import { openSeminar, type Seminar } from "../annotations/test-seminar.ts";
import { verify } from "../verification.ts";
import { makeRest } from "./rest.ts";

const CROWD = 120;

let s: Seminar;
let crowd: Viewer[];

beforeEach(async () => {
  s = await openSeminar();
  crowd = [];
  for (let n = 0; n < CROWD; n += 1) {
    const viewer = await s.site.addMember(s.group, `P${n}`, "member");
    await s.site.news.follow(viewer, { kind: "group", id: s.group, group: s.group }, "follow");
    crowd.push(viewer);
  }
});

afterEach(() => s.site.close());

const told = async (note: string) => (await s.site.read.notifications.ofNote(note)).map(({ member }) => member);
/** Of somebody in the crowd; the author is told what was decided as well. */
const isInbox = (room: string) => room.startsWith("inbox/") && !room.endsWith(s.ada.id);
const rest = () => makeRest({ read: s.site.read, transact: s.site.writer.transact, newId: s.site.newId });

it("tells a crowd in bounded works, the strongest reason first, and each member once", async () => {
  const root = await s.publish(s.ada);
  const reply = await s.reply(s.ben, root);
  expect(await told(reply)).toHaveLength(50);
  expect(await told(reply)).toContain(s.ada.id);
  await Promise.all([rest().run(), rest().run()]);
  const members = await told(reply);
  expect([members.length, new Set(members).size]).toEqual([CROWD + 1, CROWD + 1]);
  expect(await s.site.read.notifications.nextUntold()).toBeNull();
});

it("takes a hidden note out of a crowd's inboxes in bounded works, and puts it back", async () => {
  const root = await s.publish(s.ada);
  await rest().run();
  for (const [verb, shown] of [
    ["hide", 0],
    ["restore", CROWD],
  ] as const) {
    s.site.committed.length = 0;
    await s.act(s.teacher, verb, root);
    await rest().run();
    const inboxes = s.site.committed.map((batch) => batch.filter((one) => one.kind === "rows" && isInbox(one.room)));
    expect(Math.max(...inboxes.map((rows) => rows.length))).toBe(50);
    expect(inboxes.flat()).toHaveLength(CROWD);
    expect(await s.site.read.notifications.nextUntold()).toBeNull();
    expect((await verify(s.site.database.read)).findings).toEqual([]);
    const badges = await Promise.all(crowd.map((viewer) => s.site.news.badge(viewer)));
    expect(badges.filter(({ unread }) => unread === 1)).toHaveLength(shown);
  }
});

it("tells nobody more of a note that was deleted meanwhile", async () => {
  const root = await s.publish(s.ada);
  await s.act(s.ada, "delete", root);
  await rest().run();
  expect(await told(root)).toHaveLength(50);
  expect(await s.site.news.badge(crowd.at(-1) ?? s.ben)).toMatchObject({ unread: 0 });
});
