/** What members find in their mailboxes about what is new, and what they never find there. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import type { NewsKind } from "#app/domain/news/news.ts";
import { type Newsroom, openNewsroom, origin } from "./newsroom.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let room: Newsroom;

beforeEach(async () => {
  room = await openNewsroom();
});

afterEach(() => room.close());

const later = (milliseconds: number): Promise<Awaited<ReturnType<Newsroom["round"]>>> => {
  room.time.now += milliseconds;
  return room.round();
};

const { parse } = Date;
const at = (iso: string) => later(parse(iso) - room.time.now);

const sql = (statement: string, ...values: unknown[]) =>
  room.seminar.site.database.write.sqlite.prepare(statement).run(...values);

const choose = (member: Viewer, kind: string, frequency: string) =>
  sql("INSERT INTO letter_choices (member_id, kind, frequency) VALUES (?, ?, ?)", member.id, kind, frequency);

const muteBen = ({ ada, ben, group, site } = room.seminar) =>
  site.news.follow(ada, { kind: "member", id: ben.id, group }, "mute");

/** Ada is mentioned by Ben in a note of his. */
async function mention(
  body = "Dear @Ada, look at this.",
  kind: NewsKind = "mention",
): Promise<{ readonly note: string; readonly news: string }> {
  const { ada, ben, publish } = room.seminar;
  const note = await publish(ben, { body });
  return { note, news: await room.tell(ada, kind, note) };
}

describe("a letter at once", () => {
  it("comes two minutes after the first of its thread, with the passage, the note, the way there and the ways out", async () => {
    const { note } = await mention("Dear *reader*, see ¶1 & <b>this</b>:\n\n- one\n- two");
    expect(await later(2 * MINUTE - 1)).toEqual([]);
    const [mail, ...more] = await later(1);
    expect(more).toEqual([]);
    expect(mail?.envelope).toEqual({ from: "glossa@glossa.example.org", to: room.seminar.ada.email });
    expect(mail?.subject).toMatch(/^“.+”, ¶1 · Seminar$/);
    expect(mail?.text).toContain("> wall");
    expect(mail?.text).toContain("Ben mentioned you (26 March at 11:00):");
    expect(mail?.text).toContain("    Dear reader, see ¶1 & <b>this</b>:\n\n    - one\n    - two");
    expect(mail?.text).toContain(`Read and answer:\n${origin}/n/${note}`);
    expect(mail?.text).toContain("You get this because somebody in “Seminar” named you.");
    expect(mail?.text).toContain(`${origin}/settings/letters`);
    expect(mail?.html).toContain("<em>reader</em>");
    expect(mail?.html).toContain("&lt;b&gt;this&lt;/b&gt;");
    expect(mail?.html).toContain(`<a href="${origin}/n/${note}">Read and answer</a>`);
    expect(mail?.html).not.toMatch(/<(img|script|link|iframe)|url\(/);
  });

  it("carries the headers of a list that one press leaves, and of its thread", async () => {
    const { note } = await mention();
    const [mail] = await later(2 * MINUTE);
    const list = mail?.headers.get("list");
    expect(list).toMatchObject({
      unsubscribe: { url: expect.stringMatching(/^https:\/\/glossa\.example\.org\/letters\/[\w-]{43}$/) },
      "unsubscribe-post": { name: "List-Unsubscribe=One-Click" },
      id: { name: `${room.seminar.group.toLowerCase()}.glossa.example.org` },
    });
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail?.inReplyTo).toBe(`<${note}.thread@glossa.example.org>`);
    expect(mail?.references).toBe(`<${note}.thread@glossa.example.org>`);
    expect(mail?.replyTo?.value[0]?.address).toBe("glossa@glossa.example.org");
  });

  it("is followed by no other of its thread for half an hour; what comes meanwhile is joined", async () => {
    const { ada, ben, teacher, reply } = room.seminar;
    choose(ada, "reply", "at-once");
    const { note } = await mention();
    const [first] = await later(2 * MINUTE);
    await room.tell(ada, "reply", await reply(ben, note));
    expect(await later(5 * MINUTE)).toEqual([]);
    await room.tell(ada, "reply", await reply(teacher, note));
    expect(await later(25 * MINUTE - 1)).toEqual([]);
    const [second, ...more] = await later(1);
    expect(more).toEqual([]);
    expect(second?.text).toContain("Ben replied");
    expect(second?.text).toContain("Tea replied");
    expect(second?.subject).toBe(first?.subject);
    expect(second?.references).toBe(first?.references);
    expect(second?.messageId).not.toBe(first?.messageId);
  });

  it("of another thread is not held up", async () => {
    await mention("First");
    await later(2 * MINUTE);
    await mention("Second");
    expect(await later(2 * MINUTE)).toHaveLength(1);
  });

  it("speaks its reader's language", async () => {
    const { ada } = room.seminar;
    sql("UPDATE members SET settings = ? WHERE id = ?", JSON.stringify({ language: "de" }), ada.id);
    await mention();
    const [mail] = await later(2 * MINUTE);
    expect(mail?.text).toContain("Ben hat dich erwähnt (26. März um 11:00):");
    expect(mail?.html).toContain('<html lang="de');
  });
});

