/** Forms: parsed by zod, and given back as typed with a sentence per field when something is wrong with them. */
import { data } from "@remix-run/node";
import type { z } from "zod";
import { isProblem } from "#app/domain/problem.ts";
import type { FormDone, FormFailure, Typed } from "#app/ui/form-answer.ts";
import { problemHeaders, problemStatus } from "./problem-response.ts";

/** Names whose values never travel back to the page. */
const secret = /password|current|token|proof|passkey|^code$/iu;

/**
 * Parses `form` by `schema` and runs `work` with the result. A wrong field or a Problem becomes a FormFailure with its
 * status; a Response (redirect) or an unknown error is thrown on. `intent` names which form of a page it was.
 */
export async function runForm<S extends z.ZodType, T>(
  form: FormData,
  schema: S,
  work: (input: z.output<S>) => Promise<T>,
): Promise<FormDone<T> | ReturnType<typeof data<FormFailure>>> {
  const values = typed(form);
  const parsed = schema.safeParse(toObject(form));
  if (!parsed.success) {
    const fields = fieldSentences(parsed.error.issues);
    return failure({ ok: false, sentence: unnamed(parsed.error.issues), fields, values: shown(values) }, 422);
  }
  try {
    return { ok: true, value: await work(parsed.data) };
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown;
    const sentence = Object.keys(thrown.fields).length > 0 ? "" : thrown.sentence;
    const answer: FormFailure = {
      ...{ ok: false, sentence, fields: thrown.fields, values: shown(values) },
      ...(thrown.code === "reauth-required" ? { asksProof: true } : {}),
    };
    return failure(answer, problemStatus(thrown), problemHeaders(thrown));
  }
}

/** The form as it was typed, with nothing done: for a page that makes more room in it. */
export function typedBack(form: FormData): FormFailure {
  return { ok: false, sentence: "", fields: {}, values: shown(typed(form)) };
}

function failure(answer: FormFailure, status: number, headers: Record<string, string> = {}) {
  return data(answer, { status, headers });
}

function toObject(form: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const object: Record<string, FormDataEntryValue | FormDataEntryValue[]> = {};
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name);
    object[name] = all.length === 1 ? (all[0] ?? "") : all;
  }
  return object;
}

function typed(form: FormData): Typed {
  const entries = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(entries.reverse());
}

function shown(values: Typed): Typed {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secret.test(name)));
}

function fieldSentences(issues: readonly z.core.$ZodIssue[]): Typed {
  const named = issues.filter((issue) => issue.path.length > 0);
  return Object.fromEntries(named.map((issue) => [String(issue.path[0]), issue.message]).reverse());
}

function unnamed(issues: readonly z.core.$ZodIssue[]): string {
  return issues.find((issue) => issue.path.length === 0)?.message ?? "";
}
