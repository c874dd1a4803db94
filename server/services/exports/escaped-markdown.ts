/** Plain words in Markdown. */

/** Words as Markdown that shows just these words: every sign that could mean something stands behind a backslash. */
export function escaped(plain: string): string {
  return plain.split("\n").map(wholeLine).join("\n").replaceAll(softBreak, "\\\n");
}

/** The same for words that others on their line go before. */
export function escapedOn(plain: string): string {
  const [first = "", ...rest] = plain.split("\n");
  return [withoutSigns(first), ...rest.map(wholeLine)].join("\n").replaceAll(softBreak, "\\\n");
}

/** A line break inside a paragraph, which is to be one on the page as well; an empty line ends a paragraph anyway. */
const softBreak = /(?<=[^\n])\n(?=[^\n])/g;

function withoutSigns(words: string): string {
  return words.replaceAll(/[\\`*_[\]<>#|~$&^]/g, "\\$&");
}

/** What means something only at the beginning of a line; four spaces there would be code. */
function wholeLine(line: string): string {
  return withoutSigns(line)
    .replace(/^(\s*)([-+=:])/u, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/u, "$1\\$2")
    .replace(/^[ \t]+/u, (space) => "\u00a0".repeat(space.length));
}

/** Lines after the first pushed to the right, so that they belong to what the first one began. */
export function indented(block: string, by: number): string {
  return block.replaceAll(/\n(?=[^\n])/g, `\n${" ".repeat(by)}`);
}

/** The length of the longest run of a sign, such as the backticks that a fence has to outdo. */
export function longestRun(text: string, sign: string): number {
  let longest = 0;
  let run = 0;
  for (const each of text) {
    run = each === sign ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
