import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";

export type Mailbox = { readonly name: string; readonly address: string };

/** A rendered letter with its envelope; nothing in the headers holds a line break. */
export type Message = {
  /** The same at every try: the left half of the Message-ID. */
  readonly id: string;
  readonly from: Mailbox;
  readonly replyTo: Mailbox;
  readonly to: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Further header lines by name, plain ASCII. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds; when the letter was written. */
  readonly date: number;
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
  return async ({ id, from, replyTo, to, subject, text, html, headers, date }) => {
    await transport.sendMail({
      ...{ from, replyTo, to, subject, text, html, headers },
      messageId: messageId(id, from),
      date: new Date(date),
    });
  };
}

/** Mail into a folder, one .eml file each, for sites without a mail server; links are in them, so only the owner may read. */
export function outboxTransport(directory: string): Transport {
  return async (message) => {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    // By the letter's id: one that is written twice is there once.
    const file = join(directory, `${message.id}.eml`);
    // Whoever watches the folder never sees half a letter.
    await writeFile(`${file}.part`, plainMessage(message), { mode: 0o600 });
    await rename(`${file}.part`, file);
  };
}

/**
 * The letter as a message of RFC 5322 with UTF-8 headers (RFC 6532) and its text as it is. People copy links out of these
 * files, and every encoding that a mail server would want breaks a link in two.
 */
function plainMessage({ id, from, replyTo, to, subject, text, headers, date }: Message): string {
  return [
    `From: ${from.name} <${from.address}>`,
    `Reply-To: ${replyTo.address}`,
    `To: ${to.address}`,
    `Subject: ${subject}`,
    `Date: ${new Date(date).toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: ${messageId(id, from)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    text,
  ].join("\n");
}

function messageId(id: string, { address }: Mailbox): string {
  return `<${id}@${address.slice(address.lastIndexOf("@") + 1)}>`;
}
