/** Passages of made texts, what happened to them, and where they are now. */
import { describe, type Span, tidySpan } from "#app/domain/annotation/describe.ts";
import { matchAll, type Selectors } from "#app/domain/annotation/match.ts";
import { indexQuotes } from "#app/domain/annotation/quote-index.ts";
import { pick, randomFrom } from "./edited-texts.ts";
import { plainly } from "./plain-anchoring.ts";

/** Words of each script; letters beyond the BMP, and scripts without spaces, are among them. */
const scripts = {
  Latin:
    "stone wall river gate night ferry bridge old people harbour lantern winter counted ordered built carried forgot under over slow bright hollow never always paper lamp road field and the of in to was had they who with before nobody letter café naïve",
  Chinese:
    "墙 与 窗 河 桥 夜 灯 石 人 船 冬 天 旧 纸 路 田 他 们 在 上 下 说 过 了 没 有 谁 问 数 忘 慢 空 信 门 城 雪 声 光 风 雨",
  Arabic:
    "جدار نهر باب ليل جسر قديم ناس ميناء فانوس شتاء حجر طريق حقل ورقة من في على إلى كان الذي ثم لم لن بعد قبل كل بين حتى",
  signs:
    "🧱 wall 🚪 gate 👩‍👩‍👧 people 🌊 river 🌙 night 𝔤𝔩𝔬𝔰𝔰𝔞 who 🕯️ lamp 👍🏽 the of in and to was had they 🛶 ferry never 📜 paper",
} as const;
export type Script = keyof typeof scripts;
export const scriptNames = Object.keys(scripts) as readonly Script[];

/** A text as lists of words; the passage is words `from` to `to` of a paragraph. */
type Made = { readonly paragraphs: string[][]; readonly at: number; readonly from: number; readonly to: number };
type Random = () => number;

export type Case = {
  readonly before: string;
  readonly after: string;
  readonly span: Span;
  readonly truth: Span | null;
};

/** Code units that a passage has about. */
export const lengths = { "4–8": 6, "20–40": 30, "80–160": 120 } as const;

const inserted = (words: readonly string[], at: number, more: readonly string[]) => [
  ...words.slice(0, at),
  ...more,
  ...words.slice(at),
];

type Deed = (made: Made, random: Random, vocabulary: readonly string[]) => Made | null;

/** In the passage, or in its whole paragraph. */
const replaced =
  (share: number, where: "passage" | "paragraph" = "passage"): Deed =>
  (made, random, vocabulary) => {
    const isMeant = (i: number) => where === "paragraph" || (i >= made.from && i < made.to);
    const words = (made.paragraphs[made.at] ?? []).map((word, i) =>
      isMeant(i) && random() < share ? pick(random, vocabulary) : word,
    );
    return { ...made, paragraphs: made.paragraphs.with(made.at, words) };
  };

const removed: Deed = ({ paragraphs, at }) => {
  paragraphs.splice(at, 1);
  return null;
};

/** What happened; null where the passage is gone. */
export const deeds = {
  "text before it": (made, random, vocabulary) => ({
    ...made,
    paragraphs: [paragraph(random, vocabulary, 60), ...made.paragraphs],
    at: made.at + 1,
  }),
  "typos, 5 %": (made, random) => ({
    ...made,
    paragraphs: made.paragraphs.map((words, p) =>
      p === made.at ? words.map((word) => mistyped(random, word)) : words,
    ),
  }),
  "5 % of words replaced": replaced(0.05),
  "10 % of words replaced": replaced(0.1),
  "20 % of words replaced": replaced(0.2),
  "40 % of words replaced": replaced(0.4),
  "10 % replaced around it, too": replaced(0.1, "paragraph"),
  "20 % replaced around it, too": replaced(0.2, "paragraph"),
  "40 % replaced around it, too": replaced(0.4, "paragraph"),
  "paragraph moved": (made, random) => {
    const rest = made.paragraphs.filter((_, p) => p !== made.at);
    const at = Math.floor(random() * (rest.length + 1));
    return { ...made, paragraphs: rest.toSpliced(at, 0, made.paragraphs[made.at] ?? []), at };
  },
  "paragraph split": (made) => {
    const words = made.paragraphs[made.at] ?? [];
    const parts = [words.slice(0, made.from), words.slice(made.from)];
    const paragraphs = made.paragraphs.toSpliced(made.at, 1, ...parts);
    return { paragraphs, at: made.at + 1, from: 0, to: made.to - made.from };
  },
  "paragraphs joined": (made) => {
    const [words, next] = [made.paragraphs[made.at] ?? [], made.paragraphs[made.at + 1] ?? []];
    return { ...made, paragraphs: made.paragraphs.toSpliced(made.at, 2, [...words, ...next]) };
  },
  "words put in": (made, random, vocabulary) => {
    const words = made.paragraphs[made.at] ?? [];
    const more = paragraph(random, vocabulary, 2);
    const paragraphs = made.paragraphs.with(made.at, inserted(words, made.from, more));
    return { ...made, paragraphs, from: made.from + more.length, to: made.to + more.length };
  },
  "letters composed otherwise": (made) => ({
    ...made,
    paragraphs: made.paragraphs.map((words) => words.map((word) => word.normalize("NFD"))),
  }),
  deleted: removed,
  "deleted, a near-twin elsewhere": removed,
} as const satisfies Readonly<Record<string, Deed>>;
export type DeedName = keyof typeof deeds;

