/** How the receiver of an outside check knows that it is asked by this site, and now. */
import { createHmac } from "node:crypto";

export const SIGNATURE_HEADER = "glossa-signature";

/**
 * `t=<milliseconds>,v1=<hex>`, with a second `v1` while secrets change: HMAC-SHA256 (RFC 2104) of `t`, a full stop and the
 * body. The receiver takes it when one of them fits and `t` is a few minutes old at most.
 */
export function signatureOf(body: string, at: number, secrets: readonly string[]): string {
  const made = secrets.map((secret) => `v1=${createHmac("sha256", secret).update(`${at}.${body}`).digest("hex")}`);
  return [`t=${at}`, ...made].join(",");
}
