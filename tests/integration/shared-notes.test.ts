/** Promise: what people write together converges, is stored before anybody sees it, and nobody is harmed by what is refused. */
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { roomName } from "#app/rooms/names.ts";
import { PAGE } from "#app/rooms/shared-page.ts";
import { eventually, type Harness, startRealtime } from "./realtime-harness.ts";
import { audienceId, documentId, groupId } from "./realtime-memory.ts";

const page = roomName({ kind: "notes", document: documentId, audience: audienceId });

type Person = { readonly doc: Y.Doc; readonly page: Y.XmlFragment; readonly provider: WebsocketProvider };

/** Somebody with a stock provider. */
function join(harness: Harness, member: string, doc = new Y.Doc()): Person {
  const cookie = harness.doorkeeper.signIn(member);
  class SignedIn extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { cookie }, origin: harness.origin });
    }
  }
  const provider = new WebsocketProvider(harness.url, page, doc, {
    disableBc: true,
    params: { epoch: "1", v: "1" },
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
  });
  onTestFinished(() => provider.destroy());
  return { doc, page: doc.getXmlFragment(PAGE), provider };
}

async function writers(...members: readonly string[]): Promise<{ harness: Harness; people: Person[] }> {
  const harness = await startRealtime();
  harness.doorkeeper.writes = true;
  const people = members.map((member) => join(harness, member));
  await eventually(() => expect(people.every(({ provider }) => provider.synced)).toBe(true));
  return { harness, people };
}

function write({ page: root, doc }: Person, words: string): void {
  doc.transact(() => {
    const block = new Y.XmlElement("paragraph");
    root.push([block]);
    block.push([new Y.XmlText(words)]);
  });
}

const textOf = ({ page: root }: Person): string => root.toString();

test("three people who write at once end with the same page, and so does who comes later", async () => {
  const { harness, people } = await writers("anna", "bert", "cara");
  for (let round = 0; round < 20; round += 1) for (const person of people) write(person, `line ${round}`);
  const late = join(harness, "dora");
  await eventually(() => {
    expect(new Set([...people, late].map(textOf)).size).toBe(1);
    expect(textOf(late).match(/line/g)?.length).toBe(60);
  });
  expect(harness.errors).toEqual([]);
});

test("nobody sees what is not stored, and its writer is told after that", async () => {
  const { harness, people } = await writers("anna", "bert");
  const [anna, bert] = people as [Person, Person];
  const store = harness.pageStore;
  let commit = (): void => undefined;
  store.hold = () =>
    new Promise((resolve) => {
      commit = resolve;
    });
  write(anna, "not yet");
  await eventually(() => expect(commit).not.toBe(undefined));
  const late = join(harness, "cara");
  await eventually(() => expect(late.provider.wsconnected).toBe(true));
  expect(textOf(bert)).toBe("");
  expect(late.provider.synced).toBe(false);
  await eventually(() => {
    commit();
    expect(textOf(bert)).toContain("not yet");
    expect(textOf(late)).toContain("not yet");
  });
  expect(store.updates).toHaveLength(1);
});

test("who was away brings what was written meanwhile, also under the ids of earlier visits", async () => {
  const { people, harness } = await writers("anna", "bert");
  const [anna, bert] = people as [Person, Person];
  write(anna, "first");
  await eventually(() => expect(textOf(bert)).toContain("first"));
  anna.provider.disconnect();
  write(anna, "in the train");
  write(bert, "at the table");
  const later = new Y.Doc();
  Y.applyUpdate(later, Y.encodeStateAsUpdate(anna.doc));
  const again = join(harness, "anna", later);
  write(again, "second visit");
  await eventually(() => {
    expect(textOf(again)).toBe(textOf(bert));
    for (const words of ["first", "in the train", "at the table", "second visit"])
      expect(textOf(bert)).toContain(words);
  });
});

