import { describe, expect, it } from "vitest";
import { annotationStatuses } from "#app/domain/annotation/annotation.ts";
import { closing, statusAfter, verbsFrom } from "./transition.ts";
import { noteVerbs } from "./verb.ts";

/** For each verb the status it leads to from draft, published, held, hidden, removed, spam, deleted, redacted; - for none. */
const expected: Readonly<Record<(typeof noteVerbs)[number], string>> = {
  publish: "- published published published - - - -",
  hold: "- hidden held hidden - - - -",
  hide: "- hidden - - - - - -",
  restore: "- - - published published published - -",
  remove: "- removed removed removed - - - -",
  spam: "- spam spam spam spam - - -",
  revise: "- hidden held hidden - - - -",
  redact: "- redacted redacted redacted redacted redacted redacted -",
};

describe("the status machine", () => {
  it.each(noteVerbs)("%s", (verb) => {
    const row = annotationStatuses.map((status) => statusAfter(status, verb) ?? "-").join(" ");
    expect(row).toBe(expected[verb]);
  });

  it("never touches a draft, what was redacted, or brings back what its author deleted", () => {
    expect(verbsFrom("draft")).toEqual([]);
    expect(verbsFrom("redacted")).toEqual([]);
    expect(verbsFrom("deleted")).toEqual(["redact"]);
  });

  it("leaves what was asked for again, or waits, on the desk of somebody", () => {
    expect(noteVerbs.filter((verb) => !closing.has(verb))).toEqual(["hold", "revise"]);
  });
});
