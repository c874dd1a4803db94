import katex from "katex";

/** TeX as MathML alone, which needs neither fonts nor styles; what cannot be read is shown as it was typed. */
export function mathMl(source: string, isBlock: boolean): string {
  return katex.renderToString(source, {
    output: "mathml",
    displayMode: isBlock,
    throwOnError: false,
    // What is not TeX is shown as it was typed, and as readable as the words around it.
    errorColor: "currentcolor",
    trust: false,
    strict: "ignore",
    maxExpand: 200,
    maxSize: 20,
  });
}
