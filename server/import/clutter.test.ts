import { describe, expect, it } from "vitest";
import { findClutter } from "#server/import/clutter.ts";

function found(...texts: readonly string[]): (string | null)[] {
  return findClutter(texts.map((text) => ({ text, shaped: false })));
}

describe("findClutter by the words of a line", () => {
  it.each([
    ["Sign up", "newsletter"],
    ["SUBSCRIBE NOW", "newsletter"],
    ["Subscribe to The Meadow", "newsletter"],
    ["Get our daily newsletter", "newsletter"],
    ["The best of the valley, straight to your inbox", "newsletter"],
    ["Enter your email address", "newsletter"],
    ["You can unsubscribe at any time.", "newsletter"],
    ["(Image credit: the author)", "image-credit"],
    ["Photograph: Jo Field/The Meadow", "image-credit"],
    ["Photo by Jo Field", "image-credit"],
    ["Jo Field/Pool/AFP via Getty Images", "image-credit"],
    ["Advertisement", "advert"],
    ["– ADVERTISEMENT –", "advert"],
    ["Article continues below", "advert"],
    ["Share this article", "share"],
    ["Follow us on Mastodon", "share"],
    ["12 comments", "share"],
    ["Continue reading", "continue-reading"],
    ["Read more: the fence that was not there", "continue-reading"],
    ["Already a subscriber? Log in", "continue-reading"],
    ["Weiterlesen", "continue-reading"],
  ])("%s", (text, kind) => {
    expect(found(text)).toEqual([kind]);
  });

  it.each([
    "She wrote in a newsletter that the wall would fall, and her readers believed her for a whole year before it did.",
    "Subscribe to this view and you will never mend a gate again.",
    "Sign language was her first.",
    "Photography is the art of the fence.",
    "The image of the shepherd is older than the fence.",
    "Reuters reported that the gate was open.",
    "Share prices fell.",
    "Ad hoc walls",
    "Print",
    "You are what you fence.",
    "He continued reading until the lamp went out.",
    "Register of walls",
  ])("leaves: %s", (text) => {
    expect(found(text)).toEqual([null]);
  });
});

describe("findClutter by the place of a line", () => {
  it.each([
    [
      "a box is filled between its cues",
      ["Subscribe to us", "Get the facts that you need.", "Sign up"],
      ["newsletter", "newsletter", "newsletter"],
    ],
    [
      "what does not speak to the reader stays",
      ["Subscribe to us", "The wall fell.", "Sign up"],
      ["newsletter", null, "newsletter"],
    ],
    ["one cue fills nothing", ["Sign up", "You are what you fence."], ["newsletter", null]],
    ["buttons in a row", ["Facebook", "X", "A wall."], ["share", "share", null]],
    ["a wall shuts the end", ["Continue reading", "We hope you like it."], ["continue-reading", "continue-reading"]],
    ["a link in the middle shuts nothing", ["Read more: walls", "We all build them."], ["continue-reading", null]],
    ["said twice at once", ["A wall.", "A wall."], [null, "repeated"]],
    ["said again far off", ["No.", "Yes.", "So.", "Oh.", "No."], [null, null, null, null, null]],
    [
      "said three times",
      ["No.", "Yes.", "So.", "Oh.", "No.", "Ah.", "Eh.", "Uh.", "No."],
      [null, null, null, null, "repeated", null, null, null, "repeated"],
    ],
  ])("%s", (_, texts, kinds) => {
    expect(found(...texts)).toEqual(kinds);
  });

  it("lets verse repeat itself", () => {
    const refrain = { text: "O wall, O wall", shaped: true };
    expect(findClutter([refrain, refrain, refrain])).toEqual([null, null, null]);
  });
});
