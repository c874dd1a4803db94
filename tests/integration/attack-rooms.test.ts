/** K1–K7 on the composed server: one note from two tabs, one winner of two decisions, and rooms that only the server writes. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { closeCodes } from "#app/rooms/close-codes.ts";
import { ANNOTATIONS, type AnnotationRecord } from "#app/rooms/reading-room.ts";
import { PAGE_EPOCH } from "#app/rooms/shared-page.ts";
import { CURRENT_EPOCH } from "#db/repositories/feed.ts";
import { publishCommand } from "#server/services/test-site.ts";
import { verify } from "#server/services/verification.ts";
import { type AttackSite, act, openAttackSite, type Person, type Seminar } from "./attack-site.ts";
import { settled, type Tap, tap, wordsOf } from "./attack-taps.ts";
import { step1, varUint } from "./realtime-harness.ts";

let site: AttackSite;

beforeAll(async () => {
  site = await openAttackSite();
}, 180_000);

afterAll(() => site.close());

const roomOf = ({ text, audience }: Seminar): string => `reading/${text.id}/${audience}`;

async function watch(seminar: Seminar, ...people: readonly Person[]): Promise<readonly Tap[]> {
  const taps = await Promise.all(people.map((person) => tap(site, person, roomOf(seminar))));
  await settled(site, taps);
  return taps;
}

const noteIn = ({ doc }: Tap, id: string) => doc.getMap<AnnotationRecord | null>(ANNOTATIONS).get(id);

it("K1: an epoch that is over is refused with the one that is now, and nothing of the old copy comes back", async () => {
  const seminar = await site.seminar();
  const note = await site.note(seminar, seminar.owner, { body: "once" });
  for (const [epoch, code] of [
    ["0", 4409],
    [String(CURRENT_EPOCH - 1), 4409],
    [String(CURRENT_EPOCH + 1), 4409],
    ["", 4409],
    [`${CURRENT_EPOCH}e0`, 4409],
  ] as const) {
    const stale = await tap(site, seminar.owner, `${roomOf(seminar)}?epoch=${epoch}&v=1`);
    await expect.poll(stale.code).toBe(code);
    expect(stale.frames).toEqual([]);
  }
  const [fresh] = await watch(seminar, seminar.owner);
  expect(fresh?.doc.getMap(ANNOTATIONS).size).toBe(1);
  expect(fresh && noteIn(fresh, note)?.body).toBe("once");
});

describe("K4: exactly once", () => {
  it("from two tabs, from a reconnect, and after an answer that was lost", async () => {
    const seminar = await site.seminar();
    const ada = await site.enter(seminar, "member");
    const [reader] = await watch(seminar, seminar.owner);
    const id = site.newId();
    const command = publishCommand(seminar.text, id);
    const answers = await Promise.all(Array.from({ length: 6 }, () => site.send(seminar.text.id, command, ada)));
    answers.push(await site.send(seminar.text.id, { ...command, body: "typed again" }, ada));
    for (const answer of answers) expect([answer.status, await answer.json()]).toEqual([200, { id, version: 1 }]);
    await settled(site, reader === undefined ? [] : [reader]);
    expect(reader?.seq()).toBe(1);
    expect(reader && noteIn(reader, id)?.body).toBe(command.body);
  });

  it("an outbox that comes too late is told why, and leaves no ghost", async () => {
    const seminar = await site.seminar();
    const ada = await site.enter(seminar, "member");
    const parent = await site.note(seminar, seminar.owner);
    const [reader] = await watch(seminar, seminar.owner);
    const { groups, documents, annotations } = site.site;
    const { viewer } = seminar.owner;
    const send = async (command: object) => (await site.send(seminar.text.id, command, ada)).status;
    const late = () => publishCommand(seminar.text, site.newId(), { body: "too late" });
    const answer = () => ({ verb: "reply", id: site.newId(), document: seminar.text.id, parent, body: "too late" });

    await annotations.run(viewer, act(seminar.text, "delete", parent));
    const shut = await send(answer());
    expect([404, 423]).toContain(shut);
    await annotations.run(viewer, act(seminar.text, "undelete", parent));
    await documents.archive(viewer, seminar.text.id, true);
    expect(await send(late())).toBe(403);
    await documents.archive(viewer, seminar.text.id, false);
    await groups.archive(viewer, seminar.id, true);
    expect(await send(late())).toBe(403);
    await groups.archive(viewer, seminar.id, false);
    await groups.removeMember(viewer, seminar.id, ada.id);
    expect(await send(late())).toBe(404);
    await site.note(seminar, seminar.owner, { body: "the last word" });
    const [fresh] = await watch(seminar, seminar.owner);
    expect(fresh && wordsOf(fresh)).toContain("the last word");
    for (const one of [fresh, reader]) expect(one && wordsOf(one)).not.toContain("too late");
  });
});

describe("K6: commit, then broadcast", () => {
  it("what is rolled back reaches nobody, though it shares its batch with what is not", async () => {
    const seminar = await site.seminar();
    const readers = await watch(seminar, seminar.owner, await site.enter(seminar, "observer"));
    const room = roomOf(seminar);
    const fails = site.site.transact(async (store) => {
      const value = JSON.stringify({ body: "rolled back" });
      const { epoch, rows } = await store.feed.append(room, [{ map: ANNOTATIONS, key: site.newId(), value }]);
      store.effect({ kind: "rows", room, epoch, rows });
      throw new Error("after the rows");
    });
    const before = site.note(seminar, seminar.owner, { body: "committed" });
    await expect(fails).rejects.toThrow("after the rows");
    const id = await before;
    await settled(site, readers);
    for (const reader of readers) {
      expect(wordsOf(reader)).not.toContain("rolled back");
      expect(noteIn(reader, id)?.body).toBe("committed");
    }
    expect(readers[0]?.seq()).toBe(1);
  });

  it("two edits on one version: one is kept, the other is a conflict, and all see the winner", async () => {
    const seminar = await site.seminar();
    const ada = await site.enter(seminar, "member");
    const readers = await watch(seminar, seminar.owner, ada);
    const id = await site.note(seminar, ada);
    const edit = (body: string) => ({ verb: "edit", id, document: seminar.text.id, body, version: 1 });
    const bodies = ["left", "right", "middle"];
    const answers = await Promise.all(bodies.map((body) => site.send(seminar.text.id, edit(body), ada)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const winner = bodies[answers.findIndex(({ status }) => status === 200)];
    await settled(site, readers);
    for (const reader of readers) expect(noteIn(reader, id)).toMatchObject({ body: winner, version: 2 });
  });

  it("opposite decisions of two moderators end alike for everybody, in the rooms and in the tables", async () => {
    const seminar = await site.seminar();
    const ada = await site.enter(seminar, "member");
    const moderators = [await site.enter(seminar, "moderator"), await site.enter(seminar, "teacher")];
    const readers = await watch(seminar, ...moderators, ada, seminar.owner);
    const id = await site.note(seminar, ada);
    for (let round = 0; round < 5; round += 1) {
      const sent = (["hide", "restore", "hide", "restore"] as const).map((verb, n) =>
        site.send(seminar.text.id, act(seminar.text, verb, id), moderators[(n + round) % 2] ?? null),
      );
      for (const answer of await Promise.all(sent)) expect(answer.status).toBe(200);
    }
    await settled(site, readers);
    const { status } = (await site.site.read.annotations.find(id)) ?? {};
    for (const reader of readers)
      expect(noteIn(reader, id)?.status).toBe(status === "published" ? "published" : undefined);
    expect((await verify(site.database)).findings).toEqual([]);
  });
});

describe("K7: nobody but the server writes a room", () => {
  /** An update that a client makes: a sync message of type 2. */
  const forged = (write: (doc: Y.Doc) => void): Buffer => {
    const doc = new Y.Doc();
    doc.clientID = 1;
    write(doc);
    const update = Y.encodeStateAsUpdate(doc);
    return Buffer.from([0, 2, ...varUint(update.length), ...update]);
  };
  const forgeries: readonly (readonly [string, (id: string) => Buffer])[] = [
    ["other words under a note's id", (id) => forged((doc) => doc.getMap(ANNOTATIONS).set(id, { body: "forged" }))],
    ["a new note", () => forged((doc) => doc.getMap(ANNOTATIONS).set(site.newId(), { body: "forged" }))],
    // 13 bytes: a GC struct under the server's id at its next clock, which would silence it (Y6).
    ["a poisoned clock", () => Buffer.from([0, 2, 9, 1, 1, 1, 1, 0, ...varUint(1_000_000), 0])],
  ];
  it.each(forgeries)("%s: closed with 4422, and nobody hears of it", async (_, forge) => {
    const seminar = await site.seminar();
    const eve = await site.enter(seminar, "member");
    const [reader] = await watch(seminar, seminar.owner);
    const id = await site.note(seminar, seminar.owner, { body: "true words" });
    const before = site.contents();
    const attacker = await tap(site, eve, roomOf(seminar));
    await settled(site, [attacker]);
    attacker.send(forge(id));
    await expect.poll(attacker.code).toBe(4422);
    expect(site.contents()).toBe(before);
    const later = await site.note(seminar, seminar.owner, { body: "and more" });
    const [fresh] = await watch(seminar, eve);
    await settled(site, reader === undefined ? [] : [reader]);
    for (const one of [reader, fresh]) {
      expect(one && noteIn(one, id)?.body).toBe("true words");
      expect(one && noteIn(one, later)?.body).toBe("and more");
      expect(one && wordsOf(one)).not.toContain("forged");
    }
  });

  it("a step 2 with words in it is dropped, and its socket stays", async () => {
    const seminar = await site.seminar();
    const eve = await site.enter(seminar, "member");
    const [attacker, reader] = await watch(seminar, eve, seminar.owner);
    const frame = forged((doc) => doc.getMap(ANNOTATIONS).set(site.newId(), { body: "forged" }));
    frame[1] = 1;
    attacker?.send(frame);
    attacker?.send(step1());
    const id = await site.note(seminar, seminar.owner, { body: "and more" });
    await settled(
      site,
      [attacker, reader].flatMap((one) => one ?? []),
    );
    expect(attacker?.code()).toBeNull();
    expect(reader && noteIn(reader, id)?.body).toBe("and more");
    expect(reader && wordsOf(reader)).not.toContain("forged");
  });
});

it("the page that staff write among themselves opens for nobody else, also not by its room's name", async () => {
  const seminar = await site.seminar();
  const { text, owner } = seminar;
  const member = await site.enter(seminar, "member");
  const { room } = await site.site.together.open(owner.viewer, { text: text.id, among: "staff" });
  const codes = (person: Person) =>
    new Promise<number | "open">((resolve) => {
      const address = `${site.url.replace("http", "ws")}/collab/${room}?epoch=${PAGE_EPOCH}&v=1`;
      const ws = new WebSocket(address, { headers: { cookie: person.cookie }, origin: site.url });
      ws.once("message", () => {
        resolve("open");
        ws.close();
      });
      ws.once("close", resolve);
    });
  expect(await codes(owner)).toBe("open");
  expect(await codes(member)).toBe(closeCodes.unknown);
  await site.site.groups.setRole(owner.viewer, seminar.id, member.id, "moderator");
  expect(await codes(member)).toBe("open");
});
