/** What readers of the dialogue have reported, so that its moderators find something in the queue. */
import type { SeedNote } from "#db/seed/shape.ts";

/** Notes that somebody had better look at. */
export const reportedNotes = [
  {
    key: "gardeners-fence",
    by: "lena",
    quote: "They do not disagree. They fence.",
    colour: "amber",
    kind: "note",
    body: "I do dismiss it, and I have read it twice. The analogy is doing all the work: sticks are not reasons because children hit each other with them.",
    minutesAgo: 96,
    replies: [
      {
        by: "tomas",
        body: "This is what happens when people who never read the text lecture the rest of us about it.",
        minutesAgo: 16,
        reports: [
          { by: "lena", reason: "attack", words: "aimed at me, not at the reading.", minutesAgo: 12 },
          { by: "jonas", reason: "attack", minutesAgo: 9 },
        ],
      },
    ],
  },
  {
    key: "gardeners-summary",
    by: "hana",
    quote: "A tree never shows you what it is not.",
    colour: "blue",
    kind: "note",
    body: "See my page for the full summary so you do not have to read it: https://cuttings.example/gardeners and https://cuttings.example/all",
    minutesAgo: 58,
    reports: [{ by: "kwabena", reason: "spam", words: "two links, no sentence about the text", minutesAgo: 31 }],
  },
  {
    key: "gardeners-harbour",
    by: "jonas",
    quote: "They are everything that you decided not to keep",
    colour: "green",
    kind: "note",
    body: "Off the passage, I think, but the parallel with the harbour treaty is worth a thread of its own.",
    minutesAgo: 140,
    reports: [
      { by: "samir", reason: "off-topic", minutesAgo: 75 },
      { by: "hana", reason: "off-topic", words: "interesting, but not here", minutesAgo: 61 },
    ],
  },
  {
    key: "gardeners-half-sentence",
    by: "samir",
    quote: "it was a good rule with a poor reason",
    colour: "violet",
    kind: "note",
    body: "So the dialogue says that a poor reason makes a good rule. That is a scandal.",
    minutesAgo: 180,
    reports: [
      {
        by: "amina",
        reason: "misquotation",
        words: "Without “if a mistake bears fruit for thirty years” it says the reverse.",
        minutesAgo: 121,
      },
    ],
  },
  {
    key: "gardeners-asked",
    by: "kwabena",
    quote: "I had to make out the man from what he threw away.",
    colour: "rose",
    kind: "note",
    body: "Anybody who teaches like Marten should be sent home. We all know who I mean.",
    minutesAgo: 1500,
    reports: [{ by: "hana", reason: "attack", words: "this is about somebody in our department", minutesAgo: 1440 }],
    decided: {
      by: "devika",
      verb: "revise",
      reason: "attack",
      toAuthor: "Say it about Marten, who is in the text, and it is a good note.",
      minutesAgo: 1400,
    },
  },
  {
    key: "gardeners-doubled",
    by: "tomas",
    quote: "Disagree.",
    colour: "amber",
    kind: "note",
    body: "First!",
    minutesAgo: 4300,
    reports: [{ by: "lena", reason: "disruption", minutesAgo: 4290 }],
    decided: {
      by: "ingrid",
      verb: "hide",
      reason: "disruption",
      toAuthor: "Argue with the sentence, not with the clock.",
      minutesAgo: 4200,
    },
  },
] as const satisfies readonly SeedNote[];
