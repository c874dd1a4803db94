/** Promise: staff keep the rules of their group, see what a rule would do before it does it, and every change is recorded. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RuleInput } from "#app/context/rules.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { RuleTest } from "#app/domain/moderation/rules/rule.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";
import { verify } from "./verification.ts";

let s: Seminar;
let mo: Viewer;
beforeEach(async () => {
  s = await openSeminar();
  mo = await s.site.addMember(s.group, "Mo", "moderator");
});
afterEach(() => s.site.close());

const input = (test: RuleTest, over: Partial<RuleInput> = {}): RuleInput => ({
  ...{ name: "Insults", action: "hold", thenHold: false, test },
  ...over,
});
const words = input({ kind: "words", words: ["idiot"] });
const save = (rule = words, id: string | null = null) => s.site.rules.save(mo, s.group, id, rule);
const open = (viewer = mo) => s.site.rules.open(viewer, s.group);
const policy = { kind: "approval", scope: "group", subject: "", notes: 3, aged: 0, until: null, reason: "" } as const;
const check = { url: "https://check.example/", isOn: true, timeLimit: 500, whenItFails: "hold" } as const;

describe("the rules of a group", () => {
  it("are kept in order, switched, and taken out; each change is one row with hashes, not words", async () => {
    const [first, second] = [await save(), await save(input({ kind: "length", least: 5, most: 10 }))];
    await s.site.rules.move(mo, s.group, second.id, -1);
    expect((await open()).rules.map(({ id }) => id)).toEqual([second.id, first.id]);
    await save(input({ kind: "words", words: [" SENTINEL ", "", "SENTINEL"] }), first.id);
    await s.site.rules.turn(mo, s.group, first.id, false);
    expect((await open()).rules[1]).toMatchObject({ version: 3, isOn: false, test: { words: ["SENTINEL"] } });
    await s.site.rules.retire(mo, s.group, first.id);
    expect((await open()).rules).toHaveLength(1);
    const rows = await s.site.read.record.list({ subject: { kind: "rule", id: first.id } }, 10);
    expect(rows.map(({ verb, after }) => [verb, after.version])).toEqual([
      ["rule.retire", 4],
      ["rule.save", 3],
      ["rule.save", 2],
      ["rule.save", 1],
    ]);
    expect(JSON.stringify(rows)).not.toContain("SENTINEL");
    expect((await s.site.read.rules.versions(first.id)).map(({ version }) => version)).toEqual([4, 3, 2, 1]);
    expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
  });

  it("are taken back from the record: to what they said before, back into the list, and out of it", async () => {
    const last = async () => (await s.site.read.record.list({}, 1))[0]?.seq ?? 0;
    const { id } = await save();
    const made = await last();
    await save(input({ kind: "words", words: ["other"] }), id);
    const changed = await last();
    await expect(s.site.moderation.undo(mo, made)).rejects.toMatchObject({ code: "conflict" });
    await expect(s.site.moderation.undo(s.ada, changed)).rejects.toMatchObject({ code: "forbidden" });
    await s.site.moderation.undo(mo, changed);
    expect((await open()).rules).toMatchObject([{ id, version: 3, test: { words: ["idiot"] } }]);
    await s.site.rules.retire(mo, s.group, id);
    await s.site.moderation.undo(mo, await last());
    expect((await open()).rules).toMatchObject([{ id, version: 5, isOn: true }]);
    const { id: second } = await save(input({ kind: "words", words: ["third"] }));
    await s.site.moderation.undo(mo, await last());
    expect((await open()).rules.map((rule) => rule.id)).toEqual([id]);
    expect((await s.site.read.rules.versions(second)).map(({ version }) => version)).toEqual([2, 1]);
    expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
  });

  it("count from the next note on, and no longer once they are off", async () => {
    const { id } = await save();
    const held = await s.publish(s.ada, { body: "idiot" });
    await s.site.rules.turn(mo, s.group, id, false);
    const seen = await s.publish(s.ada, { body: "idiot" });
    const status = async (note: string) => (await s.site.read.annotations.find(note))?.status;
    expect([await status(held), await status(seen)]).toEqual(["held", "published"]);
  });

  it.each<[string, RuleTest, string]>([
    [
      "an expression that cannot be read",
      { kind: "expressions", expressions: ["a", "("], whenItFails: "hold" },
      "expressions",
    ],
    ["no words", { kind: "words", words: [" "] }, "words"],
    ["too many words", { kind: "words", words: Array.from({ length: 10_001 }, (_, n) => `w${n}`) }, "words"],
    ["what is no host", { kind: "links", denied: ["a b"], allowed: [], others: false, onlyNew: false }, "denied"],
    ["a rate of none", { kind: "rate", notes: 0, within: 60_000 }, "notes"],
    ["nothing to find", { kind: "links", denied: [], allowed: [], others: false, onlyNew: false }, "denied"],
  ])("refuse %s", async (_, test, field) => {
    await expect(save(input(test))).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  it("hold 200 expressions together", async () => {
    const many = (n: number) => Array.from({ length: n }, (_, index) => `x${index}`);
    await save(input({ kind: "expressions", expressions: many(150), whenItFails: "hold" }));
    const more = save(input({ kind: "expressions", expressions: many(51), whenItFails: "hold" }));
    await expect(more).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("a rule that is tried", () => {
  it("says what it would have met, with places, and changes nothing", async () => {
    await s.publish(s.teacher, { body: "Whom does he call an idiot?" });
    await s.publish(s.ada, { body: "Nothing here" });
    const id = await s.publish(s.ada, { body: `${"far ".repeat(60)}you idi0t, ${"far ".repeat(60)}` });
    const trial = await s.site.rules.tryOut(mo, s.group, words);
    expect(trial).toMatchObject({ notes: 3, hits: 2, byStaff: 1, failed: 0 });
    const [sample] = trial.samples;
    const [place] = sample?.places ?? [];
    expect([sample?.note, sample?.excerpt.slice(place?.start, place?.end)]).toEqual([id, "idi0t"]);
    expect((await open()).rules).toEqual([]);
  });

  it("judges each note as of its own time", async () => {
    for (let n = 0; n < 3; n += 1) {
      await s.publish(s.ada, { body: "The same words over and over again here" });
      s.site.time.now += 60_000;
    }
    const repetition = input({ kind: "repetition", last: 5, inGroup: false, alike: 0.8 });
    const first = input({ kind: "first-posts", notes: 1, aged: 0 });
    expect((await s.site.rules.tryOut(mo, s.group, repetition)).hits).toBe(2);
    expect((await s.site.rules.tryOut(mo, s.group, first)).hits).toBe(1);
  });

  it("leaves private notes alone", async () => {
    await s.publish(s.ada, { body: "idiot", placement: "me" });
    expect(await s.site.rules.tryOut(mo, s.group, words)).toMatchObject({ notes: 0, hits: 0 });
  });
});

describe("policies", () => {
  it("are told to authors before they post, not to staff, and end", async () => {
    await s.site.rules.setPolicy(mo, s.group, { ...policy, reason: "Exam week" });
    const waiting = async (viewer: Viewer) => (await s.site.reading.open(viewer, s.text.id)).waiting;
    expect((await waiting(s.ada)).here).toMatchObject({ kind: "approval", scope: "group", reason: "Exam week" });
    expect((await waiting(s.teacher)).here).toEqual({ kind: "none" });
    const [set] = (await open()).policies;
    await s.site.rules.endPolicy(mo, s.group, set?.id ?? "");
    expect((await waiting(s.ada)).here).toEqual({ kind: "none" });
    expect((await s.site.read.record.list({}, 2)).map(({ verb }) => verb)).toEqual(["policy.end", "policy.set"]);
  });

  it("of a thread hold what answers there, and nothing else", async () => {
    const root = await s.publish(s.ben);
    await s.site.rules.setPolicy(mo, s.group, { ...policy, scope: "thread", subject: root });
    const [reply, note] = [await s.reply(s.ada, root), await s.publish(s.ada)];
    const status = async (id: string) => (await s.site.read.annotations.find(id))?.status;
    expect([await status(reply), await status(note)]).toEqual(["held", "published"]);
  });

  it("are taken back from the record: what was set ends, what it replaced holds again, what was ended too", async () => {
    await s.site.rules.setPolicy(mo, s.group, { ...policy, reason: "First" });
    await s.site.rules.setPolicy(mo, s.group, { ...policy, reason: "Second" });
    const held = async () => (await open()).policies.map(({ reason }) => reason);
    const last = async () => (await s.site.read.record.list({}, 1))[0]?.seq ?? 0;
    await s.site.moderation.undo(mo, await last());
    expect(await held()).toEqual(["First"]);
    await s.site.rules.endPolicy(mo, s.group, (await open()).policies[0]?.id ?? "");
    const ended = await last();
    await expect(s.site.moderation.undo(s.ada, ended)).rejects.toMatchObject({ code: "forbidden" });
    await expect(s.site.moderation.undo(s.stranger, ended)).rejects.toMatchObject({ code: "not-found" });
    await s.site.moderation.undo(mo, ended);
    expect(await held()).toEqual(["First"]);
    await expect(s.site.moderation.undo(mo, ended)).rejects.toMatchObject({ code: "conflict" });
  });

  it("of a thread are no curation of it when they are taken back", async () => {
    const root = await s.publish(s.ben);
    await s.site.rules.setPolicy(mo, s.group, { ...policy, scope: "thread", subject: root });
    await s.site.moderation.undo(mo, (await s.site.read.record.list({}, 1))[0]?.seq ?? 0);
    expect((await open()).policies).toEqual([]);
    expect((await s.site.read.annotations.find(root))?.curation).toBeNull();
  });

  it("are about what is in the group", async () => {
    const foreign = s.site.rules.setPolicy(mo, s.group, { ...policy, scope: "member", subject: s.stranger.id });
    await expect(foreign).rejects.toMatchObject({ code: "invalid" });
  });

  it("turn the live preview of what is being written off", async () => {
    const room = { kind: "reading", document: s.text.id } as const;
    const { rooms } = await s.site.reading.open(s.ada, s.text.id);
    const audience = rooms[0]?.room.split("/")[2] ?? "";
    const preview = async () => {
      const entry = await s.site.rights.enter(s.ada.id, { ...room, audience });
      return entry !== "unknown" && entry.preview;
    };
    expect(await preview()).toBe(true);
    await s.site.rules.setPolicy(mo, s.group, policy);
    expect(await preview()).toBe(false);
  });
});

describe("the check outside", () => {
  it("is for owners, shows its secret once, and lets two sign for a week", async () => {
    const owner = await s.site.addMember(s.group, "Ow", "owner");
    await expect(s.site.rules.setCheck(mo, s.group, check)).rejects.toMatchObject({ code: "forbidden" });
    const { secret } = await s.site.rules.setCheck(owner, s.group, check);
    expect(secret).toEqual(expect.any(String));
    expect(await s.site.rules.setCheck(owner, s.group, { ...check, timeLimit: 1_000 })).toEqual({ secret: null });
    const renewed = await s.site.rules.renewSecret(owner, s.group);
    const stored = await s.site.read.outsideChecks.find(s.group);
    expect(stored).toMatchObject({ secret: renewed.secret, previousSecret: secret, version: 3 });
    expect(JSON.stringify(await open(owner))).not.toContain(renewed.secret);
    expect(JSON.stringify(await s.site.read.record.list({}, 10))).not.toContain("secret of");
    await s.site.rules.dropCheck(owner, s.group);
    expect((await open(owner)).check).toBeNull();
  });

  it.each(["http://check.example", "https://check.example:8443", "https://a:b@check.example", "nothing"])(
    "is not at %s",
    async (url) => {
      const owner = await s.site.addMember(s.group, "Ow", "owner");
      const set = s.site.rules.setCheck(owner, s.group, { ...check, url });
      await expect(set).rejects.toMatchObject({ code: "invalid", fields: { url: expect.any(String) } });
    },
  );
});

it.each([
  ["a member", "ada", "forbidden"],
  ["a stranger", "stranger", "not-found"],
] as const)("nothing of it is for %s", async (_, who, code) => {
  const { id } = await save();
  const viewer = s[who];
  const { rules } = s.site;
  for (const attempt of [
    () => rules.open(viewer, s.group),
    () => rules.save(viewer, s.group, id, words),
    () => rules.tryOut(viewer, s.group, words),
    () => rules.turn(viewer, s.group, id, false),
    () => rules.move(viewer, s.group, id, 1),
    () => rules.retire(viewer, s.group, id),
    () => rules.setPolicy(viewer, s.group, policy),
    () => rules.endPolicy(viewer, s.group, id),
    () => rules.setCheck(viewer, s.group, check),
    () => rules.renewSecret(viewer, s.group),
    () => rules.dropCheck(viewer, s.group),
  ])
    await expect(attempt()).rejects.toMatchObject({ code });
});
