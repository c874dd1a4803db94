import { describe, expect, it } from "vitest";
import { wordParts } from "./word-parts.ts";

describe("wordParts", () => {
  it.each([
    ["plain words", "plain words"],
    ["*renamed* twice", "emphasis:renamed| twice"],
    ["see ¶5, and ¶ 12.", "see |paragraph:¶5|, and |paragraph:¶ 12|."],
    ["at https://example.org/a?b=c.", "at |address:https://example.org/a?b=c|."],
    ["2*3*4 and a* b *c", "2*3*4 and a* b *c"],
    ["**strong** stays", "**strong** stays"],
    ["*one* and *two words*", "emphasis:one| and |emphasis:two words"],
    ["", ""],
  ])("%s", (body, expected) => {
    const said = wordParts(body).map(({ kind, text }) => (kind === "text" ? text : `${kind}:${text}`));
    expect(said.join("|")).toBe(expected);
  });
});
