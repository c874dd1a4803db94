/** What a mail server gets, and what becomes of a letter when it is moody: a real one, and a parser as mail programs have. */
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import type { SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { openMailServer, type ReceivedMail } from "#tests/support/mail-server.ts";
import { openPostOffice, type PostOffice } from "./test-post-office.ts";
import { smtpTransport } from "./transport.ts";

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

type Served = { readonly office: PostOffice; readonly mails: readonly ReceivedMail[] };

/** A post office before a mail server that does as `options` say. */
async function serve(options: SMTPServerOptions = {}, login = ""): Promise<Served> {
  const server = await openMailServer(options, login);
  closers.push(server.close);
  return { office: officeBefore(server.url), mails: server.mails };
}

function officeBefore(url: string): PostOffice {
  const office = openPostOffice(smtpTransport(url));
  closers.push(office.close);
  return office;
}

const moody = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

describe("a letter over SMTP", () => {
  it("arrives as plain text and as HTML that escapes what people wrote, under its id and its date", async () => {
    const { office, mails } = await serve();
    const id = await office.write("zoe@example.org", "Zoë’s password");
    await office.pump().idle();
    const [mail] = mails;
    expect(mail).toMatchObject({
      envelope: { from: "glossa@glossa.example.org", to: "zoe@example.org" },
      subject: "Zoë’s password",
      messageId: `<${id}@glossa.example.org>`,
      date: new Date(office.time.now),
      from: { value: [{ name: "Glossa", address: "glossa@glossa.example.org" }] },
      replyTo: { value: [{ address: "teacher@example.org" }] },
    });
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail?.text).toContain(
      "Hello <Zoë>,\n\nhere is the link.\n\nChoose:\nhttps://glossa.example.org/reset/abc\n",
    );
    expect(mail?.html).toContain("Hello &lt;Zoë&gt;,");
    expect(mail?.html).toContain('<a href="https://glossa.example.org/reset/abc">Choose</a>');
    expect(mail?.attachments).toEqual([]);
  });

  it("comes again after a 4xx, and arrives once", async () => {
    let visits = 0;
    const { office, mails } = await serve({
      onRcptTo: (_address, _session, done) => done(visits++ < 2 ? moody(450, "grey list") : undefined),
    });
    const id = await office.write("zoe@example.org");
    await office.pump().idle();
    expect(await office.letter(id)).toMatchObject({ state: "waiting", trouble: "450 grey list" });
    expect(await office.settleNext()).toBe(5_000);
    expect(await office.settleNext()).toBe(30_000);
    expect(mails).toHaveLength(1);
    expect((await office.letter(id)).state).toBe("sent");
  });

  it.each(["onMailFrom", "onRcptTo"] as const)("is given up at once after a 5xx (%s)", async (step) => {
    const { office, mails } = await serve({
      [step]: (_: unknown, __: unknown, done: (e: Error) => void) => done(moody(550, "nobody here")),
    });
    const id = await office.write("zoe@example.org");
    await office.pump().idle();
    expect(await office.letter(id)).toMatchObject({ state: "given-up", tries: 1, trouble: "550 nobody here" });
    expect(mails).toEqual([]);
  });

  it("is given up at once when its words are refused", async () => {
    const { office } = await serve({
      onData(stream, _session, done) {
        stream.resume();
        stream.on("end", () => done(moody(554, "looks like spam")));
      },
    });
    const id = await office.write("zoe@example.org");
    await office.pump().idle();
    expect(await office.letter(id)).toMatchObject({ state: "given-up", trouble: "554 looks like spam" });
  });

  it("waits for a server whose password is wrong", async () => {
    const onAuth: SMTPServerOptions["onAuth"] = (_auth, _session, done) => done(moody(535, "no"));
    const { office } = await serve({ authOptional: false, onAuth }, "glossa:wrong@");
    const id = await office.write("zoe@example.org");
    await office.pump().idle();
    expect((await office.letter(id)).state).toBe("waiting");
  });

  it("comes again when the connection is lost in the middle of DATA", async () => {
    const said: string[] = [];
    const peers: Socket[] = [];
    let visits = 0;
    const server = createServer((socket) => {
      peers.push(socket);
      visits += 1;
      let inData = false;
      socket.on("error", () => {});
      socket.on("data", (chunk) => {
        const line = chunk.toString();
        if (inData && visits === 1) return void socket.destroy();
        if (inData && !line.endsWith("\r\n.\r\n")) return;
        if (inData) said.push("letter");
        inData = line.startsWith("DATA");
        socket.write(inData ? "354 go on\r\n" : "250 fine\r\n");
      });
      socket.write("220 peer.example\r\n");
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    closers.push(() => {
      for (const peer of peers) peer.destroy();
      server.close();
    });
    const office = officeBefore(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const id = await office.write("zoe@example.org");
    await office.pump().idle();
    expect(await office.letter(id)).toMatchObject({ state: "waiting", tries: 1 });
    await office.settleNext();
    expect((await office.letter(id)).state).toBe("sent");
    expect(said).toEqual(["letter"]);
  });

  it("C5: says nothing to the server for an address with a second line", async () => {
    const { office, mails } = await serve();
    await expect(office.write("a@b.example\r\nRCPT TO:<eve@example.org>")).rejects.toThrow("line break");
    await office.settle();
    expect(mails).toEqual([]);
  });
});
