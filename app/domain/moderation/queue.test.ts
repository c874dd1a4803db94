import { describe, expect, it } from "vitest";
import { dueAt, isOverdue, priorityOf, reporterWeight } from "./queue.ts";

const HOUR = 3_600_000;
const plain = { signals: [{ weight: 1 }], isHeld: false, isAppeal: false, replies: 0 };

describe("priority", () => {
  it.each([
    ["one report", plain, 1],
    ["two", { ...plain, signals: [{ weight: 1 }, { weight: 0.5 }] }, 1.5],
    ["held from readers", { ...plain, isHeld: true }, 5],
    ["an appeal", { ...plain, isAppeal: true }, 3],
    ["three replies", { ...plain, replies: 3 }, 2],
    ["a thousand replies, bounded", { ...plain, replies: 1_000 }, 3],
  ])("%s", (_, urgency, priority) => {
    expect(priorityOf(urgency)).toBe(priority);
  });
});

describe("due times", () => {
  it("follow the most urgent reason", () => {
    expect(dueAt(0, [])).toBe(48 * HOUR);
    expect(dueAt(5, ["off-topic", "harassment"])).toBe(5 + HOUR);
  });

  it("are over once passed, while the item is open", () => {
    expect(isOverdue({ dueAt: 10, state: "open" }, 10)).toBe(false);
    expect(isOverdue({ dueAt: 10, state: "open" }, 11)).toBe(true);
    expect(isOverdue({ dueAt: 10, state: "done" }, 11)).toBe(false);
  });
});

describe("the weight of a reporter", () => {
  it.each([
    ["new", { upheld: 0, dismissed: 0, isStaff: false }, 0.5],
    ["always right", { upheld: 8, dismissed: 0, isStaff: false }, 0.9],
    ["always wrong", { upheld: 0, dismissed: 8, isStaff: false }, 0.1],
    ["staff", { upheld: 0, dismissed: 0, isStaff: true }, 0.75],
  ])("%s", (_, history, weight) => {
    expect(reporterWeight(history)).toBeCloseTo(weight);
  });
});
