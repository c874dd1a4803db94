import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import type { NoteVerb } from "#app/domain/moderation/verb.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";
import { raise } from "./moderation/raise.ts";
import { verify } from "./verification.ts";

let s: Seminar;
let mo: Viewer;

beforeEach(async () => {
  s = await openSeminar();
  mo = await s.site.addMember(s.group, "Mo", "moderator");
});

afterEach(async () => {
  await s.site.close();
});

const said = { reason: "attack", toAuthor: "Argue with the sentence.", toStaff: "" } as const;
const decide = (viewer: Viewer, note: string, verb: NoteVerb, version = 1) =>
  s.site.moderation.decide(viewer, { note, verb, version, ...said });
const status = async (id: string) => (await s.site.read.annotations.find(id))?.status;
const rows = () => s.site.read.record.list({}, 100);
const sound = async () => expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });

/** A report on the note, with its item in the queue. */
async function report(id: string): Promise<string> {
  return s.site.writer.transact(async (store) => {
    const [now, newId] = [s.site.time.now, s.site.newId];
    const target = { kind: "note", id } as const;
    const row = { groupId: s.group, targetKind: "note", targetId: id, revisionId: "", reporterId: s.ben.id } as const;
    const open = { state: "open", createdAt: now, settledAt: null, settledBy: null } as const;
    const source = newId();
    await store.reports.insert({ id: source, ...row, reason: "attack", words: "", ...open });
    const signal = { kind: "report", source, reason: "attack", weight: 1 } as const;
    return raise(
      { store, now, newId },
      { group: s.group, document: s.text.id, target, member: s.ada.id, signal, isHeld: false },
    );
  });
}

describe("a decision", () => {
  it("changes the note, what everybody sees, and the record, all at once", async () => {
    const id = await s.publish(s.ada, { body: "SENTINEL" });
    const { decision } = await decide(mo, id, "remove");
    expect(await status(id)).toBe("removed");
    expect((await s.records(s.ben, id)).reading).toBeUndefined();
    expect((await s.records(s.ada, id)).desk).toMatchObject({ body: "SENTINEL", status: "removed" });
    const [row] = await rows();
    expect(row).toMatchObject({ seq: decision, verb: "note.remove", actor: mo.id, actorRole: "moderator" });
    expect(row).toMatchObject({
      before: { status: "published", version: 1 },
      after: { status: "removed", version: 2 },
    });
    expect(JSON.stringify(row)).not.toContain("SENTINEL");
    expect(await s.site.read.record.words(row?.id ?? "")).toEqual({ toAuthor: said.toAuthor, toStaff: "" });
    await sound();
  });

  it("is made once: by two who agree, and by one who clicks twice", async () => {
    const id = await s.publish(s.ada);
    await decide(mo, id, "remove");
    expect(await decide(s.teacher, id, "remove")).toEqual({ decision: null });
    expect(await decide(mo, id, "remove", 2)).toEqual({ decision: null });
    expect((await rows()).length).toBe(1);
  });

  it("of the slower of two who disagree is refused, and names the faster", async () => {
    const id = await s.publish(s.ada);
    await decide(mo, id, "remove");
    const refused = decide(s.teacher, id, "publish");
    await expect(refused).rejects.toMatchObject({ code: "conflict", sentence: expect.stringContaining("Mo") });
    expect(await status(id)).toBe("removed");
  });

  it("about words that were changed since is refused", async () => {
    const id = await s.publish(s.ada);
    await s.edit(s.ada, id, "Better words", 1);
    await expect(decide(mo, id, "remove")).rejects.toMatchObject({ code: "conflict" });
    expect(await status(id)).toBe("published");
  });

  it("needs a reason where the author is to be told one", async () => {
    const id = await s.publish(s.ada);
    const silent = { note: id, verb: "remove", version: 1, ...said, reason: null } as const;
    await expect(s.site.moderation.decide(mo, silent)).rejects.toMatchObject({ code: "invalid" });
  });

  it.each([
    ["an equal", "teacher", "forbidden"],
    ["another member", "ben", "forbidden"],
    ["a stranger", "stranger", "not-found"],
  ] as const)("is not for %s", async (_, who, code) => {
    const id = await s.publish(s.teacher);
    await expect(decide(s[who], id, "hide")).rejects.toMatchObject({ code });
    expect(await rows()).toEqual([]);
  });

  it("to erase is for owners, and leaves no word", async () => {
    const id = await s.publish(s.ada, { body: "SENTINEL" });
    await expect(decide(mo, id, "redact")).rejects.toMatchObject({ code: "forbidden" });
    const owner = await s.site.addMember(s.group, "Ow", "owner");
    await decide(owner, id, "redact");
    const bodies = s.site.database.read.sqlite.prepare("SELECT count(*) FROM annotation_revisions").pluck().get();
    expect([await status(id), bodies]).toEqual(["redacted", 0]);
    await sound();
  });

  it("closes the item and settles the reports", async () => {
    const id = await s.publish(s.ada);
    const item = await report(id);
    await decide(mo, id, "remove");
    expect(await s.site.read.queue.find(item)).toMatchObject({ state: "done" });
    expect((await s.site.read.reports.about("note", id)).map(({ state }) => state)).toEqual(["upheld"]);
  });
});

