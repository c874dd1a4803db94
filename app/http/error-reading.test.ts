import { describe, expect, it } from "vitest";
import { type ErrorReading, readError } from "./error-reading.ts";

/** As the router makes them from thrown responses. */
const thrown = (status: number, data: unknown) => ({ status, statusText: "", internal: false, data });

const cases: readonly (readonly [string, unknown, ErrorReading])[] = [
  [
    "a problem",
    thrown(404, { code: "not-found", sentence: "No such group." }),
    { kind: "missing", status: 404, sentence: "No such group." },
  ],
  ["a lost network", new TypeError("Failed to fetch"), { kind: "offline", status: 0, sentence: null }],
  ["a mistake of ours", new TypeError("x is not a function"), { kind: "broken", status: 500, sentence: null }],
  ["a bare status", thrown(405, "Method Not Allowed"), { kind: "missing", status: 405, sentence: null }],
  ["a used link", thrown(410, null), { kind: "gone", status: 410, sentence: null }],
  ["a flood", thrown(429, { sentence: 7 }), { kind: "busy", status: 429, sentence: null }],
  ["an unknown status", thrown(503, ""), { kind: "broken", status: 503, sentence: null }],
  ["our own mistake", new Error("SELECT secret"), { kind: "broken", status: 500, sentence: null }],
];

describe("readError", () => {
  it.each(cases)("reads %s", (_, error, reading) => {
    expect(readError(error)).toEqual(reading);
  });
});
