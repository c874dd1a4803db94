/** Plants the demo into a site where nobody has an account yet. */
import { ulid } from "ulid";
import { editScript } from "#app/domain/document/edit-script.ts";
import { addressKey } from "#app/domain/member/address.ts";
import { makePasswords } from "./auth/passwords.ts";
import type { DataDirectory } from "./data-directory.ts";
import { buildRevision } from "./import/build.ts";
import { fetchSource } from "./import/fetch.ts";
import { readNow } from "./import/read.ts";
import { plantDemo } from "./jobs/plant-demo.ts";
import { makeAnnotationService } from "./services/annotations.ts";
import { Readings } from "./services/documents/readings.ts";
import { makeDocumentService } from "./services/documents.ts";
import { makeSiteGate } from "./services/moderation/site-gate.ts";
import { makeModerationService } from "./services/moderation.ts";
import { makeHeed } from "./services/news/heed.ts";
import { makeNewsService } from "./services/news.ts";
import { makeReadingService } from "./services/reading.ts";
import { makeReportService } from "./services/reports.ts";
import { makeEdits } from "./services/revisions/edits.ts";
import { isEmptySite, plantWhole, type Storage } from "./storage.ts";

/** What everyone in the demo signs in with, beside the buttons of the sign-in page. */
const DEMO_PASSWORD = "glossa-demo";

/** Gives true when it planted; false, with nothing touched, when somebody has an account. `now` in milliseconds. */
export async function plantDemoSite(data: DataDirectory, now: number): Promise<boolean> {
  if (!(await isEmptySite(data))) return false;
  const passwordHash = await makePasswords().hash(DEMO_PASSWORD);
  await plantWhole(data, (storage) => plant(storage, { now, passwordHash }));
  return true;
}

function plant(storage: Storage, { now, passwordHash }: { readonly now: number; readonly passwordHash: string }) {
  let time = now;
  const clock = () => time;
  const newId = () => ulid(time);
  const { read } = storage;
  const { transact } = storage.writer;
  return plantDemo({
    ...{ read, transact, now, newId, addressKey, passwordHash },
    setTime: (milliseconds) => {
      time = milliseconds;
    },
    documents: makeDocumentService({
      ...{ read, transact, clock, newId },
      readersOf: () => [],
      readings: new Readings(),
      revise: async () => {
        throw new Error("The demo revises nothing.");
      },
      // Here and now: these five short texts are ours, and two workers for each would take longer than the rest.
      imports: {
        fetch: (address, hand) => fetchSource(address, hand),
        read: async (input) => readNow(input),
        build: async (pieces, choices) => buildRevision(pieces, choices),
      },
    }),
    annotations: makeAnnotationService({
      ...{ read, transact, clock, newId },
      heed: makeHeed({ newId }),
      gate: makeSiteGate({ read, transact, clock }),
      edits: makeEdits({ read, compare: async (before, after) => editScript(before, after) }),
    }),
    news: makeNewsService({ read, transact, clock }),
    reading: makeReadingService({ read, transact, clock }),
    reports: makeReportService({ read, transact, clock, newId }),
    moderation: makeModerationService({ read, transact, clock, newId }),
  });
}
