import { expect, test } from "vitest";
import { ManualTimer } from "./manual-timer.ts";
import { Pace } from "./pace.ts";

function paced(cost: () => number) {
  const timer = new ManualTimer();
  const sent: number[] = [];
  const pace = new Pace(timer, () => {
    sent.push(timer.time);
    timer.time += cost();
  });
  return { timer, sent, pace };
}

const rests: readonly [string, number, number][] = [
  ["a cheap send is followed at once", 0.5, 0],
  ["a send of 2 ms rests for 4", 2, 4],
  ["a send of 10 ms rests for 20", 10, 20],
  ["no rest is longer than 25 ms", 40, 25],
];

test.each(rests)("%s", (_, cost, rest) => {
  const { timer, sent, pace } = paced(() => cost);
  pace.ask();
  pace.ask();
  expect(sent).toEqual(rest === 0 ? [0, cost] : [0]);
  timer.advance(rest);
  expect(sent).toEqual([0, cost + rest]);
});

test("all that is asked for during the rest is one send", () => {
  const { timer, sent, pace } = paced(() => 2);
  for (let i = 0; i < 5; i++) pace.ask();
  timer.advance(4);
  expect(sent).toEqual([0, 6]);
  timer.advance(1000);
  expect(sent).toEqual([0, 6]);
});

test("after a long silence the next send goes out at once", () => {
  const { timer, sent, pace } = paced(() => 10);
  pace.ask();
  timer.advance(1000);
  pace.ask();
  expect(sent).toEqual([0, 1010]);
});

test("what was stopped is not sent, and asking again keeps the rest", () => {
  const { timer, sent, pace } = paced(() => 2);
  pace.ask();
  pace.ask();
  pace.stop();
  timer.advance(3);
  expect(sent).toEqual([0]);
  pace.ask();
  timer.advance(1);
  expect(sent).toEqual([0, 6]);
});
