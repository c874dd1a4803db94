/** Who may call everybody where: teachers, and to nothing that somebody may not read. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LeadService } from "#app/context/lead.ts";
import type { LeadPlace } from "#app/rooms/lead.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";
import { makeLeadService } from "./lead.ts";

let s: Seminar;
let lead: LeadService;
let brought: { readonly room: string; readonly place: LeadPlace | null }[];

beforeEach(async () => {
  s = await openSeminar();
  brought = [];
  const bring = (room: string, _: string, place: LeadPlace | null) => void brought.push({ room, place });
  lead = makeLeadService({ read: s.site.read, clock: () => s.site.time.now, bring });
});
afterEach(() => s.site.close());

const look = (who: "teacher" | "ada" | "observer" | "stranger", place: Partial<LeadPlace>) =>
  lead.look(s[who], s.text.id, { start: null, note: null, ...place });

it("a teacher calls to a place, to a thread by any note of it, and lets go", async () => {
  const root = await s.publish(s.ada);
  await look("teacher", { start: 5 });
  await look("teacher", { note: await s.reply(s.ben, root) });
  await lead.end(s.teacher, s.text.id);
  expect(brought.map(({ place }) => place)).toEqual([{ start: 5, note: null }, { start: 2, note: root }, null]);
  const { rooms } = await s.site.reading.open(s.ada, s.text.id);
  expect(new Set(brought.map(({ room }) => room))).toEqual(new Set([rooms[0]?.room]));
});

it.each([
  ["ada", "forbidden"],
  ["observer", "forbidden"],
  ["stranger", "not-found"],
] as const)("%s does not: %s", async (who, code) => {
  await expect(look(who, { start: 5 })).rejects.toMatchObject({ code });
  await expect(lead.end(s[who], s.text.id)).rejects.toMatchObject({ code });
  expect(brought).toEqual([]);
});

describe("nobody is called", () => {
  it.each([-1, 0.5, 10_000, null])("to the place %s", async (start) => {
    await expect(look("teacher", { start })).rejects.toMatchObject({ code: "invalid" });
  });

  it("to what not everybody reads", async () => {
    const own = await s.publish(s.teacher, { placement: "me" });
    const hidden = await s.publish(s.ada);
    await s.act(s.teacher, "hide", hidden);
    for (const note of [own, hidden, s.site.newId()]) {
      await expect(look("teacher", { note })).rejects.toMatchObject({ code: "not-found" });
    }
    expect(brought).toEqual([]);
  });
});
