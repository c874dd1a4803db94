import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { KEY_BYTES, makeSealer } from "./sealer.ts";

const sealer = makeSealer(Buffer.alloc(KEY_BYTES, 1), randomBytes);
const secret = Buffer.from("twenty bytes of luck");

it("opens what it sealed, never the same twice", () => {
  const sealed = sealer.seal(secret, "ada");
  expect(sealer.open(sealed, "ada")).toEqual(secret);
  expect(sealer.seal(secret, "ada")).not.toBe(sealed);
  expect(Buffer.from(sealed.slice(2), "base64url").includes(secret)).toBe(false);
});

it("opens nothing under another key, for somebody else, or after a change of any byte", () => {
  const sealed = sealer.seal(secret, "ada");
  expect(makeSealer(Buffer.alloc(KEY_BYTES, 2), randomBytes).open(sealed, "ada")).toBeNull();
  expect(sealer.open(sealed, "eve")).toBeNull();
  const bytes = Buffer.from(sealed.slice(2), "base64url");
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(sealer.open(`1.${changed.toString("base64url")}`, "ada")).toBeNull();
  }
});

it.each(["", "1.", "2.AAAA", "1.AAAA", "not sealed"])("opens nothing of %j", (sealed) => {
  expect(sealer.open(sealed, "ada")).toBeNull();
});

it("marks equal words alike, under its own key only", () => {
  expect(sealer.mark("anna")).toBe(sealer.mark("anna"));
  expect(sealer.mark("anna")).not.toBe(sealer.mark("anne"));
  expect(makeSealer(Buffer.alloc(KEY_BYTES, 2), randomBytes).mark("anna")).not.toBe(sealer.mark("anna"));
});

it("takes no key of another length", () => {
  expect(() => makeSealer(Buffer.alloc(16), randomBytes)).toThrow("16 bytes");
});
