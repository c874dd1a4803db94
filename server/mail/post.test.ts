import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { makePost } from "./post.ts";
import type { Letter } from "./render.ts";
import { type Message, outboxTransport } from "./transport.ts";

const log = pino({ level: "silent" });
const origin = "https://glossa.example.org";

const letter = (change: Partial<Letter> = {}): Letter => ({
  to: "ada@example.org",
  subject: "A new password for Glossa",
  paragraphs: ["Hello <b>Ada</b> & all,"],
  link: { label: "Choose", url: `${origin}/reset/abc` },
  ...change,
});

describe("makePost", () => {
  it("sends a letter as plain text and as HTML that escapes what people wrote", async () => {
    const sent: Message[] = [];
    const post = makePost({ origin, log, wait: async () => {}, transport: async (message) => void sent.push(message) });
    post.send(letter());
    await post.idle();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      from: { address: "glossa@glossa.example.org" },
      to: { address: "ada@example.org" },
      subject: "A new password for Glossa",
    });
    expect(sent[0]?.text).toContain("Hello <b>Ada</b> & all,\n\nChoose:\nhttps://glossa.example.org/reset/abc\n");
    expect(sent[0]?.html).toContain("Hello &lt;b&gt;Ada&lt;/b&gt; &amp; all,");
    expect(sent[0]?.html).toContain('<a href="https://glossa.example.org/reset/abc">Choose</a>');
  });

  it.each(["ada@example.org\r\nBcc: eve@example.org", "ada@example.org\nX: y"])(
    "C5: refuses %j as an address",
    (to) => {
      const post = makePost({ origin, log, wait: async () => {}, transport: async () => {} });
      expect(() => post.send(letter({ to }))).toThrow("line break");
      expect(() => post.send(letter({ subject: `Hello ${to}` }))).toThrow("line break");
    },
  );

  it("tries again later and later, then gives up", async () => {
    const waits: number[] = [];
    let tries = 0;
    const transport = async (): Promise<void> => {
      tries += 1;
      throw new Error("421 try later");
    };
    const post = makePost({ origin, log, transport, wait: async (ms) => void waits.push(ms) });
    post.send(letter());
    await post.idle();
    expect(tries).toBe(5);
    expect(waits).toEqual([5_000, 30_000, 120_000, 600_000]);
  });

  it("stops trying once it is sent", async () => {
    let tries = 0;
    const transport = async (): Promise<void> => {
      tries += 1;
      if (tries === 1) throw new Error("421 try later");
    };
    const post = makePost({ origin, log, transport, wait: async () => {} });
    post.send(letter());
    await post.idle();
    expect(tries).toBe(2);
  });
});

describe("outboxTransport", () => {
  const folders: string[] = [];
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
  });

  it("writes whole letters that only the server's user may read", async () => {
    const folder = await mkdtemp(join(tmpdir(), "glossa-outbox-"));
    folders.push(folder);
    const outbox = join(folder, "outbox");
    const post = makePost({ origin, log, wait: async () => {}, transport: outboxTransport(outbox, () => "01LETTER") });
    post.send(letter({ subject: "Zoë’s password" }));
    await post.idle();
    expect(await readdir(outbox)).toEqual(["01LETTER.eml"]);
    const file = join(outbox, "01LETTER.eml");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const text = await readFile(file, "utf8");
    expect(text).toMatch(/^To: ada@example\.org$/m);
    expect(text).toMatch(/^Subject: Zoë’s password$/m);
    expect(text).toMatch(/^https:\/\/glossa\.example\.org\/reset\/abc$/m);
  });
});
