/**
 * What can go wrong for a person, as one closed union; each edge translates it once. `nudged`: nothing is stored yet, and
 * the same may be sent again.
 */
export const problemCodes = [
  "not-found",
  "forbidden",
  "invalid",
  "conflict",
  "locked",
  "held",
  "nudged",
  "too-large",
  "too-many",
  "gone",
  "reauth-required",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

export type ProblemOptions = {
  /** Form fields by name, each with the sentence that belongs beside it. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Milliseconds after which another try makes sense (`too-many`). */
  readonly retryAfter?: number;
  /** For the log only; never shown. */
  readonly cause?: unknown;
};

/** A refusal with a sentence for the person and a private cause. Thrown by services, caught by edges. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly fields: Readonly<Record<string, string>>;
  readonly retryAfter: number | null;

  constructor(
    readonly code: ProblemCode,
    readonly sentence: string,
    options: ProblemOptions = {},
  ) {
    super(sentence, options.cause === undefined ? undefined : { cause: options.cause });
    this.fields = options.fields ?? {};
    this.retryAfter = options.retryAfter ?? null;
  }
}

/** True for every Problem, also one that was made by another copy of this module (build and server are two graphs). */
export function isProblem(value: unknown): value is Problem {
  return value instanceof Error && value.name === "Problem" && "code" in value && "sentence" in value;
}
