/** Texts of made sentences, edits of them, and the truth about where each sentence went. */

/** A sentence with the one that it was made from (its own id for a new one); paragraphs are lists of them. */
export type Sentence = { readonly id: number; readonly text: string };
export type Paragraph = readonly Sentence[];

/** Numbers in [0, 1) from a seed: mulberry32, public domain. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const vocabulary = (
  "stone wall river gate night ferry bridge old people harbour lantern winter counted ordered built carried forgot under over " +
  "slow bright hollow never always paper lamp road field and the of in to was had they who a with before nobody letter"
).split(" ");

export type Maker = {
  readonly random: () => number;
  readonly sentence: () => Sentence;
  readonly text: (sentences: number) => Paragraph[];
};

export function makerOf(seed: number): Maker {
  const random = randomFrom(seed);
  let next = 0;
  const sentence = () => {
    next += 1;
    const words = Array.from({ length: 5 + Math.floor(random() * 14) }, () => pick(random, vocabulary));
    const [first = ""] = words;
    return { id: next, text: `${first.charAt(0).toUpperCase()}${first.slice(1)} ${words.slice(1).join(" ")}.` };
  };
  return {
    random,
    sentence,
    text: (sentences) => {
      const paragraphs: Paragraph[] = [];
      for (let left = sentences; left > 0; ) {
        const some = Math.min(left, 2 + Math.floor(random() * 5));
        paragraphs.push(Array.from({ length: some }, sentence));
        left -= some;
      }
      return paragraphs;
    },
  };
}

export function pick<T>(random: () => number, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

/** The plain text, one line a paragraph, and where each sentence stands in it (UTF-16 code units). */
export function written(paragraphs: readonly Paragraph[]) {
  const places = new Map<number, { readonly start: number; readonly end: number }>();
  const lines: string[] = [];
  let at = 0;
  for (const paragraph of paragraphs) {
    const line = paragraph.map(({ text }) => text).join(" ");
    let start = at;
    for (const { id, text } of paragraph) {
      places.set(id, { start, end: start + text.length });
      start += text.length + 1;
    }
    lines.push(line);
    at += line.length + 1;
  }
  return { text: lines.join("\n"), places };
}

/** Edits as a teacher makes them, by name; each touches about one in `every` sentences or paragraphs. */
export const editKinds = {
  "words replaced": ({ random }, text, every) =>
    text.map((paragraph) =>
      paragraph.map((sentence) =>
        random() * every < 1 ? { ...sentence, text: reworded(random, sentence.text) } : sentence,
      ),
    ),
  typos: ({ random }, text, every) =>
    text.map((paragraph) =>
      paragraph.map((sentence) =>
        random() * every < 1 ? { ...sentence, text: mistyped(random, sentence.text) } : sentence,
      ),
    ),
  "sentences added": ({ random, sentence }, text, every) =>
    text.map((paragraph) => paragraph.flatMap((one) => (random() * every < 1 ? [sentence(), one] : [one]))),
  "sentences deleted": ({ random }, text, every) =>
    filled(text.map((paragraph) => paragraph.filter(() => random() * every >= 1))),
  "paragraphs deleted": ({ random }, text, every) => text.filter(() => random() * every >= 1),
  "paragraphs added": ({ random, sentence }, text, every) =>
    text.flatMap((paragraph) => (random() * every < 1 ? [[sentence(), sentence()], paragraph] : [paragraph])),
  "paragraphs moved": ({ random }, text, every) => {
    const moving = new Set(text.filter(() => random() * every < 1));
    const rest = text.filter((paragraph) => !moving.has(paragraph));
    for (const paragraph of moving) rest.splice(Math.floor(random() * (rest.length + 1)), 0, paragraph);
    return rest;
  },
  "paragraphs split": ({ random }, text, every) =>
    text
      .flatMap((paragraph) => (random() * every < 1 ? [paragraph.slice(0, 1), paragraph.slice(1)] : [paragraph]))
      .filter(({ length }) => length > 0),
  "paragraphs joined": ({ random }, text, every) => {
    const out: Paragraph[] = [];
    for (const paragraph of text) {
      const last = out.at(-1);
      if (last !== undefined && random() * every < 1) out[out.length - 1] = [...last, ...paragraph];
      else out.push(paragraph);
    }
    return out;
  },
} as const satisfies Readonly<
  Record<string, (maker: Maker, text: readonly Paragraph[], every: number) => readonly Paragraph[]>
>;

/** Every paragraph again somewhere else with one word in each sentence replaced: a text full of near-twins. */
export function withTwins({ random, sentence }: Maker, text: readonly Paragraph[]): readonly Paragraph[] {
  const twins = text.map((paragraph) =>
    paragraph.map((one) => ({ id: sentence().id, text: reworded(random, one.text, 1) })),
  );
  return [...text, ...twins];
}

function filled(text: readonly Paragraph[]): readonly Paragraph[] {
  return text.filter(({ length }) => length > 0);
}

/** Some words, at most a fifth of them. */
function reworded(random: () => number, text: string, most = Number.POSITIVE_INFINITY): string {
  const words = text.split(" ");
  const times = Math.min(most, Math.max(1, Math.floor(words.length * 0.2 * random())));
  for (let i = 0; i < times; i += 1) words[1 + Math.floor(random() * (words.length - 2))] = pick(random, vocabulary);
  return words.join(" ");
}

function mistyped(random: () => number, text: string): string {
  const at = 1 + Math.floor(random() * (text.length - 2));
  return text.slice(0, at) + pick(random, [..."aeiounrst"]) + text.slice(at + (random() < 0.5 ? 1 : 0));
}
