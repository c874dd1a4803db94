/** The record of decisions: what a row says, and the text over which its hash goes. */
import type { Reason } from "./reason.ts";
import type { SubjectKind, Verb } from "./verb.ts";

/** Ids, codes, numbers and hashes; never words, so that the chain survives the erasure of what it is about. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** A row before it is numbered and chained. Times in milliseconds. */
export type Entry = {
  readonly id: string;
  readonly at: number;
  /** Null for what concerns the whole site. */
  readonly group: string | null;
  readonly document: string | null;
  /** Member id; null: a rule or a job. */
  readonly actor: string | null;
  /** Role at that moment; "system" without an actor, "author" for what somebody does to their own. */
  readonly actorRole: string;
  readonly verb: Verb;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  /** Body or rule revision that was decided about, and SHA-256 (hex) of its words. */
  readonly revision: string | null;
  readonly revisionHash: string | null;
  readonly item: string | null;
  readonly reason: Reason | null;
  readonly before: Facts;
  readonly after: Facts;
  /** SHA-256 (hex) of the words that go with it, which are kept elsewhere and can be erased; null for none. */
  readonly wordsHash: string | null;
  /** Number of the row that this one takes back. */
  readonly undoes: number | null;
  readonly batch: string | null;
};

export type ChainedEntry = Entry & { readonly seq: number; readonly previous: string; readonly hash: string };

/** Before the first row. */
export const GENESIS = "0".repeat(64);

/** The text whose SHA-256 is a row's hash: hash of the row before, then the row as JSON with its keys in order. */
export function chainText(previous: string, seq: number, entry: Entry): string {
  return `${previous}\n${canonical({ ...entry, seq })}`;
}

/** JSON with the keys of every object sorted (RFC 8785, for the values that an entry can hold). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}
