/** Promise: what a group decided about notes before they are published holds for every way in, and nothing a client says turns it off. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSeminar, type Seminar } from "../annotations/test-seminar.ts";
import { publishCommand } from "../test-site.ts";
import { verify } from "../verification.ts";
import { addCheck, addPolicy, addRule } from "./test-rules.ts";

let s: Seminar;
beforeEach(async () => {
  s = await openSeminar();
});
afterEach(() => s.site.close());

const words = (list: readonly string[] = ["idiot"]) => ({ kind: "words", words: list }) as const;
const note = (id: string) => s.site.read.annotations.find(id);
const rows = () => s.site.read.record.list({}, 100);
const item = (id: string) => s.site.read.queue.openOf("note", id);
const rooms = async (viewer: Seminar["ada"], id: string) => Object.keys(await s.records(viewer, id)).sort();

describe("a note that meets a rule", () => {
  it("is held: its author and staff see it, readers do not, and the record and the queue say why", async () => {
    const rule = await addRule(s, words());
    const id = await s.publish(s.ada, { body: "What an 1d1öt!" });
    expect(await note(id)).toMatchObject({ status: "held", version: 1 });
    expect([await rooms(s.ada, id), await rooms(s.ben, id), await rooms(s.teacher, id)]).toEqual([
      ["desk"],
      [],
      ["staff"],
    ]);
    const revision = await s.site.read.annotations.newestBody(id);
    expect(await rows()).toMatchObject([{ verb: "note.hold", actor: null, actorRole: "system", revision }]);
    expect(await s.site.read.ruleHits.ofRevision(revision ?? "")).toMatchObject([
      { ruleId: rule, ruleVersion: 1, held: true, failed: false, places: [{ start: 8, end: 13 }] },
    ]);
    const signals = await s.site.read.queue.signals((await item(id))?.id ?? "");
    expect(signals.map(({ kind, sourceId }) => [kind, sourceId])).toEqual([["rule", rule]]);
    expect(s.told).toEqual([]);
  });

  it("is news to everybody once a person publishes it", async () => {
    await addRule(s, words());
    const id = await s.publish(s.ada, { body: "idiot" });
    await s.site.moderation.decide(s.teacher, decision(id, "publish", 1));
    expect([await rooms(s.ben, id), s.told.map(({ kind }) => kind)]).toEqual([["reading"], ["published", "decided"]]);
    expect(await item(id)).toBeNull();
    const [counts] = await s.site.read.ruleHits.counts(s.group);
    expect(counts).toMatchObject({ hits: 1, held: 1, overturned: 1, confirmed: 0 });
  });

  it("is refused with the kind of the rule, never with the word; nothing is stored of it but the attempt", async () => {
    await addRule(s, words(), { action: "refuse" });
    const refused = s.publish(s.ada, { body: "idiot" });
    await expect(refused).rejects.toMatchObject({ code: "invalid", sentence: expect.not.stringContaining("idiot") });
    const count = (table: string) => s.site.database.read.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect([count("annotations"), count("rule_attempts"), count("decisions")]).toEqual([0, 1, 0]);
  });

  it("is marked and published where the rule only marks", async () => {
    await addRule(s, words(), { action: "tag" });
    const id = await s.publish(s.ada, { body: "idiot" });
    expect(await note(id)).toMatchObject({ status: "published" });
    expect(await item(id)).toMatchObject({ state: "open", priority: 0.5 });
  });

  it("finds all rules that it meets in what is kept, whichever decides", async () => {
    for (const action of ["tag", "hold"] as const) await addRule(s, words(), { action });
    await addRule(s, { kind: "links", denied: ["evil.example"], allowed: [], others: false, onlyNew: false });
    await addRule(s, { kind: "expressions", expressions: ["\\bidi"], whenItFails: "hold" }, { action: "tag" });
    const id = await s.publish(s.ada, { body: "idiot https://evil.example" });
    const kept = await s.site.read.ruleHits.ofNotes([id]);
    expect(kept.map(({ kind, action, held }) => [kind, action, held]).toSorted()).toEqual(
      [
        ["words", "tag", false],
        ["words", "hold", true],
        ["links", "hold", true],
        ["expressions", "tag", false],
      ].toSorted(),
    );
  });

  it("is looked at in its tags and in replies as well", async () => {
    await addRule(s, words());
    const tagged = await s.publish(s.ada, { body: "fine", tags: ["Idiot"] });
    const root = await s.publish(s.ben);
    const reply = await s.reply(s.ada, root, { body: "idiot" });
    expect([(await note(tagged))?.status, (await note(reply))?.status]).toEqual(["held", "held"]);
  });
});

describe("passes by", () => {
  it("what somebody writes for themselves, and what staff and a member say to each other", async () => {
    await addRule(s, words());
    await addPolicy(s);
    const own = await s.publish(s.ada, { body: "idiot", placement: "me" });
    const root = await s.publish(s.teacher, { body: "Question" });
    expect([(await note(own))?.status, (await note(root))?.status]).toEqual(["published", "published"]);
  });

  it("staff, whose hits are kept all the same", async () => {
    await addRule(s, words(), { action: "refuse" });
    const id = await s.publish(s.teacher, { body: "The word idiot comes from Greek." });
    expect(await note(id)).toMatchObject({ status: "published" });
    expect(await s.site.read.ruleHits.ofNotes([id])).toMatchObject([{ action: "refuse", held: false }]);
    expect(await item(id)).toBeNull();
  });

  it("a highlight without words, also where notes need approval", async () => {
    await addPolicy(s);
    const id = await s.publish(s.ada, { motivation: "highlighting", body: "" });
    expect(await note(id)).toMatchObject({ status: "published" });
  });
});

describe("a nudge", () => {
  it("comes before anything is stored; the same words again are taken, others are nudged again", async () => {
    await addRule(s, words(), { action: "nudge" });
    const command = publishCommand(s.text, s.site.newId(), { body: "idiot" });
    await expect(s.run(s.ada, command)).rejects.toMatchObject({ code: "nudged" });
    expect(await note(command.id)).toBeNull();
    await expect(s.run(s.ada, { ...command, body: "you idiot", nudged: true })).rejects.toMatchObject({
      code: "nudged",
    });
    await s.run(s.ada, { ...command, nudged: true });
    expect(await note(command.id)).toMatchObject({ status: "published" });
  });

  it("is not skipped by saying that it was there", async () => {
    await addRule(s, words(), { action: "nudge" });
    const command = publishCommand(s.text, s.site.newId(), { body: "idiot", nudged: true });
    await expect(s.run(s.ada, command)).rejects.toMatchObject({ code: "nudged" });
  });

  it("can hold what is sent again", async () => {
    await addRule(s, words(), { action: "nudge", thenHold: true });
    const command = publishCommand(s.text, s.site.newId(), { body: "idiot" });
    await expect(s.run(s.ada, command)).rejects.toMatchObject({ code: "nudged" });
    await s.run(s.ada, { ...command, nudged: true });
    expect(await note(command.id)).toMatchObject({ status: "held" });
  });
});

describe("an edit", () => {
  it("that hits a banned word waits, with exactly one row of the record, about the new revision", async () => {
    const id = await s.publish(s.ada, { body: "Good words" });
    const first = await s.site.read.annotations.newestBody(id);
    await addRule(s, words());
    await s.edit(s.ada, id, "You idiot", 1);
    const made = await rows();
    expect(made).toMatchObject([{ verb: "note.hold", actor: null, before: { version: 1 }, after: { version: 2 } }]);
    const { revision } = made[0] ?? { revision: null };
    expect(revision).not.toBe(first);
    expect(await s.site.read.ruleHits.ofRevision(revision ?? "")).toHaveLength(1);
    expect((await s.records(s.ben, id)).reading).toMatchObject({ body: "Good words", status: "published" });
    expect(JSON.stringify(await s.records(s.ben, id))).not.toContain("idiot");
    expect((await s.records(s.ada, id)).desk).toMatchObject({ body: "You idiot", waiting: "waiting" });
    expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
  });

  it("of a note that waits makes one row about the new revision", async () => {
    await addRule(s, words());
    const id = await s.publish(s.ada, { body: "idiot" });
    await s.edit(s.ada, id, "you idiot", 1);
    const revision = await s.site.read.annotations.newestBody(id);
    expect((await rows()).filter((row) => row.revision === revision)).toMatchObject([{ verb: "note.hold" }]);
    expect(await note(id)).toMatchObject({ status: "held", body: "you idiot" });
  });

  it("is refused as a note is, and the words before it stay", async () => {
    const id = await s.publish(s.ada, { body: "Good words" });
    await addRule(s, words(), { action: "refuse" });
    await expect(s.edit(s.ada, id, "idiot", 1)).rejects.toMatchObject({ code: "invalid" });
    expect(await note(id)).toMatchObject({ body: "Good words", version: 1 });
  });

  it("of an approved note, where notes need approval, waits until it is approved as well", async () => {
    await addPolicy(s);
    const id = await s.publish(s.ada, { body: "First" });
    await s.site.moderation.decide(s.teacher, decision(id, "publish", 1));
    const { version } = await s.edit(s.ada, id, "Second", 2);
    expect((await s.records(s.ben, id)).reading).toMatchObject({ body: "First" });
    expect(await s.site.annotations.history(s.ben, id)).toHaveLength(1);
    await s.site.moderation.decide(s.teacher, decision(id, "publish", version));
    expect((await s.records(s.ben, id)).reading).toMatchObject({ body: "Second", edited: s.site.time.now });
    expect((await s.records(s.ada, id)).desk).toBeUndefined();
    expect(await item(id)).toBeNull();
  });

  it.each(["remove", "revise"] as const)(
    "that is declined by %s leaves the note as it was, and can be taken back",
    async (verb) => {
      await addPolicy(s);
      const id = await s.publish(s.ada, { body: "First" });
      await s.site.moderation.decide(s.teacher, decision(id, "publish", 1));
      await s.edit(s.ada, id, "Second", 2);
      const declined = await s.site.moderation.decide(s.teacher, decision(id, verb, 3));
      expect((await s.records(s.ben, id)).reading).toMatchObject({ body: "First", status: "published" });
      expect((await s.records(s.ada, id)).desk).toMatchObject({ body: "Second", waiting: "declined" });
      await s.site.moderation.undo(s.teacher, declined.decision ?? 0);
      expect((await s.records(s.ada, id)).desk).toMatchObject({ waiting: "waiting" });
      const taken = await s.site.moderation.decide(s.teacher, decision(id, "publish", 5));
      await s.site.moderation.undo(s.teacher, taken.decision ?? 0);
      expect((await s.records(s.ben, id)).reading).toMatchObject({ body: "First" });
      expect((await s.records(s.ada, id)).desk).toMatchObject({ body: "Second", waiting: "waiting" });
      expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
    },
  );

  it("that its author takes back leaves nothing waiting", async () => {
    const id = await s.publish(s.ada, { body: "Good words" });
    await addRule(s, words());
    await s.edit(s.ada, id, "idiot", 1);
    await s.edit(s.ada, id, "Good words", 2);
    expect((await s.records(s.ada, id)).desk).toBeUndefined();
    expect(await item(id)).toBeNull();
  });
});

describe("a check that cannot be made", () => {
  const catastrophic = { kind: "expressions", expressions: ["^(a+)+$"] } as const;
  const trap = { body: `${"a".repeat(40)}!` };

  it.each([
    ["hold", "held"],
    ["allow", "published"],
  ] as const)("of an expression is what the group chose: %s", async (whenItFails, status) => {
    await addRule(s, { ...catastrophic, whenItFails });
    const id = await s.publish(s.ada, trap);
    expect(await note(id)).toMatchObject({ status });
    expect(await s.site.read.ruleHits.ofNotes([id])).toMatchObject([{ kind: "expressions", failed: true }]);
  });

  it.each([
    ["hold", "held"],
    ["allow", "published"],
  ] as const)("outside is what the group chose: %s", async (whenItFails, status) => {
    await addCheck(s, { whenItFails });
    const id = await s.publish(s.ada);
    expect(await note(id)).toMatchObject({ status });
    expect(await s.site.read.ruleHits.ofNotes([id])).toMatchObject([{ kind: "outside", failed: true }]);
    expect(await s.site.read.outsideChecks.find(s.group)).toMatchObject({
      failure: "address",
      failedAt: s.site.time.now,
    });
  });
});

it("nothing a client adds to a command turns a check off", async () => {
  await addRule(s, words());
  const extra = { status: "published", isStaff: true, findings: { hits: [] }, rules: [], verdict: "published" };
  const command = { ...publishCommand(s.text, s.site.newId(), { body: "idiot", nudged: true }), ...extra };
  await s.run(s.ada, command);
  expect(await note(command.id)).toMatchObject({ status: "held" });
});

it("the same command twice is one note, one hit, and one row", async () => {
  await addRule(s, words());
  const command = publishCommand(s.text, s.site.newId(), { body: "idiot" });
  const [first, second] = [await s.run(s.ada, command), await s.run(s.ada, command)];
  expect(second).toEqual(first);
  expect(await rows()).toHaveLength(1);
});

describe("rules that ask for what was before", () => {
  it("repetition: of oneself and of others, not of what was deleted", async () => {
    await addRule(s, { kind: "repetition", last: 5, inGroup: true, alike: 0.8 });
    const body = "The wall at the end of the garden stood there before all of us";
    const first = await s.publish(s.ada, { body });
    const [own, other] = [await s.publish(s.ada, { body: body.toUpperCase() }), await s.publish(s.ben, { body })];
    expect([(await note(own))?.status, (await note(other))?.status]).toEqual(["held", "held"]);
    for (const id of [first, own]) await s.act(s.ada, "delete", id);
    await s.act(s.ben, "delete", other);
    expect(await note(await s.publish(s.ada, { body }))).toMatchObject({ status: "published" });
  });

  it("rate: answers when there will be room again", async () => {
    await addRule(s, { kind: "rate", notes: 2, within: 60_000 }, { action: "refuse" });
    await s.publish(s.ada);
    s.site.time.now += 1_000;
    await s.publish(s.ada);
    await expect(s.publish(s.ada)).rejects.toMatchObject({ code: "too-many", retryAfter: 59_000 });
    await s.publish(s.ben);
    s.site.time.now += 59_000;
    await s.publish(s.ada);
  });

  it("first posts: until enough were approved by a person, or stood long enough", async () => {
    await addRule(s, { kind: "first-posts", notes: 2, aged: 1_000 });
    const first = await s.publish(s.ada);
    expect(await note(first)).toMatchObject({ status: "held" });
    await s.site.moderation.decide(s.teacher, decision(first, "publish", 1));
    const second = await s.publish(s.ada);
    expect(await note(second)).toMatchObject({ status: "held" });
    await s.site.moderation.decide(s.teacher, decision(second, "publish", 1));
    expect(await note(await s.publish(s.ada))).toMatchObject({ status: "published" });
  });
});

function decision(id: string, verb: "publish" | "remove" | "revise", version: number) {
  return { note: id, verb, reason: "other", toAuthor: "", toStaff: "", version } as const;
}
