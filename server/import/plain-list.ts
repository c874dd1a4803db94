/** List marks of plain text. */

const bullet = /^\s{0,12}(?:[•●▪‣◦*+]|-)\s+\S/u;
const ordinal = /^\s{0,12}(\d{1,3})[.)]\s+\S/;
const mark = /^\s{0,12}(?:[•●▪‣◦*+-]|\d{1,3}[.)])\s+/u;

/** True for a line that begins an item. A dash of speech (– or —) is none. */
export function isListLine(line: string): boolean {
  return bullet.test(line) || ordinal.test(line);
}

export function isBulletLine(line: string): boolean {
  return bullet.test(line);
}

/** The ordinal that begins the line, or null. */
export function ordinalOf(line: string): number | null {
  const found = ordinal.exec(line)?.[1];
  return found === undefined ? null : Number(found);
}

/** Ordinals that count up by one from the first item: only then does the list show the numbers that the source has. */
export function countsUp(lines: readonly string[]): boolean {
  const first = ordinalOf(lines[0] ?? "");
  return first !== null && lines.every((line, index) => ordinalOf(line) === first + index);
}

/** Items with the lines that continue them; the mark stays on each. */
export function listItems(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    if (isListLine(line) || items.length === 0) items.push(line.trim());
    else items.push(`${items.pop() ?? ""}\n${line.trim()}`);
  }
  return items;
}

export function withoutMark(item: string): string {
  return item.replace(mark, "");
}
