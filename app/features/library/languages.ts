import { libraryWords } from "#app/words/library.ts";
import { spokenLocale } from "#app/words/localised.ts";

/** Languages of texts that seminars read often; any other keeps its place when the importer found it. */
const usual =
  "ar bg bn ca cs cy da de el en eo es et eu fa fi fr ga gl grc he hi hr hu hy id is it ja ka ko la lt lv mk nl no pl pt ro ru sa sk sl sq sr sv sw ta th tr uk ur vi yi zh";

/** BCP 47 codes with their names in the language of the page in alphabetical order, "not sure" first; `current` is among them. */
export function languageChoices(current: string): readonly { readonly value: string; readonly label: string }[] {
  const names = new Intl.DisplayNames([spokenLocale()], { type: "language", fallback: "code" });
  const codes = [...new Set([...usual.split(" "), current])].filter(Boolean);
  const named = codes.map((value) => ({ value, label: names.of(value) ?? value }));
  named.sort((a, b) => a.label.localeCompare(b.label, spokenLocale()));
  return [{ value: "", label: libraryWords.preview.unknownLanguage }, ...named];
}
