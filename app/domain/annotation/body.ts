/** The words of a note as they are stored: what a person typed, without what only disturbs others. */
import { MAX_BODY } from "./annotation.ts";

/** Marks on one letter beyond which they spill over the lines around; Hebrew and Vietnamese need at most four. */
const MARKS = 8;

const loneSurrogate = /\p{Surrogate}/gu;
/** Control characters without tab and line feed. */
const control = /[^\P{Cc}\n\t]/gu;
const heapedMarks = new RegExp(`(\\p{M}{${MARKS}})\\p{M}+`, "gu");
/** Something that leaves a trace on the page: no white space, no format character, no letter that is drawn blank. */
const visible = /[^\s\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/u;

/** Line ends as "\n", no other control characters but tabs, bidi controls balanced in each line, trimmed. */
export function cleanBody(typed: string): string {
  return typed
    .replace(/\r\n?/g, "\n")
    .replace(loneSurrogate, "\ufffd")
    .replace(control, "")
    .replace(heapedMarks, "$1")
    .split("\n")
    .map(balanceBidi)
    .join("\n")
    .trim();
}

/** True when a reader would see nothing of it. */
export function isBlank(body: string): boolean {
  return !visible.test(body);
}

/** Code points of a body, the unit of MAX_BODY. */
export function bodyLength(body: string): number {
  let length = 0;
  for (const _ of body) length += 1;
  return length;
}

/** True for what is over the limit however it is counted, so that nobody needs to clean it first. */
export function isHopelesslyLong(typed: string): boolean {
  return typed.length > 2 * MAX_BODY;
}

const isolates = "\u2066\u2067\u2068";
const embeddings = "\u202a\u202b\u202d\u202e";
const POP_ISOLATE = "\u2069";
const POP_EMBEDDING = "\u202c";
const bidiControl = /[\u202a-\u202e\u2066-\u2069]/g;

/** Closes what the line leaves open and drops what closes nothing, so that no line turns the page around it (UAX #9). */
function balanceBidi(line: string): string {
  const open: string[] = [];
  const kept = line.replace(bidiControl, (mark) => {
    if (isolates.includes(mark)) open.push(POP_ISOLATE);
    else if (embeddings.includes(mark)) open.push(POP_EMBEDDING);
    else if (open.at(-1) === mark) open.pop();
    else return "";
    return mark;
  });
  return kept + open.reverse().join("");
}
