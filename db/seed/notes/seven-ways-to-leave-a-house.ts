/** The margin of the poem; its stanzas are ¶1–7. */
import type { SeedNote } from "#db/seed/shape.ts";

/** Notes on the poem. */
export const houseNotes = [
  {
    key: "house-count",
    by: "noor",
    quote: null,
    colour: "violet",
    kind: "question",
    body: "Read it aloud before you answer. How many of the seven really leave?",
    minutesAgo: 43900,
    replies: [
      {
        by: "ruolan",
        body: "Light, smoke, tenant, mother (several times), stairs not, box yes. The seventh only turns round at the gate, so five and a half.",
        minutesAgo: 43500,
      },
      { by: "tomas", body: "The mother counts as minus one. She is still at the gate.", minutesAgo: 43350 },
    ],
  },
  {
    key: "house-smoke",
    by: "hana",
    quote: "for longer than the house will wear its own",
    colour: "amber",
    kind: "highlight",
    body: "",
    minutesAgo: 42800,
  },
  {
    key: "house-tenant",
    by: "jonas",
    quote: "They say it back in very nearly your voice.",
    colour: "green",
    kind: "note",
    body: "“Very nearly” is the most frightening adverb I have met this year.",
    minutesAgo: 41200,
  },
  {
    key: "house-corner",
    by: "samir",
    quote: "say mind the corner, left a bit, now stop,\nand mind the corner, tenderly, and stop.",
    colour: "rose",
    kind: "note",
    body: "In the first line “mind” is an order, in the second it is a thing that they do. One adverb turns removal men into pall-bearers. If you missed that the second box is a coffin, read it again with the voice lowered on *tenderly*.",
    minutesAgo: 40100,
    replies: [{ by: "amina", body: "I had missed it. I should have liked to go on missing it.", minutesAgo: 39950 }],
  },
  {
    key: "house-hers",
    by: "amina",
    quote: "to see what kind of dark it is. It’s hers.",
    colour: "blue",
    kind: "note",
    body: "“It” has been the house, then the lamp, and now it is the dark. Whatever is left on in the second line of ¶7 is what she comes down to find.",
    minutesAgo: 38700,
  },
] as const satisfies readonly SeedNote[];
