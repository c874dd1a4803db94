/** Frequent small words that a page of the language cannot avoid and its neighbours seldom have. */
const smallWords: Readonly<Record<string, readonly string[]>> = {
  en: ["the", "and", "of", "is", "that", "with", "was", "for"],
  de: ["der", "und", "nicht", "ist", "das", "mit", "den", "ein"],
  fr: ["les", "et", "des", "est", "dans", "qui", "une", "pas"],
  es: ["los", "y", "las", "una", "por", "el", "del", "como"],
  it: ["che", "di", "della", "non", "il", "sono", "gli", "è"],
  pt: ["não", "uma", "dos", "os", "em", "como", "ao", "são"],
  nl: ["het", "een", "niet", "van", "zijn", "dat", "aan", "ook"],
  la: ["est", "non", "quod", "cum", "ad", "sed", "enim", "quae"],
};

/** Scripts that one language owns, or nearly so. Kana comes before Han, Persian letters before Arabic. */
const scripts: readonly (readonly [language: string, letters: RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["fa", /[پچژگ]/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["ka", /\p{Script=Georgian}/gu],
  ["hy", /\p{Script=Armenian}/gu],
];

/** UTF-16 code units that are looked at. */
const sample = 10_000;

/** Share of the letters above which a script names the language; kana and the Persian letters are few among others. */
const scriptShare: Readonly<Record<string, number>> = { ja: 0.1, fa: 0.01 };

/** BCP 47 language of a text, or "" where a guess would be a coin toss (short texts, and languages not in the tables). */
export function languageOf(text: string): string {
  const start = text.slice(0, sample);
  const letters = count(start, /\p{L}/gu);
  if (letters === 0) return "";
  const script = scripts.find(([language, own]) => count(start, own) / letters > (scriptShare[language] ?? 0.5));
  return script?.[0] ?? byWords(start);
}

/** The best must hold 6 % of all words and a lead of a third over the next. */
function byWords(text: string): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = Object.entries(smallWords)
    .map(([language, small]) => ({ language, score: words.filter((word) => small.includes(word)).length }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scores;
  if (best === undefined || next === undefined || words.length < 20) return "";
  return best.score >= words.length * 0.06 && best.score * 3 >= next.score * 4 ? best.language : "";
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}
