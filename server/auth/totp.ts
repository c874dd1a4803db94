/** Codes that follow the clock (RFC 6238 over RFC 4226): six digits, SHA-1, 30 seconds, which is what every app can do. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { toBase32 } from "./base32.ts";

/** Milliseconds for which a code stands. */
const STEP = 30_000;
const DIGITS = 6;
/** Steps before and after the present one: clocks of phones are off by a few seconds, and people type slowly. */
const SLACK = 1;

/** Bytes of a secret: 160 bits, as RFC 4226 §4 recommends. */
export const SECRET_BYTES = 20;

/** The number of the step in which a moment (milliseconds since 1970) lies. */
export function stepAt(now: number): number {
  return Math.floor(now / STEP);
}

/** The code of a step, with leading zeros. `digits` and `algorithm` are for the vectors of the RFC. */
export function codeAt(secret: Uint8Array, step: number, digits = DIGITS, algorithm = "sha1"): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac(algorithm, secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const truncated = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(truncated % 10 ** digits).padStart(digits, "0");
}

/**
 * The step whose code this is, within one step of `now` and after `last`, the step of the code that was taken before; null for
 * a wrong, old or used code. Blanks between digits are as apps show them.
 */
export function stepOf(secret: Uint8Array, typed: string, { now, last }: { now: number; last: number }): number | null {
  const code = typed.replace(/\s/g, "");
  if (!/^\d{6}$/.test(code)) return null;
  const present = stepAt(now);
  let found: number | null = null;
  // All of them are compared, so that the time it takes does not tell which one it was.
  for (let step = present - SLACK; step <= present + SLACK; step += 1) {
    const same = timingSafeEqual(Buffer.from(codeAt(secret, step)), Buffer.from(code));
    if (same && step > last) found = step;
  }
  return found;
}

/** What the QR code says to an app (the `otpauth` address that all of them read), and the secret in groups for typing. */
export function describeSecret(
  secret: Uint8Array,
  { issuer, account }: { readonly issuer: string; readonly account: string },
): { readonly uri: string; readonly text: string } {
  const text = toBase32(secret);
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const uri = `otpauth://totp/${label}?secret=${text}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${DIGITS}&period=${STEP / 1000}`;
  return { uri, text: text.replace(/.{4}(?=.)/g, "$& ") };
}
