import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Problem, type ProblemCode } from "#app/domain/problem.ts";
import type { FormFailure } from "#app/ui/form-answer.ts";
import { runForm } from "./form.ts";

const schema = z.object({
  name: z.string().min(1, "Give it a name."),
  days: z.coerce.number().int("Whole days, please."),
});

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

async function refusal(fields: Readonly<Record<string, string>>, work: () => Promise<unknown>) {
  const answer = await runForm(formOf(fields), schema, work);
  if ("ok" in answer) throw new Error("The form was carried out");
  const headers = new Headers(answer.init?.headers);
  return { body: answer.data satisfies FormFailure, status: answer.init?.status, wait: headers.get("Retry-After") };
}

describe("runForm", () => {
  it("gives the work what was parsed", async () => {
    const answer = await runForm(formOf({ name: "Rhetoric", days: "7" }), schema, async (input) => input);
    expect(answer).toEqual({ ok: true, value: { name: "Rhetoric", days: 7 } });
  });

  it("keeps what was typed, but no secret, and says what is wrong beside each field", async () => {
    const typed = { name: "", days: "1.5", password: "hunter2", current: "x", token: "y" };
    const { body, status } = await refusal(typed, () => Promise.reject(new Error("must not run")));
    expect(status).toBe(422);
    expect(body).toEqual({
      ok: false,
      sentence: "",
      fields: { name: "Give it a name.", days: "Whole days, please." },
      values: { name: "", days: "1.5" },
    });
  });

  it.each<readonly [ProblemCode, number | undefined, number, string | null]>([
    ["forbidden", undefined, 403, null],
    ["conflict", undefined, 409, null],
    ["too-many", 1, 429, "1"],
    ["too-many", 90_500, 429, "91"],
  ])("answers %s with retry after %s ms", async (code, retryAfter, expected, header) => {
    const problem = new Problem(code, "Not now.", retryAfter === undefined ? {} : { retryAfter });
    const { body, status, wait } = await refusal({ name: "a", days: "1" }, () => Promise.reject(problem));
    expect([status, wait, body.sentence]).toEqual([expected, header, "Not now."]);
  });

  it("throws on what is not a problem", async () => {
    const broken = runForm(formOf({ name: "a", days: "1" }), schema, () => Promise.reject(new Error("disk")));
    await expect(broken).rejects.toThrow("disk");
  });
});
