/** Opens a database that no server uses, brings it up to this build, and looks whether it agrees with itself. */
import { dirname, join } from "node:path";
import { openDatabase } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { verify } from "../services/verification.ts";

/** One sentence for each finding; none for a sound database. */
export async function findingsAfterMigration(database: string): Promise<readonly string[]> {
  try {
    const connection = openDatabase(database, "write");
    try {
      migrateDatabase(connection, { backupsFolder: join(dirname(database), "backups") });
      return (await verify(connection)).findings;
    } finally {
      connection.sqlite.close();
    }
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
