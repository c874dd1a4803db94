import { builtInKinds, type Kind } from "#app/domain/annotation/annotation.ts";
import { takingWords } from "#app/words/taking.ts";

/** A kind in words; null for none, and for one that its group no longer knows. */
export function kindName(kind: Kind | null): string | null {
  const builtIn = builtInKinds.find((each) => each === kind);
  return builtIn === undefined ? null : takingWords.file.kinds[builtIn];
}
