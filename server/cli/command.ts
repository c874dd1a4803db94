/** What the commands have in common: the data folder from the environment, sentences instead of stacks, exit codes. */
import { operationsWords } from "#app/words/operations.ts";
import { type DataDirectory, dataDirectory, StartError } from "../data-directory.ts";
import { readEnvironment } from "../http/environment.ts";

/** Runs a command, which gives its exit code. What the operator can mend is said in a sentence and exits with 1. */
export async function runCommand(command: (data: DataDirectory, args: readonly string[]) => Promise<number>) {
  // Whatever a command writes holds what members wrote.
  process.umask(0o077);
  try {
    const environment = readEnvironment(process.env);
    if (!environment.ok) throw new StartError(operationsWords.badEnvironment(environment.sentences));
    process.exitCode = await command(dataDirectory(environment.value.dataDir), process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
