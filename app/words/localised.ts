/**
 * Words in the language of whoever reads them. A catalogue is looked up when a word is read, not when its module is
 * loaded, so that one server process speaks every language and components name their words once.
 */
import type { Locale } from "./locale.ts";

/** A catalogue in another language: the same words, each of the same kind. */
export type Translated<T> = T extends string
  ? string
  : T extends (...given: infer A) => infer R
    ? (...given: A) => Translated<R>
    : T extends readonly (infer E)[]
      ? readonly Translated<E>[]
      : { readonly [K in keyof T]: Translated<T[K]> };

type Catalogue = Readonly<Record<string, unknown>>;

const catalogues = new Map<Locale, ReadonlyMap<string, Catalogue>>();
/**
 * Who knows the language of the moment: the request on the server, the document in a browser. The build of the pages and the
 * server are two module graphs with a copy of this file each, so the one who knows is registered under a symbol that both
 * copies find; catalogues are plain data, and each graph has its own.
 */
export type LocaleSource = {
  readonly current: () => Locale;
  /** Runs `work`, and everything that it awaits, in that language. */
  readonly within: <T>(locale: Locale, work: () => T) => T;
};

const SOURCE = Symbol.for("glossa.locale-source");
const registry = globalThis as { [SOURCE]?: LocaleSource };
const englishOnly: LocaleSource = { current: () => "en", within: (_, work) => work() };

/** Says who knows the language of the moment. */
export function speakAs(source: LocaleSource): void {
  registry[SOURCE] = source;
}

/** The language in which words are read now. */
export function spokenLocale(): Locale {
  return (registry[SOURCE] ?? englishOnly).current();
}

/** Runs `work` in another language than that of the moment: a mail speaks its receiver's, not its sender's. */
export function inLocale<T>(locale: Locale, work: () => T): T {
  return (registry[SOURCE] ?? englishOnly).within(locale, work);
}

/** Makes a language known; catalogues by the names that `localised` was given. */
export function addLanguage(locale: Locale, words: Readonly<Record<string, Catalogue>>): void {
  catalogues.set(locale, new Map(Object.entries(words)));
}

/** The catalogue of that name in the language of the moment, in English where it has none. */
export function localised<T extends Catalogue>(name: string, english: T): T {
  return view(english, () => catalogues.get(spokenLocale())?.get(name) ?? english) as T;
}

/** An object that reads each word from what `current` gives at that moment; `shape` is English and tells what is nested. */
function view(shape: Catalogue, current: () => Catalogue): Catalogue {
  const nested = new Map<string, Catalogue>();
  for (const [key, value] of Object.entries(shape)) {
    if (!isCatalogue(value)) continue;
    nested.set(
      key,
      view(value, () => {
        const inner = current()[key];
        return isCatalogue(inner) ? inner : value;
      }),
    );
  }
  const read = (key: string): unknown => nested.get(key) ?? current()[key] ?? shape[key];
  const words = {};
  for (const key of Object.keys(shape)) Object.defineProperty(words, key, { enumerable: true, get: () => read(key) });
  return words;
}

function isCatalogue(value: unknown): value is Catalogue {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