describe("a digest", () => {
  it("comes at seven in the member's morning, also on the day on which clocks change", async () => {
    const { ada, ben, publish } = room.seminar;
    choose(ada, "mention", "daily");
    await mention("Thursday");
    expect(await at("2026-03-27T05:59:59Z")).toEqual([]);
    const [friday] = await at("2026-03-27T06:00:00Z");
    expect(friday?.subject).toBe("Your day on Glossa: 1 note in Seminar");
    await room.tell(ada, "mention", await publish(ben, { body: "Friday" }));
    expect(await at("2026-03-28T05:59:59Z")).toEqual([]);
    expect(await at("2026-03-28T06:00:00Z")).toHaveLength(1);
    await room.tell(ada, "mention", await publish(ben, { body: "Saturday" }));
    await room.tell(ada, "mention", await publish(ben, { body: "Saturday, later" }));
    // Clocks go forward: seven is an hour earlier.
    expect(await at("2026-03-29T04:59:59Z")).toEqual([]);
    const [sunday, ...more] = await at("2026-03-29T05:00:00Z");
    expect(more).toEqual([]);
    expect(sunday?.subject).toBe("Your day on Glossa: 2 notes in Seminar");
    expect(sunday?.headers.get("list")).toMatchObject({ id: { name: "daily.glossa.example.org" } });
    expect(sunday?.text).toContain("No more daily letters");
  });

  it("tells of an answer as the seminar noted it", async () => {
    const { ada, ben, publish, reply } = room.seminar;
    await reply(ben, await publish(ada, { motivation: "questioning" }));
    const [mail] = await at("2026-03-27T06:00:00Z");
    expect(mail?.envelope.to).toBe(ada.email);
    expect(mail?.text).toContain("Ben replied");
    expect(mail?.text).toContain("    An answer");
  });

  it("of a week comes on Monday, and a stopped server makes up for it", async () => {
    const { ada } = room.seminar;
    choose(ada, "mention", "weekly");
    await mention();
    expect(await at("2026-03-29T20:00:00Z")).toEqual([]);
    const [mail] = await at("2026-03-30T16:00:00Z");
    expect(mail?.subject).toBe("Your week on Glossa: 1 note in Seminar");
    expect(await at("2026-04-06T16:00:00Z")).toEqual([]);
  });

  it("shows the beginning of long notes and says how many more there are", async () => {
    const { ada, ben, publish } = room.seminar;
    choose(ada, "mention", "daily");
    for (let n = 0; n < 42; n += 1) {
      await room.tell(ada, "mention", await publish(ben, { body: `${n} ${"and so on ".repeat(200)}end` }));
    }
    const [mail] = await at("2026-03-27T06:00:00Z");
    expect(mail?.subject).toContain("42 notes");
    expect(mail?.text).toContain("And 2 more notes, waiting on Glossa.");
    expect(mail?.text).not.toContain("end");
  });
});

