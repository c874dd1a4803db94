/** The margin of the Arabic essay, in Arabic and English. */
import type { SeedNote } from "#db/seed/shape.ts";

/** Notes on the Arabic essay. */
export const wellNotes = [
  {
    key: "well-road-names",
    by: "samir",
    quote: "لأن المرء لا يسمّي الطريق إلا باسم ما ينقصه",
    colour: "amber",
    kind: "note",
    body: "هذه الجملة هي المقال كلّه في رأيي: الاسم اعترافٌ بنقص. For those reading with a dictionary: “one names a road only after what one lacks.”",
    minutesAgo: 5900,
    replies: [
      {
        by: "lena",
        body: "So “the border”, too, would be named by whoever lacks the other side? I am reading this next to The Wall and the Window and cannot stop.",
        minutesAgo: 5720,
      },
      { by: "samir", body: "أحسنتِ. And notice that both villages are called truthful.", minutesAgo: 5640 },
    ],
  },
  {
    key: "well-mirror",
    by: "amina",
    quote: "فرأيتُ السماء قبل أن أرى نفسي",
    colour: "blue",
    kind: "question",
    body: "My Arabic is from school and slow. Does this last line turn ¶2 round? There the face comes first and the sky second.",
    minutesAgo: 4800,
    replies: [
      {
        by: "samir",
        body: "نعم، تمامًا: في ¶2 الوجه أوّلًا ثم السماء، وهنا السماء أوّلًا. She has learnt to read past page one. Slow is the right speed.",
        minutesAgo: 4655,
      },
    ],
  },
] as const satisfies readonly SeedNote[];
