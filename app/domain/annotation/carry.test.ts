import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editScript } from "#app/domain/document/edit-script.ts";
import type { Target } from "./annotation.ts";
import { carrySpan, carryTarget, makeEdit } from "./carry.ts";
import { describe as describeSpan } from "./describe.ts";

const edit = (before: string, after: string, ids = { from: "r1", to: "r2" }) => makeEdit({ ...ids, before, after });
const spanOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

const wall = "The wall was built in one night.";
const gate = "Nobody asked who had ordered the gate.";
const twin = "Nobody asked who had ordered the wall.";
const last = "Years later the ferryman still counted the stones.";
const lines = (...all: readonly string[]) => all.join("\n");

describe("carrySpan", () => {
  it.each<[string, string, string, string, string, string]>([
    ["nothing changed", lines(wall, gate), lines(wall, gate), "one night", "exact", "one night"],
    [
      "words before it",
      lines(wall, gate),
      lines(`Once. ${wall}`, gate),
      "ordered the gate",
      "exact",
      "ordered the gate",
    ],
    [
      "a typo in it",
      lines(wall, gate),
      lines(wall.replace("night", "nigth"), gate),
      "one night",
      "changed",
      "one nigth",
    ],
    ["one word, mended", "He recieved it.", "He received it.", "recieved", "changed", "received"],
    ["two letters swapped", "Teh gate.", "The gate.", "Teh", "changed", "The"],
    [
      "a word inside it",
      wall,
      wall.replace("one night", "one dark night"),
      "built in one night",
      "changed",
      "built in one dark night",
    ],
    [
      "a sentence put into it",
      wall,
      `The wall was ${gate} ${last} ${twin} built in one night.`,
      "wall was built in",
      "changed",
      `wall was ${gate} ${last} ${twin} built in`,
    ],
    ["words right before and after", "a b c", "a x b y c", "b", "exact", "b"],
    ["its paragraph split", `${wall} ${gate}`, lines(wall, gate), "night. Nobody", "exact", "night.\nNobody"],
    ["two paragraphs joined", lines(wall, gate), `${wall} ${gate}`, "night.\nNobody", "exact", "night. Nobody"],
    ["its paragraph moved", lines(wall, gate, last), lines(gate, last, wall), "one night", "moved", "one night"],
    [
      "its sentence moved within a paragraph",
      `${wall} ${gate} ${last}`,
      `${gate} ${last} ${wall}`,
      wall,
      "moved",
      wall,
    ],
    ["curly quotes", 'He said "no" to it.', "He said “no” to it.", '"no"', "exact", "“no”"],
    ["letters composed", "the cafe\u0301 there", "the café there", "cafe\u0301", "exact", "café"],
    ["the first twin taken out", lines(twin, gate), gate, "ordered the gate", "exact", "ordered the gate"],
    ["a first sentence taken out", "Team A won. Team B won.", "Team B won.", "Team B won.", "exact", "Team B won."],
    ["Chinese", "墙是一夜之间建成的。", "墙是一夜之间造成的。", "一夜之间建成", "changed", "一夜之间造成"],
    ["beyond the BMP", "a 🧱 wall 🚪 gate", "one 🧱 wall 🚪 gate", "🚪 gate", "exact", "🚪 gate"],
    ["right to left", "בנו את החומה בלילה אחד.", "הם בנו את החומה בלילה אחד.", "החומה בלילה", "exact", "החומה בלילה"],
  ])("%s", (_, before, after, words, state, now) => {
    const carried = carrySpan(edit(before, after), spanOf(before, words));
    expect([carried.state, after.slice(carried.span.start, carried.span.end)]).toEqual([state, now]);
  });

  it.each([
    ["deleted, no twin", lines(wall, gate, last), lines(wall, last), gate],
    ["deleted, a near-twin right before it", lines(twin, gate, last), lines(twin, last), gate],
    ["deleted, a near-twin right after it", lines(gate, twin, last), lines(twin, last), gate],
    ["deleted, a near-twin far away", lines(gate, wall, last, twin), lines(wall, last, twin), gate],
    ["a sentence of a twin deleted", `${twin} ${gate} ${last}`, `${twin} ${last}`, gate],
    ["the first of two like sentences", `${gate} ${twin} ${last}`, `${twin} ${last}`, gate],
    ["a short word deleted", "a stone, a stone, a stone", "a stone, a stone", "a stone"],
  ])("%s: lost, at the place where it was", (_, before, after, words) => {
    const span = spanOf(before, words);
    const at = words === "a stone" ? { start: before.length - 7, end: before.length } : span;
    const carried = carrySpan(edit(before, after), at);
    expect(carried.state).toBe("lost");
    expect(carried.span.start).toBe(carried.span.end);
  });

  it("does not choose between two places at which the same words were put in", () => {
    const after = lines(`x ${wall}`, gate, `y ${wall}`);
    const { state, guess } = carrySpan(edit(lines(last, wall, gate), after), spanOf(lines(last, wall, gate), wall));
    expect(state === "uncertain" || (state === "exact" && guess === null)).toBe(true);
  });

  it("asks about a word that another one replaced", () => {
    const before = "They stacked the boulders high.";
    const after = "They stacked the rubble high.";
    const { state } = carrySpan(edit(before, after), spanOf(before, "boulders"));
    expect(["uncertain", "lost"]).toContain(state);
  });
});

