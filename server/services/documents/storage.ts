/** How much the texts of a group may take. */
import type { StorageUse } from "#app/context/documents.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { Piece } from "#app/domain/document/document.ts";
import { Problem } from "#app/domain/problem.ts";
import { documentWords as words } from "#app/words/documents.ts";
import type { Store } from "#db/store.ts";
import { demandAdd, type ImportParts } from "./proposals.ts";

const MEGABYTE = 1024 * 1024;

/** What the group's texts take, for those who may add to them. */
export async function storageFor({ read, clock }: ImportParts, viewer: Viewer, groupId: string): Promise<StorageUse> {
  await demandAdd(read, viewer, { groupId, now: clock() });
  return storageOf(read, groupId);
}

/** Bytes used, and most that the site gives each group. */
async function storageOf(store: Store, groupId: string): Promise<StorageUse> {
  const most = (await store.siteSettings.get("groupQuota")) * MEGABYTE;
  return { used: await store.storageUse.ofGroup(groupId), most };
}

/** Throws Problem("too-large") where the group has fewer bytes left. */
export async function demandStorage(store: Store, groupId: string, bytes: number): Promise<void> {
  const { used, most } = await storageOf(store, groupId);
  if (used + bytes > most) throw new Problem("too-large", words.noStorage(bytes, Math.max(0, most - used)));
}

/** Bytes of what is stored of a text or of the pieces of a proposal, which are about as many. */
export function bytesOf(pieces: readonly Pick<Piece, "html" | "text">[]): number {
  return pieces.reduce((sum, { html, text }) => sum + Buffer.byteLength(html) + Buffer.byteLength(text), 0);
}
