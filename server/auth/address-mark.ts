import { createHash } from "node:crypto";

/** Twenty bits: one in a million for two strangers, and thousands of addresses for each mark, so that none can be found. */
const MARKS = 2 ** 20;

/** What is kept of the address of a session. An IPv6 address counts by its /64, which is one household's. */
export function addressMark(address: string): number {
  const [head = "", tail] = address.split("::");
  const groups = address.includes(":") && !address.includes(".") ? head.split(":").slice(0, 4) : null;
  const padded = groups !== null && tail !== undefined ? [...groups, "0", "0", "0", "0"].slice(0, 4) : groups;
  const place = padded === null ? address : padded.map((group) => group.replace(/^0+(?=.)/, "")).join(":");
  return createHash("sha256").update(place).digest().readUInt32BE(0) % MARKS;
}
