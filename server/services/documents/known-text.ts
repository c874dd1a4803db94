/** Whether a group has a text already that somebody is about to add. */
import { createHash } from "node:crypto";
import type { KnownText } from "#app/context/documents.ts";
import type { DocumentRow } from "#db/repositories/documents.ts";
import type { ImportRow } from "#db/repositories/imports.ts";
import type { Store } from "#db/store.ts";

type Proposal = Pick<ImportRow, "groupId" | "sourceHash" | "words" | "pieces">;

/** SHA-256 in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The newest text of the group from the same bytes, else of the same words; null for none. */
export async function knownText(read: Store, proposal: Proposal): Promise<KnownText | null> {
  const [same] =
    proposal.sourceHash === null ? [] : await read.documents.ofSource(proposal.groupId, proposal.sourceHash);
  if (same !== undefined) return tellOf(read, same, "bytes");
  const alike = await ofSameWords(read, proposal);
  return alike === null ? null : tellOf(read, alike, "words");
}

/** Counts are compared first: they are kept, while a text has to be read. */
async function ofSameWords(read: Store, { groupId, words, pieces }: Proposal): Promise<DocumentRow | null> {
  const candidates = words === 0 ? [] : await read.documents.ofLength(groupId, words);
  if (candidates.length === 0) return null;
  const proposed = bare(pieces.flatMap(({ clutter, text }) => (clutter === null ? text : [])).join(""));
  return candidates.find(({ text }) => bare(text) === proposed)?.document ?? null;
}

/** Without its white space, which a format sets as it likes. */
function bare(text: string): string {
  return text.replace(/\s+/gu, "");
}

async function tellOf(
  read: Store,
  { id, title, addedBy, createdAt }: DocumentRow,
  by: KnownText["by"],
): Promise<KnownText> {
  const adder = await read.members.byId(addedBy);
  return { id, title, by, addedBy: adder?.name ?? "", createdAt };
}
