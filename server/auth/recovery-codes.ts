/** Letters and digits that are not mistaken for each other on paper; 32 of them, five bits each. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz023456789";
/** 80 bits: too many to find from a digest, so that it needs no slow hash. */
const LENGTH = 16;

/** `n` codes such as `k3f9-…`, in groups of four. `randomBytes` is a cryptographic source. */
export function makeRecoveryCodes(n: number, randomBytes: (bytes: number) => Uint8Array): readonly string[] {
  return Array.from({ length: n }, () => {
    const letters = [...randomBytes(LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]);
    return letters.join("").replace(/.{4}(?=.)/g, "$&-");
  });
}

/** A typed code as it is hashed, whatever case, blanks and dashes it has; null for what cannot be one. */
export function tidyRecoveryCode(typed: string): string | null {
  const code = typed
    .slice(0, 100)
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, "");
  return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null;
}
