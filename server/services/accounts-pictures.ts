import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { Problem } from "#app/domain/problem.ts";
import { accountsWords } from "#app/words/accounts.ts";
import type { AccountDependencies } from "./accounts-dependencies.ts";

/** Most bytes of an upload. */
export const MAX_PICTURE = 5 * 1024 * 1024;
/** Most pixels: 40 megapixels is any phone; a bomb of a few kB can unpack to billions. */
const MAX_PIXELS = 40_000_000;
/** Pixels of a side. */
const SIDE = 256;

/** Kinds that are decoded; SVG is not one, since it is a program. */
const formats: ReadonlySet<string> = new Set(["jpeg", "png", "webp", "gif"]);
const pictureName = /^[\w-]{43}\.webp$/;

/** Members' pictures as files in `directory`, under random names. */
export function makePictures(directory: string, token: () => string): AccountDependencies["pictures"] {
  return {
    async keep(bytes) {
      if (bytes.length > MAX_PICTURE) throw new Problem("too-large", accountsWords.pictureLarge);
      const picture = await encode(bytes);
      const name = `${token()}.webp`;
      await mkdir(directory, { recursive: true, mode: 0o700 });
      await writeFile(join(directory, name), picture, { mode: 0o600 });
      return name;
    },

    async read(name) {
      if (!pictureName.test(name)) return null;
      return readFile(join(directory, name)).catch(() => null);
    },

    async discard(name) {
      if (pictureName.test(name)) await rm(join(directory, name), { force: true });
    },
  };
}

/** 256 × 256 WebP, turned upright first; sharp drops all metadata, and with it where the picture was taken. */
async function encode(bytes: Uint8Array): Promise<Buffer> {
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" });
    const { format } = await image.metadata();
    if (!formats.has(format ?? "")) throw new Error(`A picture of format ${format} is not decoded.`);
    return await image.rotate().resize(SIDE, SIDE, { fit: "cover" }).webp({ quality: 82 }).toBuffer();
  } catch (cause) {
    throw new Problem("invalid", accountsWords.pictureWrong, {
      fields: { picture: accountsWords.pictureWrong },
      cause,
    });
  }
}
