import { isRouteErrorResponse } from "@remix-run/react";

/** The pages that errors have; statuses beyond these are our mistake. */
export type ErrorKind = "missing" | "forbidden" | "gone" | "busy" | "refused" | "broken" | "offline";

export type ErrorReading = {
  readonly kind: ErrorKind;
  readonly status: number;
  /** What the service said to the person, if it was a Problem. */
  readonly sentence: string | null;
};

const kinds: Readonly<Record<number, ErrorKind>> = {
  403: "forbidden",
  404: "missing",
  405: "missing",
  409: "refused",
  410: "gone",
  413: "refused",
  422: "refused",
  423: "refused",
  429: "busy",
};

/** What a thrown thing means for the person in front of it. */
export function readError(thrown: unknown): ErrorReading {
  if (isNetworkFailure(thrown)) return { kind: "offline", status: 0, sentence: null };
  if (!isRouteErrorResponse(thrown)) return { kind: "broken", status: 500, sentence: null };
  return { kind: kinds[thrown.status] ?? "broken", status: thrown.status, sentence: sentenceOf(thrown.data) };
}

/** What `fetch` throws when nothing answers is a TypeError (Fetch §5.6), which each engine says in words of its own. */
function isNetworkFailure(thrown: unknown): boolean {
  return (
    thrown instanceof TypeError && /failed to fetch|networkerror|load failed|network connection/i.test(thrown.message)
  );
}

function sentenceOf(body: unknown): string | null {
  const isBody = typeof body === "object" && body !== null && "sentence" in body;
  return isBody && typeof body.sentence === "string" ? body.sentence : null;
}
