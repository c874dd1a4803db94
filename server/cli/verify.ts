/** `npm run verify`: reads a site, also one in use, and changes nothing. */
import { existsSync } from "node:fs";
import { operationsWords } from "#app/words/operations.ts";
import { openDatabase } from "#db/client.ts";
import { StartError } from "../data-directory.ts";
import { verify } from "../services/verification.ts";
import { runCommand } from "./command.ts";

await runCommand(async (data) => {
  if (!existsSync(data.database)) throw new StartError(operationsWords.noDatabase(data.folder));
  const connection = openDatabase(data.database, "read");
  try {
    const { ok, findings } = await verify(connection);
    console.log(ok ? operationsWords.verified : operationsWords.findings(findings.length));
    for (const finding of findings) console.log(`  ${finding}`);
    return ok ? 0 : 1;
  } finally {
    connection.sqlite.close();
  }
});
