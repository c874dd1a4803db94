/**
 * Before its gate opens, no byte of another student's note of an assignment reaches a student by any way: every frame of
 * every socket and every answer is kept and searched, while students write, look everywhere and guess rooms, and the teacher
 * reveals and hides again. What they see when the gate is open is what it opens.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Gate } from "#app/domain/audience/audience.ts";
import { publishCommand } from "#server/services/test-site.ts";
import { type AttackSite, openAttackSite, type Person, type Seminar } from "#tests/integration/attack-site.ts";
import { settled, type Tap, tap } from "#tests/integration/attack-taps.ts";
import { PAGES, pagesOf } from "./ways-out.ts";

const RUNS = Number(process.env.RUNS ?? 3);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const limit = 120_000 + RUNS * 20_000;
const STUDENTS = 3;
const sentinel = /zq\d{7}qz/g;

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ verb: fc.constant("write" as const), who: fc.nat(STUDENTS - 1), where: fc.nat(9) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ verb: fc.constant("look" as const), who: fc.nat(STUDENTS - 1), where: fc.nat(40) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ verb: fc.constant("come" as const), who: fc.nat(STUDENTS - 1), where: fc.nat(9) }),
  },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant("turn" as const), who: fc.nat(0), where: fc.nat(1) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const gate: fc.Arbitrary<Gate> = fc.oneof(
  fc.constant({ kind: "manual" as const, revealed: false }),
  fc.record({ kind: fc.constant("after" as const), posts: fc.integer({ min: 1, max: 3 }) }),
);

let site: AttackSite;

beforeAll(async () => {
  site = await openAttackSite();
}, 180_000);

afterAll(() => site.close());

it(`lets nothing through before it opens (SEED=${SEED}, RUNS=${RUNS})`, { timeout: limit }, async () => {
  let through = 0;
  await fc.assert(
    fc.asyncProperty(gate, fc.array(step, { minLength: 12, maxLength: 24 }), async (reveal, steps) => {
      // The generator makes objects without a prototype, which no form does.
      const course = await Course.open({ ...reveal });
      try {
        for (const one of steps) await course.take(one);
        for (let who = 0; who < STUDENTS; who += 1) {
          for (let where = 0; where < PAGES; where += 1) await course.take({ verb: "look", who, where });
        }
        await course.reveal(true);
        for (let who = 0; who < STUDENTS; who += 1) await course.take({ verb: "come", who, where: 0 });
        through += course.heard;
      } finally {
        course.close();
      }
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true, interruptAfterTimeLimit: limit - 60_000 },
  );
  // A gate that never opened would keep this law as well.
  expect(through).toBeGreaterThan(RUNS);
});

class Course {
  /** Words of others that a student saw through an open gate. */
  heard = 0;
  readonly #words = new Map<string, number>();
  readonly #taps: { readonly who: number; readonly tap: Tap }[] = [];
  #arrived: { readonly who: number; readonly from: string; readonly words: readonly string[] }[] = [];
  #posts = new Array<number>(STUDENTS).fill(0);
  #isRevealed = false;
  #before = new Array<boolean>(STUDENTS).fill(false);

  private constructor(
    private readonly seminar: Seminar,
    private readonly students: readonly Person[],
    private readonly assignment: string,
    private readonly audience: string,
    private readonly gate: Gate,
  ) {}

  static async open(gate: Gate): Promise<Course> {
    const seminar = await site.seminar();
    const students: Person[] = [];
    for (let n = 0; n < STUDENTS; n += 1) students.push(await site.enter(seminar, "member"));
    const { assignments } = site.site;
    const { viewer } = seminar.owner;
    const said = { template: "blank", title: "Read", document: seminar.text.id } as const;
    const { id } = await assignments.create(viewer, seminar.id, { ...said, id: site.newId() });
    const { version, ...brief } = await assignments.edit(viewer, id);
    await assignments.change(viewer, id, version, { ...brief, reveal: gate });
    await assignments.publish(viewer, id);
    const [cohort] = await site.site.read.cohorts.ofAssignment(id);
    return new Course(seminar, students, id, cohort?.audience ?? "", gate);
  }

  async take({ verb, who, where }: Step): Promise<void> {
    const person = this.students[who];
    if (verb === "turn") return this.reveal(where === 1);
    if (person === undefined) return;
    if (verb === "write") await this.#write(who, person);
    else if (verb === "come") await this.#come(who, person);
    else await this.#look(who, person, where);
    await this.#rest();
  }

  async reveal(open: boolean): Promise<void> {
    await site.site.assignments.reveal(this.seminar.owner.viewer, this.assignment, open);
    this.#isRevealed = open;
    // Once the teacher has turned it, it no longer counts what was written.
    this.#turned = true;
    await this.#rest();
  }
  #turned = false;

  close(): void {
    for (const one of this.#taps) one.tap.close();
  }

  async #write(who: number, person: Person): Promise<void> {
    const word = `zq${String(this.#words.size + 1).padStart(7, "0")}qz`;
    this.#words.set(word, who);
    const body = `Some words ${word} here`;
    const command = publishCommand(this.seminar.text, site.newId(), { body, audience: this.audience });
    const answer = await site.send(this.seminar.text.id, command, person);
    expect(answer.status).toBe(200);
    this.#hear(who, "an answer", await answer.text());
    this.#posts[who] = (this.#posts[who] ?? 0) + 1;
  }

  /** Every room of the text that there is to guess. */
  async #come(who: number, person: Person): Promise<void> {
    const { text, audience, id } = this.seminar;
    const others = this.students.filter((one) => one !== person).map((one) => `desk/${text.id}/${one.id}`);
    const rooms = [`reading/${text.id}/${this.audience}`, `reading/${text.id}/${audience}`, `staff/${text.id}/${id}`];
    for (const room of [...rooms, `desk/${text.id}/${person.id}`, ...others]) {
      const hear = (frame: Buffer) => this.#hear(who, room, frame.toString("latin1"));
      this.#taps.push({ who, tap: await tap(site, person, room, hear) });
    }
  }

  async #look(who: number, person: Person, where: number): Promise<void> {
    const { text, id } = this.seminar;
    const note = (
      await site.site.read.submissions.notes({
        assignment: this.assignment,
        member: null,
        until: Number.MAX_SAFE_INTEGER,
      })
    ).at(where % Math.max(1, this.#words.size))?.id;
    const people = [0, 1].map((more) => this.students[(who + 1 + more) % STUDENTS]?.id);
    const paths = [
      ...pagesOf({ text: text.id, group: id, collection: site.newId(), note: note ?? site.newId(), people }),
      ...[`/t/${text.id}/rooms`, `/g/${id}/assignments.data`, `/assignments/${this.assignment}.data`],
      ...[`/assignments/${this.assignment}/board.data`, `/n/${note ?? ""}/history`],
    ];
    const path = paths[where % paths.length] ?? "/";
    const answer = await site.get(path, person);
    expect(answer.status).toBeLessThan(500);
    this.#hear(who, path, await answer.text());
  }

  #hear(who: number, from: string, said: string): void {
    const words = said.match(sentinel)?.filter((word) => this.#words.get(word) !== who) ?? [];
    if (words.length > 0) this.#arrived.push({ who, from, words });
  }

  #isOpen(who: number): boolean {
    if (this.#turned) return this.#isRevealed;
    return this.gate.kind === "after" && (this.#posts[who] ?? 0) >= this.gate.posts;
  }

  async #rest(): Promise<void> {
    await settled(
      site,
      this.#taps.map((one) => one.tap).filter((one) => one.code() === null),
    );
    const after = this.students.map((_, who) => this.#isOpen(who));
    for (const { who, from, words } of this.#arrived) {
      // What was under way while a gate turned may still have been read on the side that was open.
      const leaked = after[who] === true || this.#before[who] === true ? [] : words;
      expect({ who, from, leaked }).toEqual({ who, from, leaked: [] });
      this.heard += words.length;
    }
    this.#arrived = [];
    this.#before = after;
  }
}
