import { createHash } from "node:crypto";

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** An id of the same shape that tells no order and no time: seats that are given one after the other would say who sits where. */
export function scattered(id: string): string {
  const digest = createHash("sha256").update(id).digest();
  return [...digest.subarray(0, 26)].map((byte) => LETTERS[byte % 32]).join("");
}
