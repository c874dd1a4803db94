/**
 * The second half of the gate: what an update means for this page, found out without applying it. Everybody with the right may change
 * and delete everything, so what is checked is the hand that writes (client ids), that nothing is missing, and the
 * shape of what comes in. The cost grows with the update, not with the page.
 */
import * as Y from "yjs";
import { MAX_DEPTH, markShapes, nodeShapes } from "#app/domain/page/shape.ts";
import { FreshStructs, type Struct } from "./fresh-structs.ts";
import { type Container, Containers, type Place, TEXT } from "./places.ts";
import { Refusal } from "./refusal.ts";

/** What came in: under which client ids, and whether anything was added at all or only deleted. */
export type Inspected = { readonly clients: readonly number[]; readonly adds: boolean };

/**
 * The part of a scanned update that the document does not have. Structs that it has are not harmless: Yjs looks at what
 * they name before it drops them, and forged ones throw in the middle of a transaction.
 */
export function onlyNew(doc: Y.Doc, bytes: Uint8Array, clients: readonly number[]): Uint8Array {
  const known = new Map(clients.map((client) => [client, Y.getState(doc.store, client)]));
  return Y.diffUpdate(bytes, Y.encodeStateVector(known));
}

/** Judges what `onlyNew` gave. Throws Refusal; "missing" when the update builds on what is not here. */
export function inspect(doc: Y.Doc, update: Uint8Array, mayWrite: (client: number) => boolean): Inspected {
  const { structs, ds } = Y.decodeUpdate(update);
  const fresh = new FreshStructs(doc.store, structs);
  for (const client of fresh.clients) if (!mayWrite(client)) throw new Refusal("foreign", "client");
  const containers = new Containers(doc, fresh);
  fresh.inCausalOrder((struct) => inspectStruct(struct, containers));
  for (const [client, ranges] of ds.clients) {
    const end = fresh.endOf(client);
    for (const { clock, len } of ranges) if (clock + len > end) throw new Refusal("missing", "deleted");
  }
  return { clients: fresh.clients, adds: structs.length > 0 };
}

function inspectStruct(struct: Struct, containers: Containers): void {
  const place = containers.place(struct);
  // What lands in a part that somebody deleted meanwhile becomes nothing; honest offline words do.
  if (place === "gone" || struct instanceof Y.GC) return;
  inspectContent(struct.content, place);
}

function inspectContent(content: Y.Item["content"], { container, sub }: Place): void {
  if (content instanceof Y.ContentDeleted) return;
  const allowed = sub === null ? mayHold(container, content) : mayBeAttribute(container, sub, content);
  if (!allowed) throw new Refusal("shape", `${container.name} ${sub ?? ""}`);
}

function mayHold(container: Container, content: Y.Item["content"]): boolean {
  if (container.name === TEXT) {
    if (content instanceof Y.ContentString) return true;
    return content instanceof Y.ContentFormat && mayBeMark(content);
  }
  const shape = nodeShapes[container.name];
  if (shape === undefined || !(content instanceof Y.ContentType) || container.depth >= MAX_DEPTH) return false;
  if (content.type instanceof Y.XmlText) return shape.holdsText;
  return content.type instanceof Y.XmlElement && shape.holds.includes(content.type.nodeName);
}

function mayBeMark({ key, value }: Y.ContentFormat): boolean {
  const shape = Object.hasOwn(markShapes, key) ? markShapes[key] : undefined;
  return shape !== undefined && (value === null || shape(value));
}

function mayBeAttribute({ name }: Container, key: string, content: Y.Item["content"]): boolean {
  const attrs = nodeShapes[name]?.attrs;
  const check = attrs !== undefined && Object.hasOwn(attrs, key) ? attrs[key] : undefined;
  if (check === undefined || !(content instanceof Y.ContentAny) || content.arr.length !== 1) return false;
  return check(content.arr[0]);
}
