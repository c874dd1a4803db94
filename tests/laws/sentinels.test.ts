/**
 * No word travels to anybody who may not read it then. Every body holds a sentinel of its own; random people write, edit,
 * delete, decide about each other and keep to themselves, come, go and change roles, while every frame of every socket and every answer of
 * the server is kept and searched: private, hidden, deleted and superseded words included.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Role } from "#app/domain/group/group.ts";
import {
  type AttackSite,
  openAttackSite,
  type Person,
  type Seminar,
  type Sender,
} from "#tests/integration/attack-site.ts";
import { settled, type Tap, tap } from "#tests/integration/attack-taps.ts";
import { type DecisionVerb, decideIn, staffWords, strayStatuses } from "./decision-deeds.ts";
import { courtWords, holdCourt, RUDE, reportIn } from "./other-deeds.ts";
import { cast, type Deed, type Turn, turn } from "./random-turns.ts";
import { visibleTo } from "./visibility-oracle.ts";
import { PAGES, pagesOf } from "./ways-out.ts";

const RUNS = Number(process.env.RUNS ?? 4);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const limit = 120_000 + RUNS * 20_000;

/** A word as no text has it; the search index and the frames keep it whole. */
const sentinel = /zq\d{7}qz/g;

let site: AttackSite;

beforeAll(async () => {
  site = await openAttackSite();
}, 180_000);

afterAll(() => site.close());

it(`reaches nobody who may not read it (SEED=${SEED}, RUNS=${RUNS})`, { timeout: limit }, async () => {
  let heard = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 6, maxLength: 12 }), async (turns) => {
      const world = await World.open();
      try {
        for (const one of turns) await world.take(one);
        await world.lookEverywhere();
        expect(strayStatuses(site.database.sqlite)).toEqual([]);
        heard += world.heard;
      } finally {
        world.close();
      }
    }),
    // A smaller world would take longer to look for than this one to understand.
    { numRuns: RUNS, seed: SEED, endOnFailure: true, interruptAfterTimeLimit: limit - 60_000 },
  );
  // A net that caught nothing at all would have a hole.
  expect(heard).toBeGreaterThan(RUNS * 20);
});

type Receiver = { readonly name: string; readonly sender: Sender };

class World {
  /** Words that arrived, counted. */
  heard = 0;
  readonly #notes: { readonly id: string; readonly by: Person }[] = [];
  readonly #taps = new Map<Receiver, Tap[]>();
  /** Who may read which words: before and after what is happening now. */
  #before = new Map<Receiver, ReadonlySet<string>>();
  /** What arrived since everything was last at rest. */
  #arrived: { readonly to: Receiver; readonly from: string; readonly words: readonly string[] }[] = [];
  #sentinels = 0;

  private constructor(
    private readonly seminar: Seminar,
    private readonly people: readonly Person[],
    private readonly receivers: readonly Receiver[],
    /** Every first note for everyone stands in it, whatever becomes of that note. */
    private readonly collection: string,
  ) {}

