/**
 * Where an assignment has pseudonyms, no way leads a student from another one's note to their name: every frame of the
 * assignment's rooms and every page and file is searched, a search for the name finds nothing of theirs, and neither seats nor
 * pseudonyms say who is the same in two assignments. Staff see names everywhere.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RosterSeat } from "#app/context/reading.ts";
import { publishCommand } from "#server/services/test-site.ts";
import { type AttackSite, openAttackSite, type Person, type Seminar } from "#tests/integration/attack-site.ts";
import { settled, type Tap, tap } from "#tests/integration/attack-taps.ts";
import { pagesOf } from "./ways-out.ts";

const RUNS = Number(process.env.RUNS ?? 2);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const limit = 120_000 + RUNS * 30_000;
const STUDENTS = 4;
/** Pages on which names of the group's members stand for other reasons. */
const naming = /^\/t\/[^/]+(\.data|\/seats)?$|^\/g\/[^/]+\.data$|\/portfolio\/[^/]+\.data$|\/present\.data$/u;

const step = fc.record({
  who: fc.nat(STUDENTS - 1),
  where: fc.nat(1),
  verb: fc.constantFrom("write" as const, "ask" as const, "reply" as const, "like" as const, "answer" as const),
  to: fc.nat(9),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
/** Who chose a pseudonym where it is theirs to choose; the second assignment requires one of everybody. */
const choices = fc.array(fc.boolean(), { minLength: STUDENTS, maxLength: STUDENTS });

let site: AttackSite;
beforeAll(async () => {
  site = await openAttackSite();
}, 180_000);
afterAll(() => site.close());

it(`leads from no note to a name (SEED=${SEED}, RUNS=${RUNS})`, { timeout: limit }, async () => {
  let written = 0;
  await fc.assert(
    fc.asyncProperty(choices, fc.array(step, { minLength: 14, maxLength: 24 }), async (chosen, steps) => {
      const course = await Course.open(chosen);
      try {
        for (const one of steps) await course.take(one);
        await course.search();
        written += course.written;
      } finally {
        course.close();
      }
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true, interruptAfterTimeLimit: limit - 60_000 },
  );
  expect(written).toBeGreaterThan(RUNS * 4);
});

type Assigned = { readonly id: string; readonly audience: string };
type Written = { readonly id: string; readonly who: number; readonly word: string; readonly isQuestion: boolean };

class Course {
  readonly #notes: [Written[], Written[]] = [[], []];
  readonly #taps: Tap[] = [];
  readonly #frames: { readonly who: number; readonly place: number; readonly said: string }[] = [];

  private constructor(
    private readonly seminar: Seminar,
    private readonly students: readonly Person[],
    private readonly names: readonly string[],
    /** The first is optional, the second required. */
    private readonly assigned: readonly [Assigned, Assigned],
    private readonly chosen: readonly boolean[],
  ) {}

  get written(): number {
    return this.#notes.flat().length;
  }

  static async open(chosen: readonly boolean[]): Promise<Course> {
    const seminar = await site.seminar();
    const students: Person[] = [];
    const names = Array.from({ length: STUDENTS }, () => `Zv${site.newId()}vz`);
    for (const name of names) students.push(await site.enter(seminar, "member", await site.person({ name })));
    const { assignments, ownWork } = site.site;
    const { viewer } = seminar.owner;
    const set = async (anonymity: "optional" | "required"): Promise<Assigned> => {
      const said = { template: "blank", title: "Read", document: seminar.text.id } as const;
      const { id } = await assignments.create(viewer, seminar.id, { ...said, id: site.newId() });
      const { version, ...brief } = await assignments.edit(viewer, id);
      await assignments.change(viewer, id, version, { ...brief, anonymity });
      await assignments.publish(viewer, id);
      const [cohort] = await site.site.read.cohorts.ofAssignment(id);
      return { id, audience: cohort?.audience ?? "" };
    };
    const assigned = [await set("optional"), await set("required")] as const;
    for (const [who, { viewer: student }] of students.entries()) {
      await ownWork.chooseVeil(student, assigned[0].id, chosen[who] === true);
    }
    const course = new Course(seminar, students, names, assigned, chosen);
    await course.#come();
    return course;
  }

  async take({ verb, who, where, to }: Step): Promise<void> {
    const [person, notes, place] = [this.students[who], this.#notes[where], this.assigned[where]];
    if (person === undefined || notes === undefined || place === undefined) return;
    const target = notes[to % Math.max(1, notes.length)];
    const id = site.newId();
    const word = `zq${id}qz`;
    const document = this.seminar.text.id;
    const run = async (command: object) => expect((await site.send(document, command, person)).status).toBe(200);
    if (verb === "write" || verb === "ask" || target === undefined) {
      const motivation = verb === "ask" ? "questioning" : "commenting";
      await run(publishCommand(this.seminar.text, id, { body: word, audience: place.audience, motivation }));
      notes.push({ id, who, word, isQuestion: verb === "ask" });
    } else if (verb === "reply") {
      await run({ verb, id, document, parent: target.id, body: word });
      notes.push({ id, who, word, isQuestion: false });
    } else if (verb === "like") {
      await run({ verb: "react", id: target.id, document, reaction: "❤️", on: true });
    } else if (target.isQuestion && target.who === who) {
      await run({ verb: "answer", id: target.id, document, by: null });
    }
    await settled(
      site,
      this.#taps.filter((one) => one.code() === null),
    );
  }

  close(): void {
    for (const one of this.#taps) one.close();
  }

  async #come(): Promise<void> {
    for (const [who, person] of this.students.entries()) {
      for (const [place, { audience }] of this.assigned.entries()) {
        const hear = (frame: Buffer) => this.#frames.push({ who, place, said: frame.toString("latin1") });
        this.#taps.push(await tap(site, person, `reading/${this.seminar.text.id}/${audience}`, hear));
      }
    }
  }

  #isVeiled(who: number, place: number): boolean {
    return place === 1 || this.chosen[who] === true;
  }

  /** Everywhere, as everybody. */
  async search(): Promise<void> {
    for (const { who, place, said } of this.#frames) this.#expectNobody(who, place, said, `a frame of room ${place}`);
    const seats = [];
    for (const [who, person] of this.students.entries()) {
      seats.push(await this.#seats(who, person));
      await this.#pages(who, person);
      await this.#byName(who, person);
    }
    // What students see of each other is the same for all of them, and nobody is the same in two assignments.
    const faces = seats.map((rows) => rows.filter(({ id }) => id.startsWith("veil-")).map(({ id }) => id));
    for (const own of faces) expect(new Set(own).size).toBe(own.length);
    const staff = await site.site.reading.seats(this.seminar.owner.viewer, this.seminar.text.id);
    expect(staff.filter(({ id }) => id.startsWith("veil-"))).toEqual([]);
    expect(staff.filter(({ veil }) => veil !== null).length).toBe(STUDENTS + this.chosen.filter(Boolean).length);
  }

  async #seats(who: number, person: Person): Promise<readonly RosterSeat[]> {
    const answer = await site.get(`/t/${this.seminar.text.id}/seats`, person);
    const { seats }: { readonly seats: readonly RosterSeat[] } = await answer.json();
    const inGroup = new Set(seats.filter(({ room }) => room === "reading").map(({ seat }) => seat));
    for (const [place, { audience }] of this.assigned.entries()) {
      const there = seats.filter((seat) => seat.audience === audience);
      const named = there.flatMap(({ name }) => this.names.indexOf(name)).filter((other) => other >= 0);
      expect(named.filter((other) => other !== who && this.#isVeiled(other, place))).toEqual([]);
      expect(there.length).toBe(STUDENTS + 1);
      expect(there.filter(({ seat }) => inGroup.has(seat))).toEqual([]);
      // Neither the order of seats nor the time in their ids says who is who.
      const ids = there.map(({ seat }) => seat).join(" ");
      for (const { id } of this.students) expect(ids).not.toContain(id);
    }
    return seats;
  }

  async #pages(who: number, person: Person): Promise<void> {
    const { text, id } = this.seminar;
    const people = this.students.filter((one) => one !== person).map((one) => one.id);
    for (const note of [...this.#notes[0].slice(0, 2), ...this.#notes[1].slice(0, 2)]) {
      const paths = [
        ...pagesOf({ text: text.id, group: id, collection: site.newId(), note: note.id, people }),
        ...[`/n/${note.id}/history`, `/n/${note.id}/present.data`, `/g/${id}/search.data?q=${note.word}`],
        ...this.assigned.map((one) => `/assignments/${one.id}.data`),
      ];
      for (const path of paths) {
        const said = await (await site.get(path, person)).text();
        if (path === `/t/${text.id}`) this.#besideWords(who, said);
        if (!naming.test(path)) this.#expectNobody(who, 1, said, path, !path.includes("portfolio"));
        for (const [place, notes] of this.#notes.entries()) {
          // A list under somebody's name holds nothing that they wrote under another one.
          const listed = this.students.findIndex((one) => path.includes(`/portfolio/${one.id}`));
          const theirs = notes.filter((one) => one.who === listed && listed !== who && this.#isVeiled(one.who, place));
          expect({ path, words: theirs.filter(({ word }) => said.includes(word)) }).toEqual({ path, words: [] });
        }
      }
    }
  }

  /** On the page itself the names of the group stand, too: beside the words of a note there is none. */
  #besideWords(who: number, said: string): void {
    for (const [place, notes] of this.#notes.entries()) {
      for (const { word, who: author } of notes) {
        if (author === who || !this.#isVeiled(author, place)) continue;
        const at = said.indexOf(word);
        expect(at).toBeGreaterThan(0);
        expect(said.slice(Math.max(0, at - 400), at)).not.toContain(this.names[author]);
      }
    }
  }

  /** What is found under a name was written under it. */
  async #byName(who: number, person: Person): Promise<void> {
    for (const [other, name] of this.names.entries()) {
      if (other === who) continue;
      const said = await (await site.get(`/g/${this.seminar.id}/search.data?q=by:${name}`, person)).text();
      const hidden = this.#notes.flatMap((notes, place) => notes.filter((one) => this.#isVeiled(one.who, place)));
      expect(hidden.filter((one) => one.who !== who && said.includes(one.word))).toEqual([]);
    }
  }

  /** No name, id or seat in the group of anybody who is veiled there. In the optional one those who are not are named. */
  #expectNobody(who: number, place: number, said: string, from: string, alsoNames = true): void {
    const isShown = (other: number) => other === who || (from.startsWith("/") && !this.#isVeiled(other, 0));
    const named = this.students.flatMap(({ id }, other) => {
      if (isShown(other) || !this.#isVeiled(other, place)) return [];
      const name = this.names[other] ?? "";
      const isAsked = from.includes(id);
      return (alsoNames && said.includes(name)) || (!isAsked && said.includes(id)) ? [name] : [];
    });
    expect({ from, named }).toEqual({ from, named: [] });
  }
}
