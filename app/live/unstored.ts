/** What of a document the server has not stored yet, told from what the server said. */
import * as Y from "yjs";

/** The last clock of each client id that the server has said it knows. */
export type Known = Map<number, number>;

/** Takes over a state vector or the clocks of an update. */
export function learn(known: Known, clocks: ReadonlyMap<number, number>): void {
  for (const [client, clock] of clocks) known.set(client, Math.max(clock, known.get(client) ?? 0));
}

/** True while the document holds something that the server has not stored. */
export function hasUnstored(doc: Y.Doc, known: Known): boolean {
  for (const client of doc.store.clients.keys()) {
    if (Y.getState(doc.store, client) > (known.get(client) ?? 0)) return true;
  }
  return false;
}

/** The words among it, a line for each run of them. */
export function unstoredWords(doc: Y.Doc, known: Known): string {
  const lines: string[] = [];
  for (const [client, structs] of doc.store.clients) {
    const stored = known.get(client) ?? 0;
    let line = "";
    let end: Y.Item | null = null;
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || struct.id.clock + struct.length <= stored || struct.deleted) continue;
      if (!(struct.content instanceof Y.ContentString)) continue;
      if (end !== null && struct.parent !== end.parent) {
        lines.push(line);
        line = "";
      }
      line += struct.content.str.slice(Math.max(0, stored - struct.id.clock));
      end = struct;
    }
    lines.push(line);
  }
  return lines.filter((line) => line.trim() !== "").join("\n");
}
