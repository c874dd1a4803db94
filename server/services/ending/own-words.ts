/** Which words of a shared page are whose: Yjs keeps the client id of every insertion, also through compaction. */
import * as Y from "yjs";

/** The text that stands on a page and was written under these client ids, in the order of writing, joined where it was typed on. */
export function wordsBy(updates: readonly Uint8Array[], clients: readonly number[]): readonly string[] {
  const page = new Y.Doc();
  for (const update of updates) Y.applyUpdate(page, update);
  const passages: string[] = [];
  for (const client of clients) {
    let last: Y.Item | null = null;
    for (const struct of page.store.clients.get(client) ?? []) {
      if (!(struct instanceof Y.Item) || struct.deleted || !(struct.content instanceof Y.ContentString)) continue;
      const { str } = struct.content;
      if (last !== null && struct.left === last) passages.push((passages.pop() ?? "") + str);
      else passages.push(str);
      last = struct;
    }
  }
  page.destroy();
  return passages;
}
