/** What the readers of other texts wait while a revision is published, with notes and without. */
import { during, startChild } from "./child.ts";
import { figures, type Pauses } from "./pauses.ts";
import { row, table } from "./table.ts";

/** Another word in one paragraph of so many. */
const EVERY = 20;

/** Aim: a turn below 50 ms. The first row is what the others are compared with. */
export async function publishing(): Promise<void> {
  table("Publishing a revision", "words", "notes", "ms", "longest turn ms", "its CPU ms");
  await during(startChild("./composed-server.ts"), async (child) => {
    for (const words of [5000, 500_000]) {
      for (const notes of [0, 1000, 10_000]) {
        await child.ask({ members: 1, words, notes });
        const taken = (await child.ask({ revise: EVERY })) as Pauses;
        row(words, notes, ...figures(taken));
      }
    }
  });
}