  static async open(): Promise<World> {
    const seminar = await site.seminar();
    const people: Person[] = [];
    for (const role of cast) people.push(await site.enter(seminar, role));
    const outsider = (await site.seminar()).owner;
    const named = people.map((sender, n) => ({ name: `${cast[n]} ${n}`, sender }));
    const outside = [
      { name: "outsider", sender: outsider },
      { name: "nobody", sender: null },
    ];
    const asked = { id: site.newId(), title: "All of it", description: "", isShown: true };
    const collection = await site.site.collections.create(seminar.owner.viewer, seminar.id, asked);
    const world = new World(seminar, people, [...named, ...outside], collection.id);
    for (const receiver of world.receivers) await world.#come(receiver);
    // Something to decide about from the first turn on.
    for (const verb of ["publish", "private", "publish"] as const) {
      await Promise.all([1, 2, 3].map((who) => world.#do({ verb, who, which: 0 }, new Set())));
    }
    await world.#rest();
    return world;
  }

  async take({ deeds, looks, comes, change, court }: Turn): Promise<void> {
    if (change !== null) await this.#change(change.who, change.role);
    if (court !== null) await this.#court(court);
    const touched = new Set<string>();
    const doing = deeds.map((one) => this.#do(one, touched));
    const looking = looks.map(({ who, where }) => this.#look(this.receivers[who % this.receivers.length], where));
    const receiver = this.receivers[comes];
    const coming = receiver === undefined ? [] : [this.#come(receiver)];
    await Promise.all([...doing, ...looking, ...coming]);
    await this.#rest();
    // At rest only what holds now may be said: what was edited away a moment ago is gone from every page.
    for (const { who, where } of looks) await this.#look(this.receivers[who % this.receivers.length], where);
    await this.#rest();
  }

  async lookEverywhere(): Promise<void> {
    for (const receiver of this.receivers) {
      await this.#come(receiver);
      for (let where = 0; where < PAGES; where += 1) await this.#look(receiver, where);
    }
    await this.#rest();
  }

  close(): void {
    for (const one of [...this.#taps.values()].flat()) one.close();
  }

  async #do({ verb, who, which }: Deed, touched: Set<string>): Promise<void> {
    const { text } = this.seminar;
    const person = this.people[who];
    const note = this.#notes[which % Math.max(1, this.#notes.length)];
    if (person === undefined) return;
    if (verb === "publish" || verb === "private") {
      return this.#send(person, { ...blank, verb: "publish", placement: verb === "private" ? "me" : "everyone" });
    }
    // Two deeds on one note at once would have states in between that nobody can tell afterwards.
    if (note === undefined || touched.has(note.id)) return;
    touched.add(note.id);
    const at = { document: text.id, id: note.id };
    if (isDecision(verb)) {
      return decideIn(site, { by: person, verb: decisionIn(verb), note: note.id, words: this.#words() });
    }
    if (verb === "report") return reportIn(site, { by: person, note: note.id, words: this.#words() });
    if (verb === "reply") await this.#send(person, { verb, parent: note.id });
    else if (verb === "edit") {
      const version = (await site.site.read.annotations.find(note.id))?.version ?? 1;
      await this.#post(note.by, { ...at, verb, version, body: this.#words() });
    } else await this.#post(verb === "hide" || verb === "restore" ? person : note.by, { ...at, verb });
  }

  async #send(by: Person, command: object): Promise<void> {
    const id = site.newId();
    const answer = await this.#post(by, { ...command, id, document: this.seminar.text.id, body: this.#words() });
    if (answer !== 200) return;
    this.#notes.push({ id, by });
    const { collections } = site.site;
    // What stands on a desk, or was hidden meanwhile, is refused.
    await collections.add(this.seminar.owner.viewer, this.collection, id).catch(() => undefined);
  }

  async #post(by: Person, command: object): Promise<number> {
    const answer = await site.send(this.seminar.text.id, command, by);
    const receiver = this.receivers.find(({ sender }) => sender === by);
    if (receiver !== undefined) this.#hear(receiver, "an answer", await answer.text());
    expect(answer.status).toBeLessThan(500);
    return answer.status;
  }

  /** Alone in its turn: whoever is shut out now could read until now. */
  async #court({ deed, by, of }: NonNullable<Turn["court"]>): Promise<void> {
    const [judge, judged] = [this.people[by], this.people[of]];
    if (judge === undefined || judged === undefined) return;
    await holdCourt(site, deed, { by: judge, of: judged, seminar: this.seminar });
    await this.#rest();
  }

  /** Alone in its turn, and with the sockets that it ends opened again: rights are what decides. */
  async #change(who: number, role: Role | null): Promise<void> {
    const [person, receiver] = [this.people[who], this.receivers[who]];
    if (person === undefined || receiver === undefined) return;
    const { groups } = site.site;
    const { id, owner } = this.seminar;
    const before = await site.site.read.memberships.roleOf(id, person.id);
    // The role that they have already ends no socket.
    if (before === role) return;
    const isIn = before !== null;
    if (role === null && isIn) await groups.removeMember(owner.viewer, id, person.id);
    else if (role !== null && isIn) await groups.setRole(owner.viewer, id, person.id, role);
    else if (role !== null) await site.enter(this.seminar, role, person);
    for (const one of this.#taps.get(receiver) ?? []) {
      if (isIn) await expect.poll(one.code, { timeout: 5_000 }).not.toBeNull();
      one.close();
    }
    this.#taps.delete(receiver);
    // Their old sockets were cut off in the turn of the commit; what they got before it was theirs to read.
    await this.#rest();
    await this.#come(receiver);
    await this.#rest();
  }

  /** Opens every room that there is to try: those of the receiver and those of others. */
  async #come(receiver: Receiver): Promise<void> {
    const { text, audience, id } = this.seminar;
    const [neighbour] = this.people;
    const own = receiver.sender?.id ?? neighbour?.id ?? "";
    const rooms = [
      `reading/${text.id}/${audience}`,
      `staff/${text.id}/${id}`,
      `desk/${text.id}/${own}`,
      `inbox/${own}`,
    ];
    if (neighbour !== undefined && neighbour.id !== own) rooms.push(`desk/${text.id}/${neighbour.id}`);
    const open = this.#taps.get(receiver) ?? [];
    this.#taps.set(receiver, open);
    // A person has a few tabs, not a hundred: the newest stay, and each of them began with a first sync.
    for (const old of open.splice(0, Math.max(0, open.length - 4))) old.close();
    for (const room of rooms) {
      const hear = (frame: Buffer) => this.#hear(receiver, room, frame.toString("latin1"));
      open.push(await tap(site, receiver.sender, room, hear));
    }
  }

  async #look(receiver: Receiver | undefined, where: number): Promise<void> {
    if (receiver === undefined) return;
    const { text, id } = this.seminar;
    const note = this.#notes.at(-1 - where)?.id ?? site.newId();
    const [one, other] = [0, 1].map((more) => this.people[(where + more) % this.people.length]?.id ?? "");
    const paths = pagesOf({ text: text.id, group: id, collection: this.collection, note, people: [one, other] });
    const path = paths[where % paths.length] ?? "/";
    const answer = await site.get(path, receiver.sender);
    this.#hear(receiver, path, await answer.text());
    expect(answer.status).toBeLessThan(500);
  }

  #words(): string {
    this.#sentinels += 1;
    const tone = this.#sentinels % 3 === 0 ? RUDE : "Some";
    return `${tone} words zq${String(this.#sentinels).padStart(7, "0")}qz here`;
  }

  #hear(to: Receiver, from: string, said: string): void {
    const words = said.match(sentinel);
    if (words !== null) this.#arrived.push({ to, from, words });
  }

  /** Waits until nothing is on its way, then judges what arrived by what could be read before and after it. */
  async #rest(): Promise<void> {
    const open = [...this.#taps.values()].flat().filter((one) => one.code() === null);
    await settled(site, open);
    const after = new Map(this.receivers.map((receiver) => [receiver, this.#readable(receiver)]));
    for (const { to, from, words } of this.#arrived) {
      const leaked = words.filter((word) => !after.get(to)?.has(word) && !this.#before.get(to)?.has(word));
      expect({ to: to.name, from, leaked }).toEqual({ to: to.name, from, leaked: [] });
      this.heard += words.length;
    }
    this.#arrived = [];
    this.#before = after;
  }

  #readable({ sender }: Receiver): ReadonlySet<string> {
    const { text } = this.seminar;
    if (sender === null) return new Set();
    const { sqlite } = site.database;
    const bodies = Object.values(visibleTo(sqlite, sender.id, text)).map(({ body }) => body);
    const said = [
      ...bodies,
      ...staffWords(sqlite, sender.id, this.seminar.id),
      ...courtWords(sqlite, sender.id, this.seminar.id),
    ];
    return new Set(said.flatMap((words) => words.match(sentinel) ?? []));
  }
}

type Decision = `decide ${DecisionVerb}`;

function isDecision(verb: Deed["verb"]): verb is Decision {
  return verb.startsWith("decide ");
}

function decisionIn(verb: Decision): DecisionVerb {
  return verb.slice("decide ".length) as DecisionVerb;
}

const blank = { motivation: "commenting", colour: "amber", target: null } as const;
