/** A text with 10,000 notes as a file of each format, beside reading the same notes at once. */
import { setTimeout } from "node:timers/promises";
import { describe } from "#app/domain/annotation/describe.ts";
import { exportFormats } from "#app/domain/export/export-format.ts";
import { escapeHtml } from "#app/domain/markup/html.ts";
import { makeExportService } from "#server/services/exports.ts";
import { openTestSite, publishCommand, type TestSite, type TestText } from "#server/services/test-site.ts";
import { figures, withPauses } from "./pauses.ts";
import { paragraphs } from "./prose.ts";
import { row, table } from "./table.ts";

const NOTES = 10_000;
const WORDS = 20_000;
/** Commands at once: the writer commits so many together. */
const AT_ONCE = 32;

/** Aim: nobody else waits more than 50 ms for a turn. */
export async function exported(): Promise<void> {
  const site = await openTestSite();
  try {
    const { text, viewer } = await setStage(site);
    const service = makeExportService({
      read: site.read,
      clock: () => site.time.now,
      origin: "https://glossa.example",
    });
    table(`Taking ${NOTES} notes along`, "what", "ms", "longest pause ms", "its CPU ms", "MB");
    const idle = await withPauses(() => setTimeout(2_000));
    row("nothing for two seconds", ...figures(idle), "");
    const baseline = await withPauses(async () => {
      const audiences = (await site.read.audiences.openSeats(viewer.id, text.group)).map(({ audience }) => audience);
      const roots = await site.read.annotations.roots(text.id, audiences);
      JSON.stringify(await site.read.annotations.threads(roots.map(({ id }) => id)));
    });
    row("all rows at once, as JSON", ...figures(baseline), "");
    for (const format of exportFormats) {
      let bytes = 0;
      const taken = await withPauses(async () => {
        const { chunks } = await service.text(viewer, text.id, { format, withPrivate: true });
        for await (const chunk of chunks) bytes += chunk.length;
      });
      row(format, ...figures(taken), (bytes / 1_000_000).toFixed(1));
    }
  } finally {
    await site.close();
  }
}

async function setStage(site: TestSite) {
  const group = await site.addGroup("Seminar");
  const teacher = await site.addMember(group, "Teacher", "teacher");
  const viewer = await site.addMember(group, "Reader", "member");
  const lines = paragraphs(WORDS).slice(1);
  const text = await site.addText(group, teacher, lines.join("\n"));
  site.database.write.sqlite
    .prepare("UPDATE document_revisions SET html = ? WHERE id = ?")
    .run(htmlOf(lines), text.revision);
  const ids = Array.from({ length: NOTES }, site.newId);
  for (let from = 0; from < NOTES; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    // What is answered first: notes that come at once are judged beside each other.
    for (const answers of [false, true]) {
      const due = some.flatMap((id, i) => (isAnswer(from + i) === answers ? [{ id, n: from + i, ids, viewer }] : []));
      await Promise.all(due.map((said) => say(site, text, said)));
    }
  }
  return { text, viewer };
}

type Said = {
  readonly id: string;
  readonly n: number;
  readonly ids: readonly string[];
  readonly viewer: Awaited<ReturnType<TestSite["addMember"]>>;
};

/** Three of ten notes answer the one before them that stands on the text; one of five has a reaction. */
async function say({ annotations }: TestSite, text: TestText, { id, n, ids, viewer }: Said): Promise<void> {
  const body = `A note of some length, the ${n}th, with *stress* and a [link](https://example.org/${n}). `.repeat(3);
  const root = ids[n - (n % 10)] ?? id;
  const document = text.id;
  if (isAnswer(n)) await annotations.run(viewer, { verb: "reply", id, document, parent: root, body });
  else {
    const start = Math.floor((n * 7_919) % (text.text.length - 100));
    const target = { source: text.revision, selector: describe(text.text, { start, end: start + 40 }) };
    await annotations.run(viewer, publishCommand(text, id, { body, target }));
  }
  if (n % 5 === 0) await annotations.run(viewer, { verb: "react", id, document, reaction: "agree", on: true });
}

function isAnswer(n: number): boolean {
  return n % 10 > 6 && n % AT_ONCE > 9;
}

function htmlOf(lines: readonly string[]): string {
  let start = 0;
  const blocks = lines.map((line, n) => {
    const words = escapeHtml(line).replace(/^(\w+)/, "<em>$1</em>");
    const block = `<p id="b-${n + 1}" data-block="${n + 1}" data-start="${start}" data-number="${n + 1}">${words}</p>`;
    start += line.length + 1;
    return block;
  });
  return blocks.join("\n");
}
