/** What is stored so that only this server can read it, and hashes that only this server can make. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from "node:crypto";

/** Bytes of the key file. */
export const KEY_BYTES = 32;

const IV_BYTES = 12;
const TAG_BYTES = 16;

export type Sealer = ReturnType<typeof makeSealer>;

/**
 * Seals with AES-256-GCM under a key derived from the file's; `randomBytes` is a cryptographic source. What is sealed is bound
 * to a context (whose it is), so that a row moved to another member opens nothing.
 */
export function makeSealer(key: Uint8Array, randomBytes: (bytes: number) => Uint8Array) {
  if (key.length !== KEY_BYTES) throw new Error(`The key has ${key.length} bytes, not ${KEY_BYTES}.`);
  const derive = (use: string) => Buffer.from(hkdfSync("sha256", key, "", `glossa ${use}`, KEY_BYTES));
  const sealing = derive("seal 1");
  const marking = derive("mark 1");

  return {
    /** `1.` and base64url of nonce, ciphertext and tag. */
    seal(plain: Uint8Array, context: string): string {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", sealing, iv).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
      return `1.${sealed.toString("base64url")}`;
    },

    /** What was sealed; null under another key or context, or when it was changed. */
    open(sealed: string, context: string): Uint8Array | null {
      const bytes = Buffer.from(sealed.slice(2), "base64url");
      if (!sealed.startsWith("1.") || bytes.length < IV_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv("aes-256-gcm", sealing, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
      } catch {
        return null;
      }
    },

    /** HMAC-SHA-256 in hex: equal for equal words, and not to be found by trying from a copy of the database. */
    mark: (words: string): string => createHmac("sha256", marking).update(words).digest("hex"),
  };
}
