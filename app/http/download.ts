/** Files as answers: with their name, kept by nobody, and made no faster than they are taken. */
import type { TakenFile } from "#app/context/exports.ts";
import { attachment } from "#app/domain/export/file-name.ts";

/** `flowed` is the load context's: true when the connection takes more, false when nobody waits. */
export function download({ name, mediaType, chunks }: TakenFile, flowed: () => Promise<boolean>): Response {
  const coming = chunks[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = (await flowed()) ? await coming.next() : null;
      if (next === null || next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await coming.return?.();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": attachment(name),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
