/** Notes that leave: authorised like every reading, then written while they are read. */
import type { ExportService } from "#app/context/exports.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords } from "#app/words/annotations.ts";
import type { Store } from "#db/store.ts";
import { articleOf, takenText } from "./exports/article.ts";
import { fileOf } from "./exports/file.ts";
import { textAddress } from "./exports/taken.ts";
import { writeText } from "./exports/text-file.ts";
import { takenThreads } from "./exports/threads.ts";
import { type Standing, standingIn } from "./rights.ts";

export type ExportParts = {
  /** The store of the read-only connection. */
  readonly read: Store;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Of the site, as people type it. */
  readonly origin: string;
};

export function makeExportService({ read, clock, origin }: ExportParts): ExportService {
  return {
    async text(viewer, documentId, { format, withPrivate }) {
      const standing = () => requireStanding(read, viewer, documentId, clock());
      const { group } = await standing();
      const document = await read.documents.find(documentId);
      if (document === null) throw new Problem("not-found", annotationWords.unknownText);
      const address = `${textAddress(origin, documentId)}/export/${format}`;
      const text = await takenText(read, document, { group: group.name, isWhole: true });
      const pieces = writeText(format, {
        head: { origin, address, now: clock(), zone: viewer.timeZone },
        text,
        article: () => articleOf(read, document),
        threads: () => takenThreads({ read, standing, withPrivate }),
      });
      return fileOf(format, document.title, pieces);
    },
  };
}

async function requireStanding(read: Store, viewer: Viewer, documentId: string, now: number): Promise<Standing> {
  const standing = await standingIn(read, { memberId: viewer.id, documentId, now });
  if (standing === null) throw new Problem("not-found", annotationWords.unknownText);
  return standing;
}