describe("editScript", () => {
  it("keeps equal words, in order, and gives all of a text that did not change", () => {
    const text = fc
      .array(fc.constantFrom("wall", "gate", " ", "\n", ".", "é", "🧱", "a long line of words"), { maxLength: 40 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { kept, moved, added } = editScript(before, after);
        let [a, b] = [0, 0];
        for (const run of kept) {
          expect(run.before).toBeGreaterThanOrEqual(a);
          expect(run.after).toBeGreaterThanOrEqual(b);
          [a, b] = [run.before + run.length, run.after + run.length];
        }
        for (const run of [...kept, ...moved]) {
          expect(before.slice(run.before, run.before + run.length)).toBe(
            after.slice(run.after, run.after + run.length),
          );
        }
        const covered = new Array(after.length).fill(0);
        for (const run of [...kept, ...moved]) for (let i = 0; i < run.length; i += 1) covered[run.after + i] += 1;
        for (const { start, end } of added) for (let i = start; i < end; i += 1) covered[i] += 1;
        expect(covered.every((times) => times === 1)).toBe(true);
        expect(editScript(before, before).kept).toEqual([{ before: 0, after: 0, length: before.length }]);
      }),
    );
  });
});

describe("carryTarget", () => {
  const target = (text: string, words: string): Target => ({
    source: "r1",
    selector: describeSpan(text, spanOf(text, words)),
    state: "exact",
  });
  const first = lines(wall, gate, last);
  const second = lines(wall, last);

  it("keeps the words of a lost one, and finds them when somebody goes back", () => {
    const lost = carryTarget(target(first, gate), () => edit(first, second));
    expect(lost).toMatchObject({ source: "r2", state: "lost", was: { source: "r1", exact: gate } });
    expect(lost.selector[1].exact).toBe(gate);
    const third = lines(`Before. ${wall}`, last);
    const stillLost = carryTarget(lost, (source) =>
      edit(source === "r1" ? first : second, third, { from: source, to: "r3" }),
    );
    expect(stillLost).toMatchObject({ source: "r3", state: "lost", was: { source: "r1" } });
    const back = carryTarget(stillLost, (source) =>
      edit(source === "r1" ? first : third, first, { from: source, to: "r4" }),
    );
    expect(back).toMatchObject({ source: "r4", state: "exact" });
    expect(back.was).toBeUndefined();
    expect(back.selector).toEqual(target(first, gate).selector);
  });

  it("says that words changed until they are what they were", () => {
    const mended = first.replace("ordered", "commanded");
    const changed = carryTarget(target(first, gate), () => edit(first, mended));
    expect(changed).toMatchObject({ state: "changed", was: { exact: gate } });
    const longer = lines(mended, "One more line.");
    const still = carryTarget(changed, (source) =>
      edit(source === "r1" ? first : mended, longer, { from: source, to: "r3" }),
    );
    expect(still).toMatchObject({ state: "changed", source: "r3", was: { source: "r1", exact: gate } });
  });

  it("leaves a target of a revision that nobody has any more", () => {
    const known = target(first, gate);
    expect(carryTarget(known, () => null)).toBe(known);
  });
});
