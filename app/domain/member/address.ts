/** Longest mail address that SMTP carries (RFC 5321 §4.5.3.1.3), without its angle brackets. */
export const MAX_ADDRESS = 254;

/** One "@", something on both sides, none of the characters that would start a second address or a second header. */
const shape = /^[^\s@<>()[\],;:\\"\p{C}]+@[^\s@<>()[\],;:\\"\p{C}]+$/u;

/** The address as it is written to: NFKC, without blanks around it and without invisible characters. */
export function tidyAddress(address: string): string {
  return address
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim();
}

/** The key under which an address is found: tidy and in lower case, so that nobody has two accounts by looks. */
export function addressKey(address: string): string {
  return tidyAddress(address).toLowerCase();
}

/** True for a tidy address that can be written to. */
export function isAddress(address: string): boolean {
  return address.length <= MAX_ADDRESS && shape.test(address);
}