test("an observer reads and does not write", async () => {
  const { harness, people } = await writers("anna");
  write(people[0] as Person, "words");
  harness.doorkeeper.writes = false;
  const observer = join(harness, "otto");
  await eventually(() => expect(textOf(observer)).toContain("words"));
  const closed = new Promise<number>((resolve) => {
    observer.provider.on("closed", ({ code }) => resolve(code));
  });
  write(observer, "mine");
  expect(await closed).toBe(4422);
  expect(textOf(people[0] as Person)).not.toContain("mine");
});

const attacks: readonly [name: string, bytes: (anna: Person) => Uint8Array, code: number, reason: string][] = [
  ["Y6: a struct under the next clock of somebody else", poison, 4409, "foreign"],
  ["a frame that declares 30 million structs", () => Uint8Array.of(1, 255, 255, 255, 14, 5, 0), 4422, "malformed"],
  ["a root that no page has", () => updateOf((doc) => doc.getMap("evil").set("a", 1)), 4422, "shape"],
  ["an update that is none", () => Uint8Array.of(9, 9, 9), 4422, "malformed"],
  ["more than an update may hold", () => new Uint8Array(1024 * 1024 + 1), 4413, "too-large"],
];

test.each(attacks)("%s is refused without harm to others, and recorded", async (_, bytes, code, reason) => {
  const { harness, people } = await writers("anna", "bert");
  const [anna, bert] = people as [Person, Person];
  write(anna, "before");
  await eventually(() => expect(textOf(bert)).toContain("before"));
  const mallory = harness.socket(`${page}?epoch=1&v=1`, { cookie: harness.doorkeeper.signIn("mallory") });
  await once(mallory.ws, "open");
  mallory.ws.send(frame(bytes(anna)));
  expect((await mallory.closed).code).toBe(code);
  write(anna, "after");
  await eventually(() => expect(textOf(bert)).toContain("after"));
  expect(textOf(bert)).toBe(textOf(anna));
  expect(harness.pageStore.refusals).toEqual([expect.objectContaining({ member: "mallory", reason })]);
  expect(harness.errors).toEqual([]);
});

test("rights that go close the page to a writer, and what stood in line is not let in", async () => {
  const { harness, people } = await writers("anna", "bert");
  const [anna, bert] = people as [Person, Person];
  write(anna, "before");
  await eventually(() => expect(textOf(bert)).toContain("before"));
  harness.doorkeeper.banned.add("anna");
  harness.realtime.recheck({ kind: "rights", groups: [groupId] });
  write(anna, "too late");
  write(bert, "still here");
  await eventually(() => expect(anna.provider.shouldConnect).toBe(false));
  await eventually(() => expect(harness.pageStore.updates.length).toBe(2));
  expect(textOf(bert)).not.toContain("too late");
});

test("identity in presence is the server's, and nobody speaks for another", async () => {
  const { people } = await writers("anna", "bert");
  const [anna, bert] = people as [Person, Person];
  const forged = { seat: "seat-of-bert", user: { seat: "seat-of-bert", name: "Dean" }, cursor: null };
  anna.provider.awareness.setLocalState(forged);
  await eventually(() => {
    const seen = bert.provider.awareness.getStates().get(anna.doc.clientID);
    expect(seen).toEqual({ cursor: null, seat: "seat-of-anna", user: { seat: "seat-of-anna" } });
  });
});

function poison(anna: Person): Uint8Array {
  const clock = Y.getState(anna.doc.store, anna.doc.clientID);
  return Uint8Array.from([1, 1, ...varUint(anna.doc.clientID), ...varUint(clock), 0, ...varUint(1_000_000), 0]);
}

function updateOf(work: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  work(doc);
  return Y.encodeStateAsUpdate(doc);
}

function frame(update: Uint8Array): Buffer {
  return Buffer.from([0, 2, ...varUint(update.length), ...update]);
}

function varUint(value: number): number[] {
  return value < 128 ? [value] : [128 | (value % 128), ...varUint(Math.floor(value / 128))];
}
