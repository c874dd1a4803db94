import { constants, createBrotliCompress, createGzip } from "node:zlib";
import type { RequestHandler } from "express";
import { carriesToken } from "./token-path.ts";

/** Bytes below which an answer that comes in one piece goes out as it is. */
const LEAST = 2048;

/** What Remix answers with: documents, and their data as `turbo-stream` writes it. */
const compressible = /^text\/(html|x-script)\b/;

/** A window of 512 kB holds all but the longest texts; Brotli's own 4 MB would be taken for each answer. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 19 } };

/**
 * Compresses pages on their way out, and flushes once a turn, so that a stream stays one. A page mixes no secret with what
 * others choose (BREACH, 2013): sessions are in cookies alone, there are no form tokens, a nonce is used once, and pages
 * whose address is a secret go out as they are.
 */
export const compressedPages: RequestHandler = (req, res, next) => {
  const coding = req.acceptsEncodings("br") ? "br" : req.acceptsEncodings("gzip") ? "gzip" : null;
  if (coding === null || req.method === "HEAD" || carriesToken(req.path)) return next();
  const plain = { write: res.write.bind(res), end: res.end.bind(res) };
  let flushing = false;

  const makeEncoder = () => {
    const encoder = coding === "br" ? createBrotliCompress(brotli) : createGzip();
    res.vary("Accept-Encoding").set("Content-Encoding", coding).removeHeader("Content-Length");
    encoder.on("data", (bytes: Buffer) => plain.write(bytes, "utf8")).once("end", () => plain.end());
    res.once("close", () => encoder.destroy());
    return encoder;
  };
  let encoder: ReturnType<typeof makeEncoder> | null = null;
  const begin = (): void => {
    // A file that is taken along goes out at the pace of whoever takes it; behind an encoder nobody would know that pace.
    if (res.hasHeader("Content-Disposition")) return;
    if (!res.headersSent && compressible.test(String(res.get("Content-Type")))) encoder ??= makeEncoder();
  };

  res.write = (chunk: string | Uint8Array) => {
    begin();
    if (encoder === null) return plain.write(chunk, "utf8");
    if (!flushing) {
      flushing = true;
      setImmediate(() => {
        flushing = false;
        if (encoder?.writable) encoder.flush();
      });
    }
    return encoder.destroyed || encoder.write(chunk);
  };
  res.end = (last?: unknown) => {
    const chunk = typeof last === "string" || last instanceof Uint8Array ? last : "";
    if (Buffer.byteLength(chunk) >= LEAST) begin();
    if (encoder === null) plain.end(chunk, "utf8");
    else encoder.end(chunk);
    return res;
  };
  next();
};
