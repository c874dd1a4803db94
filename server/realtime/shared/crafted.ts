/** Updates (format 1) that no client of Yjs writes, put together byte by byte, for tests. */
import * as encoding from "lib0/encoding";

export type Id = readonly [client: number, clock: number];

/** A struct: `gc` and `skip` have only a length, an item names its neighbours or its parent. */
export type Crafted =
  | { readonly gc: number }
  | { readonly skip: number }
  | {
      readonly origin?: Id;
      readonly right?: Id;
      /** A root by its name, or an item that holds others. */
      readonly parent?: string | Id;
      readonly sub?: string;
      readonly content: Content;
    };

export type Content =
  | { readonly text: string }
  | { readonly deleted: number }
  | { readonly any: readonly unknown[] }
  | { readonly format: readonly [key: string, value: unknown] }
  | { readonly embed: unknown }
  | { readonly json: readonly unknown[] }
  | { readonly binary: number }
  | { readonly element: string }
  /** Number of a shared type: 0 array, 1 map, 2 text, 4 fragment, 6 text of a page. */
  | { readonly type: number }
  | { readonly doc: string };

export type Block = { readonly client: number; readonly clock: number; readonly structs: readonly Crafted[] };
export type Range = readonly [client: number, clock: number, len: number];

/** The update of these blocks that deletes these ranges. */
export function craft(blocks: readonly Block[], deletes: readonly Range[] = []): Uint8Array {
  const encoder = encoding.createEncoder();
  const uint = (value: number) => encoding.writeVarUint(encoder, value);
  uint(blocks.length);
  for (const { client, clock, structs } of blocks) {
    for (const value of [structs.length, client, clock]) uint(value);
    for (const struct of structs) writeStruct(encoder, struct);
  }
  uint(deletes.length);
  for (const [client, clock, len] of deletes) for (const value of [client, 1, clock, len]) uint(value);
  return encoding.toUint8Array(encoder);
}

function writeStruct(encoder: encoding.Encoder, struct: Crafted): void {
  if ("gc" in struct || "skip" in struct) {
    encoding.writeUint8(encoder, "gc" in struct ? 0 : 10);
    encoding.writeVarUint(encoder, "gc" in struct ? struct.gc : struct.skip);
    return;
  }
  const { origin, right, parent, sub, content } = struct;
  const flags = (origin ? 0x80 : 0) | (right ? 0x40 : 0) | (sub === undefined ? 0 : 0x20);
  encoding.writeUint8(encoder, flags | numberOf(content));
  for (const id of [origin, right]) if (id) writeId(encoder, id);
  if (!origin && !right) {
    encoding.writeVarUint(encoder, typeof parent === "string" ? 1 : 0);
    if (typeof parent === "string") encoding.writeVarString(encoder, parent);
    else writeId(encoder, parent ?? [0, 0]);
    if (sub !== undefined) encoding.writeVarString(encoder, sub);
  }
  writeContent(encoder, content);
}

function numberOf(content: Content): number {
  if ("deleted" in content) return 1;
  if ("json" in content) return 2;
  if ("binary" in content) return 3;
  if ("text" in content) return 4;
  if ("embed" in content) return 5;
  if ("format" in content) return 6;
  if ("any" in content) return 8;
  return "doc" in content ? 9 : 7;
}

function writeContent(encoder: encoding.Encoder, content: Content): void {
  if ("deleted" in content) encoding.writeVarUint(encoder, content.deleted);
  else if ("text" in content) encoding.writeVarString(encoder, content.text);
  else if ("binary" in content) encoding.writeVarUint8Array(encoder, new Uint8Array(content.binary));
  else if ("embed" in content) encoding.writeVarString(encoder, JSON.stringify(content.embed));
  else if ("format" in content) {
    encoding.writeVarString(encoder, content.format[0]);
    encoding.writeVarString(encoder, JSON.stringify(content.format[1]));
  } else if ("json" in content) {
    encoding.writeVarUint(encoder, content.json.length);
    for (const value of content.json) encoding.writeVarString(encoder, JSON.stringify(value));
  } else if ("any" in content) {
    encoding.writeVarUint(encoder, content.any.length);
    for (const value of content.any) encoding.writeAny(encoder, value as never);
  } else if ("element" in content) {
    encoding.writeVarUint(encoder, 3);
    encoding.writeVarString(encoder, content.element);
  } else if ("type" in content) encoding.writeVarUint(encoder, content.type);
  else {
    encoding.writeVarString(encoder, content.doc);
    encoding.writeAny(encoder, {});
  }
}

function writeId(encoder: encoding.Encoder, [client, clock]: Id): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}
