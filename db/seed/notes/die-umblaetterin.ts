/** The margin of the German prose piece, in German and English. */
import type { SeedNote } from "#db/seed/shape.ts";

/** Notes on the German text. */
export const pageTurnerNotes = [
  {
    key: "page-turner-consoled",
    by: "jonas",
    quote: "der getröstet ist, bevor es etwas zu trösten gibt",
    colour: "green",
    kind: "note",
    body: "Genau so fühlt sich Wiederlesen an. Man weiß, dass es sich löst, und darf es niemandem sagen.",
    minutesAgo: 10300,
  },
  {
    key: "page-turner-politeness",
    by: "hana",
    quote: "ob das höflich war",
    colour: "violet",
    kind: "question",
    body: "Is “da habe ich zum ersten Mal zugehört” a compliment to her, to the composer, or to the missing pages?",
    minutesAgo: 9100,
    replies: [
      {
        by: "jonas",
        body: "To the gap, I think. “Zugehört”, not “gehört”: he had been reading until then, although he knew it by heart.",
        minutesAgo: 8870,
      },
    ],
  },
] as const satisfies readonly SeedNote[];
