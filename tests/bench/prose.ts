/** Text that is like text: words of natural lengths in paragraphs, the same at every call. */

const words =
  "the of and to a in that it is was he for on with as be at by had not but from which they this have were all their one so there been would more when who will no out up into them can some other then its time about has may these two man very like our upon first little great people work place where through under long house thought water light morning".split(
    " ",
  );

/** A title and paragraphs of 80 words that come to about so many words. */
export function paragraphs(count: number): readonly string[] {
  let state = 7;
  const word = (): string => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return words[(state >> 8) % words.length] ?? "the";
  };
  const body = Array.from({ length: Math.ceil(count / 80) }, () => {
    const sentences = Array.from({ length: 5 }, () => Array.from({ length: 16 }, word).join(" "));
    return sentences.map((sentence) => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`).join(" ");
  });
  return ["# A text to measure with", ...body];
}
