import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CURRENT_EPOCH } from "#db/repositories/feed.ts";
import { verify } from "../verification.ts";
import { renewRooms } from "./renew-rooms.ts";
import { openSeminar, type Seminar } from "./test-seminar.ts";

let s: Seminar;

beforeEach(async () => {
  s = await openSeminar();
});

afterEach(() => s.site.close());

const renew = () => renewRooms({ read: s.site.read, transact: s.site.writer.transact });

/** As an older build left it, which knew no inbox: rows of the epoch before, of notes alone. */
function makeOld(): void {
  const { sqlite } = s.site.database.write;
  sqlite.prepare("UPDATE rooms SET epoch = ? WHERE name NOT LIKE 'inbox/%'").run(CURRENT_EPOCH - 1);
  const old = `UPDATE changes SET epoch = ?, value = '{"old":true}' WHERE value <> '0' AND room NOT LIKE 'inbox/%'`;
  sqlite.prepare(old).run(CURRENT_EPOCH - 1);
}

async function write(): Promise<readonly string[]> {
  const question = await s.publish(s.ada, { motivation: "questioning", tags: ["irony"] });
  const reply = await s.reply(s.ben, question);
  await s.edit(s.ada, question, "Better", 1);
  await s.answer(s.ada, question, reply);
  await s.react(s.ben, question, "agree");
  await s.reply(s.teacher, question, { privately: true });
  const hidden = await s.publish(s.ben);
  await s.act(s.teacher, "hide", hidden);
  const gone = await s.publish(s.ben, { placement: "me" });
  await s.act(s.ben, "delete", gone);
  return [question, reply, hidden, gone];
}

describe("rooms of an older epoch", () => {
  it("are written anew, whole, once", async () => {
    const ids = await write();
    const before = await Promise.all(ids.map((id) => s.records(s.ada, id)));
    makeOld();
    expect(await renew()).toBe(4);
    expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
    expect(await Promise.all(ids.map((id) => s.records(s.ada, id)))).toEqual(before);
    const epochs = s.site.database.read.sqlite.prepare("SELECT DISTINCT epoch FROM changes").pluck().all();
    expect(epochs).toEqual([CURRENT_EPOCH]);
    const contents = () => s.site.database.read.sqlite.prepare("SELECT * FROM changes ORDER BY room, seq").all();
    const after = contents();
    expect(await renew()).toBe(0);
    expect(contents()).toEqual(after);
    await s.publish(s.ada);
    expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
  });

  it("are begun again where a process was stopped", async () => {
    const ids = await write();
    makeOld();
    let steps = 0;
    const stopping: typeof s.site.writer.transact = (work) => {
      steps += 1;
      if (steps === 3) return Promise.reject(new Error("killed"));
      return s.site.writer.transact(work);
    };
    await expect(renewRooms({ read: s.site.read, transact: stopping })).rejects.toThrow("killed");
    expect(await s.site.read.feed.head(`reading/${s.text.id}/${await audience()}`)).toMatchObject({
      epoch: CURRENT_EPOCH - 1,
    });
    expect(await renew()).toBe(4);
    expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
    expect((await s.records(s.ben, ids[0] ?? "")).reading).toMatchObject({ body: "Better" });
  });
});

async function audience(): Promise<string> {
  return (await s.site.reading.open(s.ada, s.text.id)).rooms[0]?.room.split("/").at(-1) ?? "";
}
