/** `npm run restore -- FILE.tar.gz [--force]` */
import { operationsWords } from "#app/words/operations.ts";
import { StartError } from "../data-directory.ts";
import { runCommand } from "./command.ts";
import { restore } from "./restore-archive.ts";
import { findingsAfterMigration } from "./site-check.ts";

await runCommand(async (data, args) => {
  const [file, ...rest] = args.filter((arg) => arg !== "--force");
  if (file === undefined || rest.length > 0) throw new StartError(operationsWords.restoreUsage);
  const force = args.includes("--force");
  const aside = await restore(data, file, { force, now: Date.now(), check: findingsAfterMigration });
  console.log(operationsWords.restored(data.folder));
  if (aside !== null) console.log(operationsWords.movedAside(aside));
  return 0;
});