describe("no letter", () => {
  it.each<[string, (scene: { note: string; news: string }) => unknown]>([
    ["read meanwhile", ({ news }) => sql("UPDATE notifications SET read_at = 1 WHERE id = ?", news)],
    ["not wanted", () => choose(room.seminar.ada, "mention", "never")],
    ["deleted by its author", ({ note }) => room.seminar.act(room.seminar.ben, "delete", note)],
    ["hidden", ({ note }) => room.seminar.act(room.seminar.teacher, "hide", note)],
    ["by a member whom she muted", () => muteBen()],
    ["in a group that she left", () => leave(room.seminar.ada)],
    ["in an archived group", () => sql("UPDATE groups SET archived_at = 1")],
    ["in a group that waits for deletion", () => sql("UPDATE groups SET delete_after = 9e15")],
    ["in an archived text", () => sql("UPDATE documents SET archived_at = 1")],
    ["in a text that is gone", () => sql("DELETE FROM documents")],
  ])("tells of a note that was %s", async (_, happen) => {
    await happen(await mention());
    // Its author is told that it was hidden; nobody else hears of it.
    const { ben } = room.seminar;
    const toOthers = (mails: Awaited<ReturnType<typeof later>>) =>
      mails.filter(({ envelope }) => envelope.to !== ben.email);
    expect(toOthers(await later(2 * MINUTE))).toEqual([]);
    expect(toOthers(await later(24 * HOUR))).toEqual([]);
  });

  it("tells of somebody's private note, of one's own, or a stranger of anything", async () => {
    const { ada, ben, stranger, publish } = room.seminar;
    await room.tell(ada, "mention", await publish(ben, { placement: "me", body: "Secret" }));
    await room.tell(ada, "mention", await publish(ada));
    await room.tell(stranger, "mention", await publish(ben));
    expect(await later(2 * MINUTE)).toEqual([]);
    expect(room.stored()).not.toContain("Secret");
  });

  it("quotes the passage of a note that was hidden under its answer", async () => {
    const { ada, ben, teacher, publish, reply, act } = room.seminar;
    const root = await publish(ben);
    await room.tell(ada, "mention", await reply(teacher, root));
    await act(teacher, "hide", root);
    const [mail] = await later(2 * MINUTE);
    expect(mail?.text).toContain("An answer");
    expect(mail?.text).not.toContain("> wall");
  });
});

describe("a letter that waits for the mail server", () => {
  /** Two mentions in a letter that was put off. */
  async function waiting(): Promise<readonly string[]> {
    const { ada, ben, reply } = room.seminar;
    room.mood.isBusy = true;
    // Of a kind that an edit does not take away with the name.
    const { note } = await mention("First words", "private");
    const second = await reply(ben, note);
    await room.tell(ada, "mention", second);
    expect(await later(2 * MINUTE)).toEqual([]);
    expect(room.stored()).toContain("First words");
    room.mood.isBusy = false;
    return [note, second];
  }

  it("goes as it is when nothing has happened", async () => {
    await waiting();
    expect(await later(MINUTE)).toHaveLength(1);
    expect(room.stored()).not.toContain("First words");
  });

  it("is written anew without what was muted meanwhile", async () => {
    await waiting();
    await muteBen();
    expect(await later(MINUTE)).toEqual([]);
    const [mail] = await later(MINUTE);
    expect(mail?.text).toContain("First words");
    expect(mail?.text).not.toContain("An answer");
  });

  it("is written anew without what was withdrawn", async () => {
    const [, second = ""] = await waiting();
    await room.seminar.act(room.seminar.teacher, "hide", second);
    expect(await later(MINUTE)).toEqual([]);
    const [mail, ...more] = await later(MINUTE);
    expect(more).toEqual([]);
    expect(mail?.text).toContain("First words");
    expect(mail?.text).not.toContain("An answer");
  });

  it("is written anew with the words as they are now", async () => {
    const [note = ""] = await waiting();
    room.time.now += 1;
    await room.seminar.edit(room.seminar.ben, note, "Other words", 1);
    await later(MINUTE);
    const [mail] = await later(MINUTE);
    expect(mail?.text).toContain("Other words");
    expect(mail?.text).not.toContain("First words");
  });

  it("is not sent to somebody who has left", async () => {
    await waiting();
    await leave(room.seminar.ada);
    expect(await later(MINUTE)).toEqual([]);
    expect(await later(HOUR)).toEqual([]);
    expect(room.stored()).not.toContain("First words");
  });

  it("is gone with its text", async () => {
    await waiting();
    sql("DELETE FROM documents");
    expect(room.stored()).not.toContain("First words");
  });
});

describe("C5: what people call things", () => {
  it("never begins a header of its own", async () => {
    sql("UPDATE documents SET title = ?", "The\r\nBcc: eve@example.org\u2028wall");
    sql("UPDATE groups SET name = ?", "Seminar\r\n\r\n<script>");
    sql("UPDATE members SET name = ? WHERE id = ?", "Ben\r\nX: y", room.seminar.ben.id);
    await mention();
    const [mail] = await later(2 * MINUTE);
    expect(mail?.subject).toBe("“The Bcc: eve@example.org wall”, ¶1 · Seminar <script>");
    expect(mail?.bcc).toBeUndefined();
    expect(mail?.headers.has("x")).toBe(false);
    expect(mail?.html).not.toContain("<script>");
  });
});

async function leave({ id: memberId }: Viewer): Promise<void> {
  const { site, group: groupId } = room.seminar;
  await site.writer.transact(async (store) => {
    await store.memberships.leave(groupId, memberId, room.time.now);
    await store.audiences.dismiss({ groupId, memberId, now: room.time.now });
  });
}
