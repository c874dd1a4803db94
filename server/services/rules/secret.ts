/** Secrets of outside checks. They sign, so unlike tokens they are kept as they are. */
import { createHash } from "node:crypto";
import { canonical } from "#app/domain/moderation/record.ts";

/** Milliseconds for which an earlier secret signs as well. */
export const ROTATION = 7 * 24 * 60 * 60 * 1000;

/** SHA-256 (hex) of a value, its keys in order: what the record holds in the place of words. */
export function digestOf(value: unknown): string {
  return createHash("sha256").update(canonical(value)).digest("hex");
}
