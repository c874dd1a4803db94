/** describe and match are inverse, and both ends of a passage are whole characters, whatever the script. */
import fc from "fast-check";
import { expect, it, describe as suite } from "vitest";
import { describe, tidySpan } from "#app/domain/annotation/describe.ts";
import { match } from "#app/domain/annotation/match.ts";

const runs = Number(process.env.RUNS ?? 300);

const pieces = fc.oneof(
  fc.constantFrom("wall ", "window ", "the ", "\n", " ", "e\u0301", "ṩ\u0323", "墙与窗", "السور ", "קיר ", "نافذة"),
  fc.constantFrom("👍🏽", "👨‍👩‍👧", "🇩🇪", "𝕬", "क्षि", "한글", "\u200f", "ﷺ"),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);
const texts = fc.array(pieces, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(""));

const boundariesOf = (text: string) =>
  new Set([...new Intl.Segmenter().segment(text)].map(({ index }) => index).concat(text.length));

suite("anchoring", () => {
  it("match finds exactly what describe described, with or without the position", () => {
    fc.assert(
      fc.property(texts, fc.nat(200), fc.nat(200), (text, a, b) => {
        const span = tidySpan(text, { start: a % (text.length + 1), end: b % (text.length + 1) });
        if (span === null) return;
        const [position, quote] = describe(text, span);
        expect(match(text, [position, quote])).toMatchObject({ span, state: "exact" });
        const astray = match(text, [{ ...position, start: position.start + 1, end: position.end + 2 }, quote]);
        if (astray.state === "moved") expect(astray.span).toEqual(span);
        else expect(astray.state).toBe("uncertain");
      }),
      { numRuns: runs },
    );
  });

  it("ends are boundaries between characters, and the span covers what was asked for", () => {
    fc.assert(
      fc.property(texts, fc.nat(200), fc.nat(200), (text, a, b) => {
        const asked = { start: Math.min(a, b) % (text.length + 1), end: Math.max(a, b) % (text.length + 1) };
        const span = tidySpan(text, asked);
        if (span === null) return;
        const boundaries = boundariesOf(text);
        expect(boundaries.has(span.start)).toBe(true);
        expect(boundaries.has(span.end)).toBe(true);
        const words = text.slice(Math.min(asked.start, asked.end), Math.max(asked.start, asked.end)).trim();
        expect(text.slice(span.start, span.end)).toContain(words);
      }),
      { numRuns: runs },
    );
  });

  it("a text that grew in front moves the passage by as much", () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(200), (text, added, a) => {
        const span = tidySpan(text, { start: a % (text.length + 1), end: text.length });
        if (span === null) return;
        const found = match(`${added}\n${text}`, describe(text, span));
        const shift = added.length + 1;
        if (found.state === "moved") {
          expect(found.span).toEqual({ start: span.start + shift, end: span.end + shift });
        } else expect(["uncertain", "exact"]).toContain(found.state);
      }),
      { numRuns: runs },
    );
  });
});