/** One passage in a text of some 40 paragraphs, and what the deed made of both. */
export function caseOf(seed: number, script: Script, deed: DeedName, length: number): Case {
  const random = randomFrom(seed);
  const vocabulary = scripts[script].split(" ");
  const joint = script === "Chinese" ? "" : " ";
  const paragraphs = Array.from({ length: 40 }, () => paragraph(random, vocabulary, 40 + Math.floor(random() * 30)));
  const at = 3 + Math.floor(random() * 34);
  const from = 6 + Math.floor(random() * 20);
  let to = from + 1;
  while ((paragraphs[at] ?? []).slice(from, to).join(joint).length < length && to < (paragraphs[at] ?? []).length - 2)
    to += 1;
  if (deed === "deleted, a near-twin elsewhere") {
    const twin = (paragraphs[at] ?? []).map((word, i) => (i % 16 === 7 ? pick(random, vocabulary) : word));
    paragraphs.push(twin);
  }
  const first: Made = { paragraphs, at, from, to };
  const before = written(first, joint);
  const span = placeIn(first, joint);
  const copy: Made = { ...first, paragraphs: paragraphs.map((words) => [...words]) };
  const second = deeds[deed](copy, random, vocabulary);
  const after = written(second ?? copy, joint);
  return { before, after, span, truth: second === null ? null : placeIn(second, joint) };
}

export type Tally = { right: number; wrong: number; asked: number; lost: number };

/** Ours and the plain way on the same cases. */
export function tally(cases: readonly Case[]): { readonly ours: Tally; readonly plain: Tally } {
  const [ours, plain] = [zero(), zero()];
  for (const { before, after, span, truth } of cases) {
    const tidy = tidySpan(before, span) ?? span;
    const selectors: Selectors = describe(before, tidy);
    const [match] = [...matchAll(indexQuotes(after), [selectors])];
    if (match?.state === "uncertain") ours.asked += 1;
    else count(ours, match?.span ?? null, truth);
    count(plain, plainly(after, selectors), truth);
  }
  return { ours, plain };
}

function zero(): Tally {
  return { right: 0, wrong: 0, asked: 0, lost: 0 };
}

/** Right: it begins within a third of its length of where it should (12 code units for a short one), or is rightly lost. */
function count(into: Tally, found: Span | null, truth: Span | null): void {
  if (found === null) into[truth === null ? "right" : "lost"] += 1;
  else if (truth === null) into.wrong += 1;
  else
    into[Math.abs(found.start - truth.start) <= Math.max(12, (truth.end - truth.start) / 3) ? "right" : "wrong"] += 1;
}

function paragraph(random: Random, vocabulary: readonly string[], words: number): string[] {
  return Array.from({ length: words }, () => pick(random, vocabulary));
}

function mistyped(random: Random, word: string): string {
  // One letter in twenty, most words having five.
  if (random() > 0.25 || word.length < 2) return word;
  const at = Math.floor(random() * word.length);
  return word.slice(0, at) + pick(random, [..."aeioust"]) + word.slice(at + 1);
}

function written({ paragraphs }: Pick<Made, "paragraphs">, joint: string): string {
  return paragraphs.map((words) => words.join(joint)).join("\n");
}

function placeIn({ paragraphs, at, from, to }: Made, joint: string): Span {
  const before = paragraphs.slice(0, at).reduce((sum, words) => sum + words.join(joint).length + 1, 0);
  const words = paragraphs[at] ?? [];
  const lead = words.slice(0, from).join(joint).length + (from === 0 ? 0 : joint.length);
  return { start: before + lead, end: before + lead + words.slice(from, to).join(joint).length };
}
