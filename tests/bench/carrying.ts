/** Notes follow a text of 500,000 words through an edit of which everything is known: time, pauses and truth. */
import { carrySpan, makeEdit } from "#app/domain/annotation/carry.ts";
import { editKinds, makerOf, type Paragraph, pick, written } from "#tests/support/edited-texts.ts";
import { row, table } from "./table.ts";

const SENTENCES = 42_000;
const NOTES = 10_000;

export async function carrying(): Promise<void> {
  table(
    `${NOTES} notes through an edit of ${SENTENCES} sentences (some 500,000 words), one in so many touched`,
    ...["one in", "compare, ms", "carry, ms", "exact", "moved", "changed", "uncertain", "lost", "of these wrong"],
  );
  for (const every of [1_000, 100, 20]) {
    const maker = makerOf(every);
    const first = maker.text(SENTENCES);
    let second: readonly Paragraph[] = first;
    for (const kind of Object.values(editKinds)) second = kind(maker, second, every);
    const [before, after] = [written(first), written(second)];
    const ids = Array.from({ length: NOTES }, () => pick(maker.random, [...before.places.keys()]));
    const began = performance.now();
    const edit = makeEdit({ from: "r1", to: "r2", before: before.text, after: after.text });
    const compared = performance.now();
    const carried = ids.map((id) => carrySpan(edit, before.places.get(id) ?? { start: 0, end: 0 }));
    const ended = performance.now();
    const states = { exact: 0, moved: 0, changed: 0, uncertain: 0, lost: 0 };
    let wrong = 0;
    for (const [i, { state, span }] of carried.entries()) {
      states[state] += 1;
      const truth = after.places.get(ids[i] ?? 0);
      if (state === "lost" || state === "uncertain") continue;
      if (truth === undefined || span.start >= truth.end || span.end <= truth.start) wrong += 1;
    }
    row(every, Math.round(compared - began), Math.round(ended - compared), ...Object.values(states), wrong);
  }
}
