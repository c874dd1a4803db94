/** A mail server that keeps what it gets, read as mail programs read it. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A letter with the addresses that its envelope named. */
export type ReceivedMail = ParsedMail & { readonly envelope: { readonly from: string; readonly to: string } };

export type MailServer = {
  readonly url: string;
  readonly mails: ReceivedMail[];
  readonly close: () => Promise<void>;
};

/** Listens on a free port of this machine; `options` say how moody it is, `login` with which name and password it is asked. */
export async function openMailServer(options: SMTPServerOptions = {}, login = ""): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      const envelope = {
        from: mailFrom === false ? "" : mailFrom.address,
        to: rcptTo.map(({ address }) => address).join(),
      };
      simpleParser(stream).then((mail) => {
        mails.push({ ...mail, envelope });
        done();
      }, done);
    },
    ...options,
  });
  // Clients that go away in the middle are what some tests are about.
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://${login}127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
