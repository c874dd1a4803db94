import { resolve } from "node:path";
import { z } from "zod";
import { isAddress } from "#app/domain/member/address.ts";
import { urlOf } from "#app/domain/url.ts";

type Mailbox = { readonly name: string; readonly address: string };

/** What the process was told from outside, checked. */
export type Environment = {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly demo: boolean;
  /** PUBLIC_URL's origin, or null when it is not set: requests are then compared with their own Host. */
  readonly publicOrigin: string | null;
  /** What links are built from: `publicOrigin`, else this machine. */
  readonly origin: string;
  /** Proxies in front whose X-Forwarded-For is believed. */
  readonly trustProxy: number;
  readonly smtpUrl: string | null;
  /** Who letters come from: MAIL_FROM, else glossa@ the site's host. */
  readonly mailFrom: Mailbox;
  /** Where answers to letters go: MAIL_REPLY_TO, else the sender. */
  readonly mailReplyTo: Mailbox;
  readonly mode: "production" | "development" | "test";
  readonly logLevel: (typeof logLevels)[number];
};

export type ReadEnvironment =
  | { readonly ok: true; readonly value: Environment }
  | { readonly ok: false; readonly sentences: readonly string[] };

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const url = (protocols: readonly string[], fits: (url: URL) => boolean = () => true) =>
  z.string().refine((value) => {
    const parsed = urlOf(value);
    return parsed !== null && protocols.includes(parsed.protocol) && fits(parsed);
  });

/** An origin and nothing after it: cookies, links and the socket assume "/". */
const origin = url(
  ["http:", "https:"],
  ({ pathname, search, hash, username }) => pathname === "/" && `${search}${hash}${username}` === "",
);

/** `reading@example.org`, or with a name before it: `Our reading room <reading@example.org>`. */
const mailbox = z.string().transform((value, context): Mailbox => {
  const [, name = "", bracketed, bare] = /^(?:([^<>"\\\p{C}]{1,100}?) *<([^<>]+)>|([^<>]+))$/u.exec(value.trim()) ?? [];
  const address = bracketed ?? bare ?? "";
  if (!isAddress(address)) context.addIssue({ code: "custom", message: "not an address" });
  return { name: name.trim(), address };
});

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535))
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default("127.0.0.1"),
  DATA_DIR: z
    .string()
    .regex(/^[^\0]+$/)
    .default("./data"),
  GLOSSA_DEMO: z.enum(["0", "1"]).optional(),
  PUBLIC_URL: origin.optional(),
  TRUST_PROXY: z.string().regex(/^\d$/).transform(Number).default(0),
  SMTP_URL: url(["smtp:", "smtps:"]).optional(),
  MAIL_FROM: mailbox.optional(),
  MAIL_REPLY_TO: mailbox.optional(),
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  LOG_LEVEL: z.enum(logLevels).default("info"),
});

type Name = keyof z.infer<typeof variables>;

const expected: Readonly<Record<Name, string>> = {
  PORT: "a port number from 0 to 65535",
  HOST: "an address to listen on, such as 127.0.0.1, or 0.0.0.0 for everybody in the network",
  DATA_DIR: "a folder for the database and its files",
  GLOSSA_DEMO: "1 (plant the demo into an empty database) or 0",
  PUBLIC_URL: "the address that people type, such as https://glossa.example.org, without a path",
  TRUST_PROXY: "the number of proxies in front, from 0 to 9",
  SMTP_URL: "a mail server, such as smtps://user:password@mail.example.org",
  MAIL_FROM: "the sender of all letters, such as reading@example.org or Our reading room <reading@example.org>",
  MAIL_REPLY_TO: "where answers to letters go, such as teacher@example.org",
  NODE_ENV: "production, development or test",
  LOG_LEVEL: `one of ${logLevels.join(", ")}`,
};

/**
 * Reads the environment; every wrong value gives a sentence that names variable, value and what is expected. An empty
 * value counts as not set. There is no secret to configure: sessions and links are random tokens, not signatures.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): ReadEnvironment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const result = variables.safeParse(given);
  if (result.success) return { ok: true, value: settle(result.data) };
  const wrong = new Set(result.error.issues.map((issue) => issue.path[0]));
  const names = variables.keyof().options.filter((name) => wrong.has(name));
  return { ok: false, sentences: names.map((name) => complaint(name, env[name] ?? "")) };
}

function settle(values: z.infer<typeof variables>): Environment {
  const publicOrigin = values.PUBLIC_URL === undefined ? null : new URL(values.PUBLIC_URL).origin;
  const origin = publicOrigin ?? `http://localhost:${values.PORT}`;
  const mailFrom = values.MAIL_FROM ?? { name: "Glossa", address: `glossa@${new URL(origin).hostname}` };
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    // The demo's people share a published password, so a site with a public address has to ask for them.
    demo: values.GLOSSA_DEMO === undefined ? publicOrigin === null : values.GLOSSA_DEMO === "1",
    publicOrigin,
    origin,
    trustProxy: values.TRUST_PROXY,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom,
    mailReplyTo: values.MAIL_REPLY_TO ?? mailFrom,
    mode: values.NODE_ENV,
    logLevel: values.LOG_LEVEL,
  };
}

/** SMTP_URL is not repeated, since it may hold a password that would end up in a log. */
function complaint(name: Name, value: string): string {
  const shown = name === "SMTP_URL" ? "not right" : JSON.stringify(value);
  return `${name} is ${shown}, but has to be ${expected[name]}.`;
}
