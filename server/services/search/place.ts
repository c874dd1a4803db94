/** Places in an order as they stand in an address. */
import type { After } from "#db/repositories/search/find-notes.ts";

const form = /^([0-9a-z]{1,11})\.(-?[0-9a-z]{1,11})\.([0-9A-Z]{0,26})$/;

/** As text; numbers to the base of 36. */
export function writePlace({ id, key, document }: After): string {
  return `${id.toString(36)}.${key.toString(36)}.${document}`;
}

/** Null for what nobody wrote so. */
export function readPlace(text: string | null): After | null {
  const [, id = "", key = "", document = ""] = form.exec(text ?? "") ?? [];
  const place = { id: Number.parseInt(id, 36), key: Number.parseInt(key, 36), document };
  return Number.isSafeInteger(place.id) && Number.isSafeInteger(place.key) ? place : null;
}
