import type { RequestHandler } from "express";
import type { AccountService } from "#app/context/accounts.ts";
import { notFound } from "./refusal.ts";
import { loadContextOf } from "./scope.ts";

/**
 * Members' pictures, for members only: without a session no name exists. The name changes with the picture, so a browser
 * may keep it for good. Whatever the bytes are, the answer is an image that can do nothing (C4).
 */
export function pictures(accounts: Pick<AccountService, "picture">): RequestHandler {
  return (req, res, next) => {
    if (loadContextOf(req, res).viewer === null) return notFound(req, res, next);
    accounts
      .picture(req.params.name ?? "")
      .then((bytes) => {
        if (bytes === null) return notFound(req, res, next);
        res.set({
          "Content-Type": "image/webp",
          "Content-Disposition": "inline",
          "Content-Security-Policy": "default-src 'none'; sandbox",
          "Cache-Control": "private, max-age=31536000, immutable",
        });
        res.send(Buffer.from(bytes));
      })
      .catch(next);
  };
}
