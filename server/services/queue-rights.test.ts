/** Every verb of the queue and of reports, asked for by everybody: who may is answered, all others change nothing. */

import { afterAll, beforeAll, expect, it } from "vitest";
import type { Batch, QueueRow } from "#app/context/queue.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { Problem } from "#app/domain/problem.ts";
import { openQueueScene, type QueueScene } from "./moderation/test-queue.ts";

type Ask = (viewer: Viewer, row: QueueRow) => unknown;
type Who = "owner" | "teacher" | "mo" | "ada" | "observer" | "stranger" | "former";

const everybody: readonly Who[] = ["owner", "teacher", "mo", "ada", "observer", "stranger", "former"];
const staff: readonly Who[] = ["owner", "teacher", "mo"];
const readers: readonly Who[] = [...staff, "observer"];

let s: QueueScene;
let people: Readonly<Record<Who, Viewer>>;

beforeAll(async () => {
  s = await openQueueScene();
  const owner = await s.site.addMember(s.group, "Ow", "owner");
  const former = await s.site.addMember(s.group, "Fo", "moderator");
  await s.site.writer.transact((store) => store.memberships.leave(s.group, former.id, s.site.time.now));
  const { teacher, mo, ada, observer, stranger } = s;
  people = { owner, teacher, mo, ada, observer, stranger, former };
}, 30_000);

afterAll(() => s.site.close());

const batchOf = (row: QueueRow): Batch => ({
  items: [{ item: row.id, version: row.version }],
  ...{ verb: "hide", reason: "attack", toAuthor: "", toStaff: "" },
});

const verbs: Readonly<Record<string, readonly [may: readonly Who[], ask: Ask]>> = {
  "queue.list": [staff, (viewer) => s.list(viewer)],
  // An empty answer is how it refuses: the group's pages ask it for everybody.
  "queue.badges": [
    staff,
    async (viewer) => {
      if ((await s.site.queue.badges(viewer, s.group)).length === 0) throw new Problem("not-found", "");
    },
  ],
  "queue.rows": [staff, (viewer, { id }) => s.site.queue.rows(viewer, s.group, [id])],
  "queue.counts": [staff, (viewer) => s.site.queue.counts(viewer, s.group)],
  "queue.open": [staff, (viewer, { id }) => s.site.queue.open(viewer, id)],
  "queue.claim": [staff, (viewer, { id }) => s.site.queue.claim(viewer, { item: id, takeOver: true })],
  "queue.release": [staff, (viewer, { id }) => s.site.queue.release(viewer, id)],
  "queue.assign": [staff, (viewer, { id }) => s.site.queue.assign(viewer, { item: id, member: s.mo.id })],
  "queue.escalate": [staff, (viewer, { id }) => s.site.queue.escalate(viewer, id, true)],
  "queue.note": [staff, (viewer, { id }) => s.site.queue.note(viewer, { item: id, words: "Hm" })],
  "queue.decide": [staff, (viewer, row) => s.decide(row, viewer, "hide")],
  "queue.undo": [
    staff,
    async (viewer, row) => s.site.queue.undo(viewer, (await s.decide(row, s.teacher, "hide")).decision ?? 0),
  ],
  "queue.preview": [staff, (viewer, row) => s.site.queue.preview(viewer, s.group, batchOf(row))],
  "queue.bulk": [staff, (viewer, row) => s.site.queue.bulk(viewer, s.group, { ...batchOf(row), id: s.site.newId() })],
  "queue.undoBatch": [
    staff,
    async (viewer, row) => {
      const id = s.site.newId();
      await s.site.queue.bulk(s.teacher, s.group, { ...batchOf(row), id });
      return s.site.queue.undoBatch(viewer, s.group, id);
    },
  ],
  "queue.saveView": [staff, (viewer) => s.site.queue.saveView(viewer, s.group, { name: "A", query: "" })],
  // Of what is not there, or another's, nothing is dropped, and nobody learns which.
  "queue.dropView": [everybody, (viewer) => s.site.queue.dropView(viewer, s.site.newId())],
  "queue.progress": [everybody, (viewer) => s.site.queue.progress(viewer, s.site.newId())],
  "reports.report": [readers, (viewer, { target }) => s.report(viewer, target.id, "attack")],
  "reports.withdraw": [
    [],
    async (viewer) => s.site.reports.withdraw(viewer, (await s.site.reports.mine(s.ben))[0]?.id ?? ""),
  ],
  "reports.mine": [everybody, (viewer) => s.site.reports.mine(viewer)],
  "reports.onText": [[...readers, "ada"], (viewer) => s.site.reports.onText(viewer, s.text.id)],
};

const state = () =>
  JSON.stringify(
    ["queue_items", "queue_notes", "queue_views", "reports"].map((table) =>
      s.site.database.read.sqlite.prepare(`SELECT * FROM ${table}`).all(),
    ),
  );

it("are all of them", () => {
  const all = Object.entries({ queue: s.site.queue, reports: s.site.reports }).flatMap(([name, service]) =>
    Object.keys(service).map((verb) => `${name}.${verb}`),
  );
  expect(Object.keys(verbs).sort()).toEqual(all.sort());
});

it.each(Object.entries(verbs))("%s", async (name, [may, ask]) => {
  for (const who of everybody) {
    const id = await s.publish(s.ada);
    s.site.time.now += 3_600_001;
    await s.report(s.ben, id);
    const open = await s.site.read.queue.openOf("note", id);
    const [row] = await s.site.queue.rows(s.teacher, s.group, [open?.id ?? ""]);
    if (row === undefined) throw new Error("The report is not in the queue.");
    // What is taken back is made by staff first, so that only the asking is compared.
    const isPrepared = name === "queue.undo" || name === "queue.undoBatch";
    const before = isPrepared ? "" : state();
    const answer = await Promise.resolve(ask(people[who], row)).then(
      () => "answered",
      (error: { code?: string }) => error.code,
    );
    if (may.includes(who)) expect([who, answer]).toEqual([who, "answered"]);
    else {
      expect([who, answer]).toEqual([who, expect.stringMatching(/^(not-found|forbidden)$/)]);
      expect(isPrepared ? "" : state()).toBe(before);
    }
  }
});
