/** `npm run build`: builds the pages unless they are up to date. */
import { resolve } from "node:path";
import { ensureBuild } from "../build.ts";
import { runCommand } from "./command.ts";

await runCommand(async () => {
  ensureBuild(resolve(import.meta.dirname, "..", ".."), console.log);
  return 0;
});