describe("taking back", () => {
  it("restores the note, its reports and its item, with a row of its own", async () => {
    const id = await s.publish(s.ada);
    const item = await report(id);
    const { decision } = await decide(mo, id, "remove");
    await s.site.moderation.undo(mo, decision ?? 0);
    expect(await status(id)).toBe("published");
    expect((await s.records(s.ben, id)).reading).toMatchObject({ status: "published" });
    expect(await s.site.read.queue.find(item)).toMatchObject({ state: "open" });
    expect((await s.site.read.reports.about("note", id))[0]).toMatchObject({ state: "open", settledBy: null });
    expect((await rows())[0]).toMatchObject({ undoes: decision, before: { status: "removed" } });
    await sound();
  });

  it("works once, and not past a later decision", async () => {
    const id = await s.publish(s.ada);
    const first = (await decide(mo, id, "hide")).decision ?? 0;
    const second = (await decide(mo, id, "remove", 2)).decision ?? 0;
    await expect(s.site.moderation.undo(mo, first)).rejects.toMatchObject({ code: "conflict" });
    await s.site.moderation.undo(s.teacher, second);
    expect(await status(id)).toBe("hidden");
    await expect(s.site.moderation.undo(s.teacher, second)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is not for its author", async () => {
    const id = await s.publish(s.ada);
    const { decision } = await decide(mo, id, "remove");
    await expect(s.site.moderation.undo(s.ada, decision ?? 0)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the record", () => {
  it("says what authors do to their own", async () => {
    const id = await s.publish(s.ada);
    await s.act(s.ada, "delete", id);
    await s.act(s.ada, "undelete", id);
    expect((await rows()).map(({ verb, actorRole }) => [verb, actorRole])).toEqual([
      ["note.undelete", "author"],
      ["note.delete", "author"],
    ]);
  });

  it("refuses to be changed, and shows when it was", async () => {
    const id = await s.publish(s.ada);
    for (const [verb, version] of [
      ["hide", 1],
      ["restore", 2],
      ["remove", 3],
    ] as const)
      await decide(mo, id, verb, version);
    const { sqlite } = s.site.database.write;
    expect(() => sqlite.exec("UPDATE decisions SET reason = 'spam'")).toThrow("not changed");
    expect(() => sqlite.exec("DELETE FROM decisions")).toThrow("not changed");
    sqlite.exec("DROP TRIGGER decisions_never_change; DROP TRIGGER decisions_never_go");
    sqlite.exec("UPDATE decisions SET reason = 'spam' WHERE seq = 2");
    expect((await verify(s.site.database.read)).findings).toEqual([
      "Decision 2 of the record was changed after it was made.",
    ]);
    sqlite.exec("DELETE FROM decisions WHERE seq = 2");
    expect((await verify(s.site.database.read)).findings).toEqual(["The record has no decision 2."]);
  });
});
