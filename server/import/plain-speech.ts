/** Dialogue in plain text: turns that begin with a name and a colon, or with a dash. */

/** A name: one to four words with a capital first, or all capitals with a full stop ("HAMLET."). */
const named = /^\s{0,12}(\p{Lu}[\p{L}\p{M}.’'-]{0,30}(?: [\p{L}\p{N}\p{M}.’'-]{1,30}){0,3}):\s+\S/u;
const shouted = /^\s{0,12}(\p{Lu}[\p{Lu} ’'-]{1,40})\.\s+\S/u;
const dashed = /^\s{0,12}[–—]\s{0,2}\S/u;

/** Turns that make a dialogue; two would also be "Note: ..." and "Source: ...". */
const fewestTurns = 3;

export type Turn = { readonly spoken: boolean; readonly lines: readonly string[] };

/** Names that speak in these lines: one at least speaks twice. Dash-led lines count as the speaker "–". */
export function speakersOf(lines: readonly string[]): ReadonlySet<string> {
  const turns = new Map<string, number>();
  for (const line of lines) {
    const name = speakerOf(line);
    if (name !== null) turns.set(name, (turns.get(name) ?? 0) + 1);
  }
  const dashes = turns.get("–") ?? 0;
  turns.delete("–");
  const all = [...turns.values()].reduce((sum, count) => sum + count, 0);
  const isDialogue = all >= fewestTurns && [...turns.values()].some((count) => count >= 2) && turns.size <= all * 0.7;
  const speakers = new Set(isDialogue ? turns.keys() : []);
  if (dashes >= fewestTurns) speakers.add("–");
  return speakers;
}

/** True for a line that begins the turn of one of the speakers. */
export function isTurn(line: string, speakers: ReadonlySet<string>): boolean {
  const name = speakers.size === 0 ? null : speakerOf(line);
  return name !== null && speakers.has(name);
}

/** A group parted at its turns; what comes before the first is not spoken. */
export function splitTurns(lines: readonly string[], speakers: ReadonlySet<string>): Turn[] {
  const turns: { spoken: boolean; lines: string[] }[] = [];
  for (const line of lines) {
    const begins = isTurn(line, speakers);
    const last = turns.at(-1);
    if (begins || last === undefined) turns.push({ spoken: begins, lines: [line] });
    else last.lines.push(line);
  }
  return turns;
}

function speakerOf(line: string): string | null {
  const start = line.slice(0, 200);
  if (dashed.test(start)) return "–";
  return named.exec(start)?.[1] ?? shouted.exec(start)?.[1] ?? null;
}
