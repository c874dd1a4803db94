import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import { addRule } from "../moderation/test-rules.ts";
import { openSeminar, type Seminar } from "./test-seminar.ts";

let s: Seminar;

beforeEach(async () => {
  s = await openSeminar();
});

afterEach(() => s.site.close());

/** Seat of a member in an audience of that kind. */
function seat(viewer: Viewer, kind = "group"): string {
  const found = s.site.database.read.sqlite
    .prepare<[string, string], string>(
      "SELECT s.id FROM seats s JOIN audiences u ON u.id = s.audience_id WHERE s.member_id = ? AND u.kind = ?",
    )
    .pluck()
    .get(viewer.id, kind);
  if (found === undefined) throw new Error("no seat");
  return found;
}

const at = (...viewers: readonly Viewer[]) =>
  viewers.map((viewer) => `@[${viewer.name}](seat:${seat(viewer)})`).join(" ");
const stored = (id: string) =>
  s.site.database.read.sqlite
    .prepare<[string], string>("SELECT member_id FROM mentions WHERE annotation_id = ? ORDER BY member_id")
    .pluck()
    .all(id);
const lastTold = () => {
  const event = s.told.at(-1);
  return event !== undefined && "mentioned" in event ? event.mentioned : null;
};

describe("mentions", () => {
  it("name the members who sit where the note stands, each once, never its author", async () => {
    const id = await s.publish(s.ada, { body: `${at(s.ben, s.teacher, s.ben, s.ada)} hello` });
    expect(lastTold()).toEqual([s.ben.id, s.teacher.id].sort());
    expect(stored(id)).toEqual([s.ben.id, s.teacher.id].sort());
    await s.reply(s.ben, id, { body: at(s.ada) });
    expect(lastTold()).toEqual([s.ada.id]);
  });

  it("follow the newest body, and an edit tells of new names only", async () => {
    const id = await s.publish(s.ada, { body: at(s.ben) });
    await s.edit(s.ada, id, at(s.ben, s.teacher), 1);
    expect(lastTold()).toEqual([s.teacher.id]);
    await s.edit(s.ada, id, "nobody", 2);
    expect(stored(id)).toEqual([]);
    await s.edit(s.ada, id, `\`${at(s.ben)}\``, 3);
    expect(stored(id)).toEqual([]);
  });

  it("in what is held are told once a person publishes it, and not before", async () => {
    await addRule(s, { kind: "words", words: ["idiot"] });
    const id = await s.publish(s.ada, { body: `${at(s.ben)} idiot` });
    expect(s.told).toEqual([]);
    const decision = { note: id, verb: "publish", reason: "other", toAuthor: "", toStaff: "", version: 1 } as const;
    await s.site.moderation.decide(s.teacher, decision);
    expect(s.told[0]).toMatchObject({ kind: "published", mentioned: [s.ben.id] });
  });

  it("of an edit that nobody sees tell nobody", async () => {
    const id = await s.publish(s.ada);
    await s.act(s.teacher, "hide", id);
    await s.edit(s.ada, id, at(s.ben), 2);
    expect(lastTold()).toEqual([]);
    expect(stored(id)).toEqual([s.ben.id]);
  });

  it("name nobody by a forged, foreign or closed seat", async () => {
    const left = await s.site.addMember(s.group, "Lea", "member");
    const named = at(left);
    await s.site.writer.transact((store) =>
      store.audiences.dismiss({ groupId: s.group, memberId: left.id, now: s.site.time.now }),
    );
    const bodies = [
      at(s.stranger),
      named,
      `@[Ben](seat:${seat(s.ben, "desk")})`,
      `@[Tea](seat:${seat(s.teacher, "staff")})`,
      `@[Ben](seat:${s.site.newId()})`,
      `@[Ben](seat:${s.ben.id})`,
      `@[Ben](note:${seat(s.ben)})`,
      `[Ben](seat:${seat(s.ben)})`,
      `@Ben seat:${seat(s.ben)}`,
    ];
    for (const body of bodies) {
      const id = await s.publish(s.ada, { body });
      expect({ body, named: stored(id) }).toEqual({ body, named: [] });
    }
  });

  it("name nobody who cannot see the thread", async () => {
    const own = await s.publish(s.ada, { placement: "me", body: `${at(s.ben)} @[Me](seat:${seat(s.ada, "desk")})` });
    expect(stored(own)).toEqual([]);
    const note = await s.publish(s.ada);
    const aside = await s.reply(s.teacher, note, { privately: true, body: at(s.ada, s.ben) });
    expect(stored(aside)).toEqual([s.ada.id]);
    const moderator = await s.site.addMember(s.group, "Mo", "moderator");
    await s.reply(s.ada, aside, { body: at(moderator, s.ben, s.teacher) });
    expect(lastTold()).toEqual([moderator.id, s.teacher.id].sort());
  });

  it("are looked up for a hundred seats at most", async () => {
    const others = Array.from({ length: 120 }, () => `@[X](seat:${s.site.newId()})`).join(" ");
    const id = await s.publish(s.ada, { body: `${others} ${at(s.ben)}` });
    expect(stored(id)).toEqual([]);
  });
});
