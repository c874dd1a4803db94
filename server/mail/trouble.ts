/** What went wrong with a letter, as far as it may be kept and logged. */
import { z } from "zod";

export type Trouble = {
  /** What the mail server said, in one line; it may name the address. */
  readonly said: string;
  /** The kind of failure without anybody's words, such as "EENVELOPE 550". */
  readonly code: string;
  /** The server will never take this letter (RFC 5321 §4.2.1, 5yz). */
  readonly isFinal: boolean;
};

/** Code units of `said`. */
const MAX_SAID = 200;

const failure = z.object({
  message: z.string().default(""),
  code: z.string().default("unknown"),
  response: z.string().default(""),
  responseCode: z.number().optional(),
});

/** Kinds that are about this letter. A refused password or greeting is 5yz too, but about the server, and mended by hand. */
const aboutTheLetter: ReadonlySet<string> = new Set(["EENVELOPE", "EMESSAGE"]);

/** RFC 4954 §6: answers to any command that say "not without the right password". */
const aboutThePassword: ReadonlySet<number> = new Set([530, 534, 535, 538]);

/** Reads what a transport was rejected with. */
export function troubleOf(error: unknown): Trouble {
  const read = failure.safeParse({ ...(error instanceof Error ? { ...error, message: error.message } : {}) });
  const { message, code, response, responseCode } = read.data ?? failure.parse({});
  return {
    said: oneLine(response || message || code),
    code: responseCode === undefined ? code : `${code} ${responseCode}`,
    isFinal: aboutTheLetter.has(code) && isPermanent(responseCode ?? 0),
  };
}

function isPermanent(reply: number): boolean {
  return reply >= 500 && reply < 600 && !aboutThePassword.has(reply);
}

function oneLine(words: string): string {
  return words
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, MAX_SAID);
}
