/** One HTTP answer of the notes route, read as what it means for the outbox. */
import { readingWords } from "#app/words/reading.ts";
import type { Answer } from "./outbox-entry.ts";

export type RawAnswer = { readonly status: number; readonly retryAfter: string | null; readonly body: unknown };

/** 401 waits for a sign-in; 408, 425, 429, 5xx, and 423 with a time, for a better moment; every other refusal is final. */
export function readAnswer({ status, retryAfter, body }: RawAnswer): Answer {
  if (status === 401) return { kind: "signed-out" };
  // A site that is read-only for a while says when to ask again; what is locked for good does not.
  if (status === 423 && milliseconds(body, retryAfter) !== null) {
    return { kind: "later", after: milliseconds(body, retryAfter) };
  }
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    return { kind: "later", after: milliseconds(body, retryAfter) };
  }
  if (status >= 200 && status < 300) {
    if (isResult(body)) return { kind: "done", result: { id: body.id, version: body.version } };
    // A captive portal answers 200 with its own page: the note has not arrived.
    return { kind: "later", after: null };
  }
  const { code, sentence } = asProblem(body);
  return { kind: "refused", code: code ?? String(status), sentence: sentence ?? readingWords.problems.unexplained };
}

function milliseconds(body: unknown, header: string | null): number | null {
  if (isRecord(body) && typeof body.retryAfter === "number") return body.retryAfter;
  const seconds = header === null ? Number.NaN : Number(header);
  return Number.isFinite(seconds) ? seconds * 1000 : null;
}

function isResult(body: unknown): body is { id: string; version: number } {
  return isRecord(body) && typeof body.id === "string" && typeof body.version === "number";
}

function asProblem(body: unknown): { code?: string; sentence?: string } {
  if (!isRecord(body)) return {};
  const { code, sentence } = body;
  return {
    ...(typeof code === "string" && { code }),
    ...(typeof sentence === "string" && { sentence }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
