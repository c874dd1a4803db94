import { builtInKinds, type Kind } from "#app/domain/annotation/annotation.ts";
import { takingWords } from "#app/words/taking.ts";

/** A kind in words, `own` being the group's by id; null for none, and for one that its group no longer knows. */
export function kindName(kind: Kind | null, own: ReadonlyMap<string, string>): string | null {
  const builtIn = builtInKinds.find((each) => each === kind);
  return builtIn === undefined ? (own.get(kind ?? "") ?? null) : takingWords.file.kinds[builtIn];
}
