import { describe, expect, it } from "vitest";
import { freshPage } from "./fresh-page.ts";

function request(mode: string): Request {
  return new Request("http://here.example/settings?index", { headers: { "Sec-Fetch-Mode": mode } });
}

const done = { ok: true, value: null } as const;

describe("freshPage", () => {
  it.each([
    ["a script's form", "cors", done],
    ["a refused form", "navigate", { ok: false, sentence: "No.", fields: {}, values: {} }],
    ["an answer with a status", "navigate", { data: done, init: { status: 422 } }],
  ])("gives back the answer of %s", (_, mode, answer) => {
    expect(freshPage(request(mode), answer)).toBe(answer);
  });

  it("leads a form that navigates to its page", () => {
    const thrown = catchThrown(() => freshPage(request("navigate"), done));
    expect(thrown).toBeInstanceOf(Response);
    expect((thrown as Response).headers.get("Location")).toBe("/settings");
  });
});

function catchThrown(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  return null;
}
