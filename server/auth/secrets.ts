import { createHash } from "node:crypto";

/** Bytes of a token: 256 bits, beyond any guessing. */
const TOKEN_BYTES = 32;

/** Makes the random tokens of cookies and links, and the digests under which they are stored. */
export type Secrets = {
  /** 32 random bytes as base64url, 43 characters. */
  token(): string;
  /** SHA-256 in hex. Without a salt, since a token of 256 random bits cannot be found by trying. */
  digest(token: string): string;
};

/** `randomBytes` is a cryptographic source; tests hand in a predictable one. */
export function makeSecrets(randomBytes: (bytes: number) => Uint8Array): Secrets {
  return {
    token: () => Buffer.from(randomBytes(TOKEN_BYTES)).toString("base64url"),
    digest: (token) => createHash("sha256").update(token).digest("hex"),
  };
}
