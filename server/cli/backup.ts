/** `npm run backup -- FILE.tar.gz` */
import { operationsWords } from "#app/words/operations.ts";
import { StartError } from "../data-directory.ts";
import { backUp } from "./backup-archive.ts";
import { runCommand } from "./command.ts";

await runCommand(async (data, [file]) => {
  if (file === undefined) throw new StartError(operationsWords.backupUsage);
  console.log(operationsWords.backedUp(file, await backUp(data, file)));
  return 0;
});
