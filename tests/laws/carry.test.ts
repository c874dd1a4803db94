/** Notes follow the words of a text through its edits, or say that they do not know: never to somebody else's words. */
import { describe, expect, it } from "vitest";
import { carrySpan, makeEdit } from "#app/domain/annotation/carry.ts";
import { editKinds, makerOf, withTwins, written } from "#tests/support/edited-texts.ts";

const runs = Number(process.env.RUNS ?? 40);
const SENTENCES = 120;

type Count = { right: number; wrong: number; asked: number; lost: number };
type Names = readonly (keyof typeof editKinds)[];

/** Every sentence of many texts is followed through edits of these kinds, one after the other. */
function count(kinds: Names, { twins, every }: { readonly twins: boolean; readonly every: number }) {
  const there: Count = { right: 0, wrong: 0, asked: 0, lost: 0 };
  const gone: Count = { right: 0, wrong: 0, asked: 0, lost: 0 };
  for (let seed = 1; seed <= runs; seed += 1) {
    const maker = makerOf(seed);
    const first = twins ? withTwins(maker, maker.text(SENTENCES)) : maker.text(SENTENCES);
    let second: ReturnType<(typeof editKinds)[keyof typeof editKinds]> = first;
    for (const kind of kinds) second = editKinds[kind](maker, second, every);
    const [before, after] = [written(first), written(second)];
    const edit = makeEdit({ from: "r1", to: "r2", before: before.text, after: after.text });
    for (const [id, span] of before.places) {
      const truth = after.places.get(id);
      const { state, span: found } = carrySpan(edit, span);
      const into = truth === undefined ? gone : there;
      if (state === "lost") into.lost += 1;
      else if (state === "uncertain") into.asked += 1;
      else if (truth !== undefined && overlap(found, truth) > 0.5) into.right += 1;
      else into.wrong += 1;
    }
  }
  return { there, gone };
}

type Span = { readonly start: number; readonly end: number };

/** Share of the longer of two spans that both have. */
function overlap(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / Math.max(a.end - a.start, b.end - b.start, 1);
}

const names = Object.keys(editKinds) as (keyof typeof editKinds)[];

describe.each([false, true])("in a text whose paragraphs have near-twins: %s", (twins) => {
  it.each(names)("%s", (kind) => {
    const { there, gone } = count([kind], { twins, every: 8 });
    const all = there.right + there.wrong + there.asked + there.lost;
    expect({ wrong: there.wrong, wronglyFound: gone.wrong }).toEqual({ wrong: 0, wronglyFound: 0 });
    expect(there.right / all).toBeGreaterThanOrEqual(0.99);
  });

  it("all of them at once", () => {
    const { there, gone } = count(names, { twins, every: 20 });
    const all = there.right + there.wrong + there.asked + there.lost;
    // A sentence that was edited and moved to where one like it was deleted looks like an edit of that one.
    expect((there.wrong + gone.wrong) / all).toBeLessThan(0.001);
    expect(there.right / all).toBeGreaterThanOrEqual(0.97);
  });
});
