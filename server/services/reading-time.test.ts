import { afterEach, beforeEach, expect, it } from "vitest";
import type { AssignmentService } from "#app/context/assignments.ts";
import type { BoardService } from "#app/context/board.ts";
import type { OwnWorkService } from "#app/context/own-work.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";
import { makeAssignmentService } from "./assignments.ts";
import { makeBoardService } from "./board.ts";
import { makeOwnWorkService } from "./own-work.ts";

const SECOND = 1_000;
const DAY = 24 * 60 * 60 * SECOND;

let s: Seminar;
let assignments: AssignmentService;
let work: OwnWorkService;
let board: BoardService;
let id: string;

beforeEach(async () => {
  s = await openSeminar();
  const { read, writer, newId, time } = s.site;
  const parts = { read, newId, origin: "https://glossa.test", transact: writer.transact, clock: () => time.now };
  [assignments, work, board] = [makeAssignmentService(parts), makeOwnWorkService(parts), makeBoardService(parts)];
  id = newId();
  await assignments.create(s.teacher, s.group, { id, template: "blank", title: "Read it", document: s.text.id });
  await assignments.publish(s.teacher, id);
});
afterEach(() => s.site.close());

const rows = () => s.site.database.read.sqlite.prepare("SELECT count(*) FROM reading_times").pluck().get();
const readFor = (viewer: Viewer, seconds: number) => work.readFor(viewer, s.text.id, seconds * SECOND);
const timeOf = async (viewer: Viewer) => (await work.open(viewer, id)).readingTime;
const onBoard = async () => {
  return Object.fromEntries((await board.open(s.teacher, id)).rows.map(({ name, readingTime }) => [name, readingTime]));
};

it("is measured only where the group turned it on, which stands in the record", async () => {
  await readFor(s.ada, 20);
  expect([rows(), await timeOf(s.ada), await onBoard()]).toEqual([0, null, { Ada: null, Ben: null }]);
  await assignments.measureReading(s.teacher, s.group, true);
  expect((await s.site.read.record.list({}, 1))[0]).toMatchObject({
    ...{ verb: "course.set", before: { measuresReading: false }, after: { measuresReading: true } },
  });
  await readFor(s.ada, 20);
  expect([await timeOf(s.ada), await timeOf(s.ben)]).toEqual([20 * SECOND, 0]);
  expect(await onBoard()).toEqual({ Ada: 20 * SECOND, Ben: 0 });
  expect((await assignments.list(s.ada, s.group)).measuresReading).toBe(true);
});

it("is never more than went by, whatever browsers tell and however many tabs there are", async () => {
  await assignments.measureReading(s.teacher, s.group, true);
  await readFor(s.ada, 3_600);
  expect(await timeOf(s.ada)).toBe(30 * SECOND);
  s.site.time.now += 10 * SECOND;
  for (let tab = 0; tab < 3; tab += 1) await readFor(s.ada, 10);
  expect(await timeOf(s.ada)).toBe(40 * SECOND);
  await readFor(s.ada, -50);
  expect(await timeOf(s.ada)).toBe(40 * SECOND);
});

it("adds the days up, and goes on after a clock ran ahead", async () => {
  await assignments.measureReading(s.teacher, s.group, true);
  s.site.time.now += 2 * DAY;
  await readFor(s.ada, 30);
  s.site.time.now -= DAY;
  await readFor(s.ada, 30);
  expect(await timeOf(s.ada)).toBe(30 * SECOND);
  s.site.time.now += 20 * SECOND;
  await readFor(s.ada, 20);
  expect(await timeOf(s.ada)).toBe(50 * SECOND);
  expect(rows()).toBe(2);
});

it("is gone once it is turned off", async () => {
  await assignments.measureReading(s.teacher, s.group, true);
  await readFor(s.ada, 20);
  await assignments.measureReading(s.teacher, s.group, false);
  expect([rows(), await timeOf(s.ada)]).toEqual([0, null]);
});

it("can be taken along by whom it is about, and goes with their account", async () => {
  await assignments.measureReading(s.teacher, s.group, true);
  await readFor(s.ada, 20);
  const listed = await s.site.read.ownData.list("readingTime", s.ada.id);
  expect(listed).toMatchObject([{ active: 20 * SECOND }]);
  await s.site.writer.transact((store) => store.ownData.forget(s.ada.id));
  expect(rows()).toBe(0);
});

it.each([
  ["members without the right", () => s.ada, "forbidden"],
  ["strangers", () => s.stranger, "not-found"],
])("is turned on by no %s", async (_, who, code) => {
  await expect(assignments.measureReading(who(), s.group, true)).rejects.toMatchObject({ code });
});

it.each([
  ["the teacher", () => s.teacher, "forbidden"],
  ["observers", () => s.observer, "forbidden"],
  ["strangers", () => s.stranger, "not-found"],
])("is not measured of %s", async (_, who, code) => {
  await assignments.measureReading(s.teacher, s.group, true);
  await expect(readFor(who(), 20)).rejects.toMatchObject({ code });
  expect(rows()).toBe(0);
});
