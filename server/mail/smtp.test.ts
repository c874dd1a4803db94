/** smtpTransport against a peer that speaks SMTP (RFC 5321) from a script. */
import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { createInterface } from "node:readline";
import pino from "pino";
import { afterEach, expect, it } from "vitest";
import { makePost } from "./post.ts";
import { smtpTransport } from "./transport.ts";

type Peer = { readonly url: string; readonly said: string[]; readonly letters: string[]; readonly server: Server };

/** Answers MAIL with each of `moods` in turn, then with 250; keeps what it was told. */
async function openPeer(moods: readonly string[] = []): Promise<Peer> {
  const said: string[] = [];
  const letters: string[] = [];
  const left = [...moods];
  const server = createServer((socket) => {
    let letter: string[] | null = null;
    const answer = (line: string): string | null => {
      if (letter !== null) {
        if (line !== ".") letter.push(line);
        else letters.push(letter.join("\n"));
        if (line !== ".") return null;
        letter = null;
        return "250 taken";
      }
      said.push(line);
      if (line.startsWith("MAIL")) return left.shift() ?? "250 fine";
      if (line === "DATA") letter = [];
      return line === "DATA" ? "354 go on" : line === "QUIT" ? "221 bye" : "250 fine";
    };
    socket.on("error", () => {});
    createInterface({ input: socket }).on("line", (line) => {
      const reply = answer(line);
      if (reply !== null) socket.write(`${reply}\r\n`);
    });
    socket.write("220 peer.example\r\n");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, said, letters, server };
}

const open: Peer[] = [];

afterEach(() => {
  for (const { server } of open.splice(0)) server.close();
});

async function peerAndPost(moods: readonly string[] = []) {
  const peer = await openPeer(moods);
  open.push(peer);
  const waits: number[] = [];
  const post = makePost({
    transport: smtpTransport(peer.url),
    origin: "https://glossa.example.org",
    log: pino({ level: "silent" }),
    wait: async (ms) => void waits.push(ms),
  });
  return { peer, post, waits };
}

const letter = {
  to: "zoe@example.org",
  subject: "Zoë’s password",
  paragraphs: ["Hello <Zoë>,"],
  link: { label: "Choose", url: "https://glossa.example.org/reset/abc" },
};

it("names sender and receiver in the envelope, and sends text and HTML", async () => {
  const { peer, post } = await peerAndPost();
  post.send(letter);
  await post.idle();
  expect(peer.said.slice(1, 3)).toEqual(["MAIL FROM:<glossa@glossa.example.org>", "RCPT TO:<zoe@example.org>"]);
  const [sent = ""] = peer.letters;
  expect(sent).toMatch(/^From: Glossa <glossa@glossa\.example\.org>$/m);
  expect(sent).toMatch(/^To: zoe@example\.org$/m);
  expect(sent).toMatch(/^Content-Type: multipart\/alternative;/m);
  expect(sent.match(/^Content-Type: text\/(plain|html)/gm)).toEqual([
    "Content-Type: text/plain",
    "Content-Type: text/html",
  ]);
  expect(sent).toContain("https://glossa.example.org/reset/abc");
  expect(sent).toContain("&lt;Zo");
});

it.each(["a@b.example\r\nRCPT TO:<eve@example.org>", "a@b.example\nBcc: eve@example.org"])(
  "C5: says nothing to the peer for the address %j",
  async (to) => {
    const { peer, post } = await peerAndPost();
    expect(() => post.send({ ...letter, to })).toThrow("line break");
    await post.idle();
    expect(peer.said).toEqual([]);
  },
);

it("comes again after a 4xx", async () => {
  const { peer, post, waits } = await peerAndPost(["421 try later", "451 busy"]);
  post.send(letter);
  await post.idle();
  expect(waits).toEqual([5_000, 30_000]);
  expect(peer.letters).toHaveLength(1);
});
