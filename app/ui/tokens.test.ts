import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** WCAG 2.2 contrasts of the pairs that pages use, in both themes, read from the stylesheet itself. */
const sheet = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const colours = ["amber", "green", "blue", "rose", "violet"];
const grounds = ["paper", "surface", "sunken"];

const text = 4.5;
const shape = 3;

const pairs: readonly (readonly [string, string, number])[] = [
  ...grounds.flatMap((ground) =>
    ["ink", "ink-2", "ink-3", "accent", "danger", "warn", "ok"].map((ink) => [ink, ground, text] as const),
  ),
  ["accent-ink", "accent", text],
  ["accent-ink", "accent-strong", text],
  ["danger-ink", "danger", text],
  ["accent", "accent-soft", text],
  ["danger", "danger-soft", text],
  ["warn", "warn-soft", text],
  ["ink-3", "warn-soft", text],
  ...colours.flatMap((colour) => [
    ["ink", `hl-${colour}`, text] as const,
    ["ink", `hl-${colour}-deep`, text] as const,
    ["ink-2", `hl-${colour}`, text] as const,
    [`hl-${colour}-edge`, "paper", shape] as const,
  ]),
  ...[1, 2, 3, 4, 5].map((hue) => ["hue-ink", `hue-${hue}`, text] as const),
  ["edge", "paper", shape],
  ["edge", "surface", shape],
];

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  it.each(pairs)("%s on %s is at least %d : 1", (front, ground, least) => {
    expect(contrast(colourOf(front, theme), colourOf(ground, theme))).toBeGreaterThanOrEqual(least);
  });
});

function colourOf(token: string, theme: "light" | "dark"): string {
  const declared = new RegExp(`--${token}: (?:light-dark\\((#\\w+), (#\\w+)\\)|(#\\w+));`).exec(sheet);
  const value = declared?.[3] ?? declared?.[theme === "light" ? 1 : 2];
  if (value === undefined) throw new Error(`No colour --${token} in tokens.css`);
  return value;
}

/** WCAG 2.2, definition of contrast ratio. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
