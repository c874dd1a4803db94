import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { openPostOffice } from "./test-post-office.ts";
import { outboxTransport } from "./transport.ts";

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

it("the outbox holds whole letters, once each, that only the server's user may read", async () => {
  const folder = await mkdtemp(join(tmpdir(), "glossa-outbox-"));
  folders.push(folder);
  const outbox = join(folder, "outbox");
  const deliver = outboxTransport(outbox);
  const office = openPostOffice(async (message) => {
    await deliver(message);
    await deliver(message);
  });
  const id = await office.write("ada@example.org", "Zoë’s password");
  await office.pump().idle();
  await office.close();
  expect(await readdir(outbox)).toEqual([`${id}.eml`]);
  const file = join(outbox, `${id}.eml`);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const text = await readFile(file, "utf8");
  expect(text).toMatch(/^To: ada@example\.org$/m);
  expect(text).toMatch(/^Subject: Zoë’s password$/m);
  expect(text).toMatch(/^Auto-Submitted: auto-generated$/m);
  expect(text).toMatch(/^https:\/\/glossa\.example\.org\/reset\/abc$/m);
});
