/** Entries of a ZIP archive, never more of them than fits: sizes are looked at before anything is unpacked. */
import { unzipSync } from "fflate";
import { Problem } from "#app/domain/problem.ts";
import { importWords } from "#app/words/import.ts";

/** Bytes that the wanted entries of an archive unpack to, all together, and entries in it. */
const MOST_UNPACKED = 40 * 1024 * 1024;
const MOST_ENTRIES = 10_000;

/** The wanted entries by name. Throws `too-large` for what would unpack to more than 40 MB, `invalid` for no archive. */
export function entriesOf(bytes: Uint8Array, isWanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  let entries = 0;
  let unpacked = 0;
  const filter = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean => {
    entries += 1;
    if (entries > MOST_ENTRIES) throw new Problem("too-large", importWords.tooManyEntries);
    if (!isWanted(name)) return false;
    unpacked += originalSize;
    // An entry never unpacks to more than it says: what is behind that is cut off.
    if (unpacked > MOST_UNPACKED) throw new Problem("too-large", importWords.tooMuchUnpacked);
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    throw new Problem("invalid", importWords.brokenArchive, { cause: thrown });
  }
}
