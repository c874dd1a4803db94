import { PassThrough } from "node:stream";
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { type RenderToPipeableStreamOptions, renderToPipeableStream } from "react-dom/server";
import { IslandsProvider } from "#app/features/reading/islands.tsx";
import { NonceProvider } from "#app/http/nonce.tsx";
import { german } from "#app/words/de/german.ts";
import { addLanguage } from "#app/words/localised.ts";

// The server says which language is spoken; the words of this build are its own.
addLanguage("de", german);

/** Milliseconds after which a page that still waits for data is cut off; Remix gives up on streamed data a second earlier. */
const RENDER_LIMIT = 10_000;
export const streamTimeout = RENDER_LIMIT - 1_000;

/** Renders a document as a stream; robots get it whole. A failed shell becomes a plain 500 of the server's edge. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const ready = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady";
  return new Promise((resolve, reject) => {
    let answered = false;
    let code = status;
    const options: RenderToPipeableStreamOptions = {
      nonce: context.nonce,
      [ready]: () => {
        answered = true;
        const body = new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        copyRetryAfter(entry, headers);
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }));
        pipe(body);
      },
      onShellError: reject,
      onError: () => {
        // A part that fails after the shell is rendered again in the browser, where its error boundary shows it.
        if (!answered) code = 500;
      },
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={context.nonce}>
        <IslandsProvider value={context.islands}>
          <RemixServer context={entry} url={request.url} nonce={context.nonce} />
        </IslandsProvider>
      </NonceProvider>,
      options,
    );
    setTimeout(abort, RENDER_LIMIT).unref();
  });
}

/** What a loader or an action threw and nobody expected. Answers with a status are no failures, and a reader who left is none. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs): void {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) context.report(error);
}

/** Remix drops an action's headers from documents unless each route forwards them; this one must reach everybody. */
function copyRetryAfter(entry: EntryContext, headers: Headers): void {
  const { actionHeaders, loaderHeaders } = entry.staticHandlerContext;
  for (const source of [...Object.values(actionHeaders), ...Object.values(loaderHeaders)]) {
    const wait = source.get("Retry-After");
    if (wait !== null) headers.set("Retry-After", wait);
  }
}
