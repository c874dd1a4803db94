/** Where a link in a note may lead. */
import { urlOf } from "../url.ts";

/** What an address in a note means to us; null: it is shown as words, and leads nowhere. */
export type Destination =
  | { readonly kind: "seat"; readonly seat: string }
  | { readonly kind: "note"; readonly note: string }
  | { readonly kind: "page"; readonly href: string }
  | null;

const ulid = "[0-9A-HJKMNP-TV-Z]{26}";
const seat = new RegExp(`^seat:(${ulid})$`);
const note = new RegExp(`^(?:note:|/n/)(${ulid})$`);
const ownPage = new RegExp(`^/t/${ulid}(?:/p/\\d{1,5})?$`);
const schemes: readonly string[] = ["http:", "https:", "mailto:"];
/** White space and control characters, which browsers drop from addresses before they read the scheme. */
const unseen = /[\s\p{Cc}]/u;

/** Reads an address as it was typed; `origin` is ours, without a slash at its end. */
export function destinationOf(address: string, origin: string): Destination {
  const own = address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
  const toSeat = seat.exec(address)?.[1];
  if (toSeat !== undefined) return { kind: "seat", seat: toSeat };
  const toNote = note.exec(own)?.[1];
  if (toNote !== undefined) return { kind: "note", note: toNote };
  if (ownPage.test(own)) return { kind: "page", href: own };
  return isSafe(address) ? { kind: "page", href: address } : null;
}

function isSafe(address: string): boolean {
  const scheme = /^[a-z]+:/i.exec(address)?.[0].toLowerCase();
  return scheme !== undefined && schemes.includes(scheme) && !unseen.test(address) && urlOf(address) !== null;
}
