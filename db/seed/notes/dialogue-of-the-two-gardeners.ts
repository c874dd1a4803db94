/** The margin of the dialogue; its turns are ¶1–53. */
import type { SeedNote } from "#db/seed/shape.ts";

/** Notes on the dialogue. */
export const gardenerNotes = [
  {
    key: "gardeners-singing",
    by: "jonas",
    quote: "you would be telling me now about the singing",
    colour: "amber",
    kind: "note",
    body: "*Post hoc, ergo propter hoc*, in eleven words of English, and you can hum it.",
    minutesAgo: 31400,
    replies: [{ by: "kwabena", body: "Nine. I counted on behalf of the pear tree.", minutesAgo: 31320 }],
  },
  {
    key: "gardeners-must",
    by: "ingrid",
    quote: "by the time it has reached the far end of the garden, it is a must with a label on it",
    colour: "blue",
    kind: "question",
    body: "Ada says that this happens to *every* “may”. Is her own sentence a may or a must?",
    minutesAgo: 30200,
    replies: [
      {
        by: "tomas",
        body: "“It happens to every”: a must, and she puts the label on it herself. She does the thing in the act of complaining about it.",
        minutesAgo: 30050,
      },
      {
        by: "devika",
        body: "Bruno has the better case in ¶8 anyway. You cannot hold an exception before you have hands.",
        minutesAgo: 29940,
      },
      { by: "ingrid", body: "As one who has been Ada in front of this very group: noted.", minutesAgo: 29800 },
    ],
  },
  {
    key: "gardeners-picked-up",
    by: "hana",
    quote: "From the ground, behind him, where it fell.",
    colour: "green",
    kind: "note",
    body: "Keep this one for ¶41, where half of it comes back about a different teacher. Between the two places “I picked it up” stops being an idiom.",
    minutesAgo: 27600,
  },
  {
    key: "gardeners-improving",
    by: "lena",
    quote: "I am improving it. He could see a little.",
    colour: "rose",
    kind: "note",
    body: "So she prunes as well: she has cut the story until it bears. By her own rule in ¶25 she now owes us the cuttings, and “he could see a little” is the one stick that she leaves on the grass.",
    minutesAgo: 26500,
  },
  {
    key: "gardeners-quince",
    by: "kwabena",
    quote: "That is what keeps me awake.",
    colour: "violet",
    kind: "question",
    body: "Why should it? The fruit is good. Is she afraid that the rule was wrong, or that it was right by accident?",
    minutesAgo: 25800,
    replies: [
      {
        by: "samir",
        body: "That she will never be able to find out. A bad quince would have told her which half to unlearn (¶19).",
        minutesAgo: 25650,
      },
    ],
  },
  {
    key: "gardeners-ladder-private",
    by: "amina",
    quote: "One does not tell things to the person who is holding the ladder.",
    colour: "blue",
    kind: "note",
    body: "For the talk: who held mine, and what I never told her.",
    minutesAgo: 25100,
    private: true,
  },
  {
    key: "gardeners-last-line",
    by: "devika",
    quote: "They will have to look at it.",
    colour: "amber",
    kind: "note",
    body: "In ¶24 they were “sticks”. Now they are “it”, singular, something that one looks at. Ada has won, and nobody mentions it, including the author.",
    minutesAgo: 24300,
  },
] as const satisfies readonly SeedNote[];
