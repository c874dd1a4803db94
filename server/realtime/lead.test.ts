import { expect, it } from "vitest";
import { RoomLead } from "./lead.ts";

const place = { start: 4, note: null };

function open() {
  const said: (string | null)[] = [];
  const time = { now: 0 };
  const lead = new RoomLead(
    (state) => said.push(state),
    () => time.now,
  );
  return { said, time, lead };
}

it("is said with who leads, and each call is a new one", () => {
  const { said, lead } = open();
  lead.show("A", place, true);
  lead.show("A", place, true);
  expect(said.map((state) => JSON.parse(state ?? "null").lead)).toEqual([
    { ...place, seat: "A", n: 1 },
    { ...place, seat: "A", n: 2 },
  ]);
});

it("ends when the leader stays away, and not while their page loads again", () => {
  const { said, time, lead } = open();
  lead.show("A", place, true);
  lead.left("A", false);
  time.now = 5_000;
  lead.tend(time.now);
  lead.came("A");
  time.now = 60_000;
  lead.tend(time.now);
  expect(said.at(-1)).not.toBeNull();
  lead.left("B", false);
  lead.left("A", false);
  time.now = 70_000;
  lead.tend(time.now);
  expect(said.at(-1)).toBeNull();
});

it("ends at once when the leader's rights changed, and only theirs", () => {
  const { said, lead } = open();
  lead.show("A", place, true);
  lead.left("B", true);
  expect(said.at(-1)).not.toBeNull();
  lead.left("A", true);
  expect(said.at(-1)).toBeNull();
});

it("of a leader who is not in the room ends as if they had left", () => {
  const { said, time, lead } = open();
  lead.show("A", place, false);
  time.now = 10_000;
  lead.tend(time.now);
  expect(said.at(-1)).toBeNull();
});

it("is said again to those who come, under the same number", () => {
  const { said, lead } = open();
  lead.came("B");
  expect(said).toEqual([]);
  lead.show("A", place, true);
  lead.came("B");
  expect(said[1]).toBe(said[0]);
});
