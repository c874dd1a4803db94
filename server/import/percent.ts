/** A part of an address without its percent signs; as it is where they do not decode. */
export function percentDecoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
