import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";

type Mailbox = { readonly name: string; readonly address: string };

/** A rendered letter with its envelope; nothing in the headers holds a line break. */
export type Message = {
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** Sends one message or rejects; tests bring their own. */
export type Transport = (message: Message) => Promise<void>;

/** Milliseconds to wait for a mail server that does not answer. */
const TIMEOUT = 15_000;

/** Mail over SMTP. */
export function smtpTransport(url: string): Transport {
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT,
    greetingTimeout: TIMEOUT,
    socketTimeout: TIMEOUT,
    // Letters are text of ours: nothing in them may read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (message) => {
    await transport.sendMail(message);
  };
}

/** Mail into a folder, one .eml file each, for sites without a mail server; links are in them, so only the owner may read. */
export function outboxTransport(directory: string, newId: () => string, clock: () => number = Date.now): Transport {
  return async (message) => {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const file = join(directory, `${newId()}.eml`);
    // Whoever watches the folder never sees half a letter.
    await writeFile(`${file}.part`, plainMessage(message, clock()), { mode: 0o600 });
    await rename(`${file}.part`, file);
  };
}

/**
 * The letter as a message of RFC 5322 with UTF-8 headers (RFC 6532) and its text as it is. People copy links out of these
 * files, and every encoding that a mail server would want breaks a link in two.
 */
function plainMessage({ from, to, subject, text }: Message, now: number): string {
  return [
    `From: ${from.name} <${from.address}>`,
    `To: ${to.address}`,
    `Subject: ${subject}`,
    `Date: ${new Date(now).toUTCString().replace("GMT", "+0000")}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    text,
  ].join("\n");
}
