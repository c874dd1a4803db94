/**
 * No letter holds a word that its receiver may not read when it arrives, and none tells twice of a note. Every body holds a
 * sentinel of its own. Random people write, edit, delete and hide, are told of anything, also of what they may not see, read,
 * leave and come back, while the mail server is in any mood and time passes in leaps.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import { letterFrequencies, newsKinds } from "#app/domain/news/news.ts";
import { type Newsroom, openNewsroom } from "#tests/integration/newsroom.ts";
import { visibleTo } from "./visibility-oracle.ts";

const RUNS = Number(process.env.RUNS ?? 12);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const limit = 60_000 + RUNS * 10_000;
const MINUTE = 60_000;

const sentinel = /zq\d{5}qz/g;
const who = fc.nat(3);
const which = fc.nat(20);

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("publish" as const), who, isPrivate: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("reply" as const), who, which }) },
  {
    weight: 16,
    arbitrary: fc.record({ do: fc.constant("tell" as const), who, which, kind: fc.constantFrom(...newsKinds) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("edit" as const, "delete" as const, "hide" as const, "restore" as const),
      which,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom("read" as const, "leave" as const, "return" as const), who }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("choose" as const),
      who,
      kind: fc.constantFrom(...newsKinds),
      frequency: fc.constantFrom(...letterFrequencies),
    }),
  },
  {
    // A letter is written and put off; then something happens to what it tells.
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("outage" as const),
      deed: fc.constantFrom("edit" as const, "delete" as const, "hide" as const),
      which: fc.nat(2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("mood" as const), isBusy: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("wait" as const), minutes: fc.constantFrom<number>(1, 3, 40, 600, 3_000) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

it(`holds nothing that its receiver may not read (SEED=${SEED}, RUNS=${RUNS})`, { timeout: limit }, async () => {
  let heard = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), async (steps) => {
      const room = await openNewsroom();
      try {
        const world = new World(room);
        for (const one of steps) await world.take(one);
        room.mood.isBusy = false;
        for (const minutes of [3, 40, 1_500, 1_500, 10_000, 60]) await world.take({ do: "wait", minutes });
        heard += world.told.size;
      } finally {
        await room.close();
      }
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true, interruptAfterTimeLimit: limit - 30_000 },
  );
  // A post that delivered nothing would keep the law too.
  expect(heard).toBeGreaterThan(RUNS / 3);
});

class World {
  /** Which member was told of which note. */
  readonly told = new Set<string>();
  readonly #notes: { readonly id: string; readonly by: Viewer }[] = [];
  readonly #sentinels = new Map<string, string>();
  readonly #people: readonly Viewer[];
  readonly #asked = new Set<string>();

  constructor(private readonly room: Newsroom) {
    const { teacher, ada, ben, observer } = room.seminar;
    this.#people = [teacher, ada, ben, observer];
  }

  async take(one: Step): Promise<void> {
    const { seminar, time, mood } = this.room;
    time.now += 1;
    const person = this.#people["who" in one ? one.who : 0];
    const note = "which" in one ? this.#notes.at(-1 - (one.which % Math.max(1, this.#notes.length))) : undefined;
    if (person === undefined) return;
    switch (one.do) {
      case "publish": {
        const placement = one.isPrivate ? "me" : "everyone";
        return this.#write(person, (id, body) => ({
          verb: "publish",
          id,
          document: seminar.text.id,
          body,
          placement,
          ...blank,
        }));
      }
      case "reply":
        if (note === undefined) return;
        return this.#write(person, (id, body) => ({
          verb: "reply",
          id,
          document: seminar.text.id,
          parent: note.id,
          body,
        }));
      case "tell":
        return note === undefined ? undefined : this.#tell(person, one.kind, note.id);
      case "edit": {
        if (note === undefined) return;
        const version = (await seminar.site.read.annotations.find(note.id))?.version ?? 1;
        await seminar.edit(note.by, note.id, this.#words(note.id), version).catch(() => {});
        return;
      }
      case "delete":
      case "hide":
      case "restore":
        if (note === undefined) return;
        await seminar.act(one.do === "delete" ? note.by : seminar.teacher, one.do, note.id).catch(() => {});
        return;
      case "read":
        this.#sql("UPDATE notifications SET read_at = 1 WHERE member_id = ?", person.id);
        return;
      case "leave":
        this.#sql("UPDATE memberships SET left_at = 1 WHERE member_id = ?", person.id);
        return;
      case "return":
        this.#sql("UPDATE memberships SET left_at = NULL WHERE member_id = ?", person.id);
        return;
      case "choose":
        this.#sql("INSERT OR REPLACE INTO letter_choices VALUES (?, ?, ?)", person.id, one.kind, one.frequency);
        return;
      case "mood":
        mood.isBusy = one.isBusy;
        return;
      case "outage":
        mood.isBusy = true;
        await this.take({ do: "wait", minutes: 3 });
        await this.take({ do: one.deed, which: one.which });
        mood.isBusy = false;
        return this.take({ do: "wait", minutes: 1 });
      case "wait":
        time.now += one.minutes * MINUTE;
        return this.#hear();
    }
  }

  async #write(
    by: Viewer,
    make: (id: string, body: string) => Parameters<Newsroom["seminar"]["run"]>[1],
  ): Promise<void> {
    const id = this.room.seminar.site.newId();
    // Refused where somebody may not write, or not there; then there is no note.
    const isStored = await this.room.seminar.run(by, make(id, this.#words(id))).then(
      () => true,
      () => false,
    );
    if (isStored) this.#notes.push({ id, by });
  }

  /** Once for each note and member, as the server does. */
  async #tell(member: Viewer, kind: (typeof newsKinds)[number], note: string): Promise<void> {
    const key = `${member.id} ${note}`;
    if (this.#asked.has(key)) return;
    this.#asked.add(key);
    await this.room.tell(member, kind, note);
  }

  /** Nothing happens while letters go out, so that what can be read now could be read when they arrived. */
  async #hear(): Promise<void> {
    const { text } = this.room.seminar;
    const { sqlite } = this.room.seminar.site.database.read;
    for (const mail of await this.room.round()) {
      const receiver = this.#people.find(({ email }) => email === mail.envelope.to);
      const seen = visibleTo(sqlite, receiver?.id ?? "", text);
      const readable = new Set(Object.values(seen).flatMap(({ body }) => body.match(sentinel) ?? []));
      const words = new Set(`${mail.subject} ${mail.text} ${mail.html}`.match(sentinel));
      expect([...words].filter((word) => !readable.has(word))).toEqual([]);
      for (const word of words) {
        const key = `${receiver?.id} ${this.#sentinels.get(word)}`;
        expect(this.told.has(key), "told twice").toBe(false);
        this.told.add(key);
      }
    }
  }

  #words(note: string): string {
    const word = `zq${String(this.#sentinels.size).padStart(5, "0")}qz`;
    this.#sentinels.set(word, note);
    return `Some words ${word} here`;
  }

  #sql(statement: string, ...values: readonly unknown[]): void {
    this.room.seminar.site.database.write.sqlite.prepare(statement).run(...values);
  }
}

const blank = { motivation: "commenting", colour: "amber", target: null } as const;
