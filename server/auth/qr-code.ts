import { encode } from "uqr";

export type QrCode = {
  /** Modules of a side, with the quiet zone of four that ISO/IEC 18004 asks for. */
  readonly size: number;
  /** The dark modules as an SVG path in a box of `size` by `size`. */
  readonly path: string;
};

/** The words as a QR code of medium error correction, for a page that draws it itself. */
export function qrCodeOf(words: string): QrCode {
  const { size, data } = encode(words, { ecc: "M", border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: path.join("") };
}
