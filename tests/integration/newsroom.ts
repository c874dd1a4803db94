/** A seminar whose news go out by letter, over SMTP, to a mail server that keeps what it gets. */
import { pino } from "pino";
import type { Viewer } from "#app/context/viewer.ts";
import type { NewsKind } from "#app/domain/news/news.ts";
import { makeSecrets } from "#server/auth/secrets.ts";
import { makePost } from "#server/mail/post.ts";
import { makePump } from "#server/mail/pump.ts";
import { smtpTransport } from "#server/mail/transport.ts";
import { openSeminar, type Seminar } from "#server/services/annotations/test-seminar.ts";
import { stillGoes } from "#server/services/letters/still-goes.ts";
import { writeNewsLetters } from "#server/services/letters/write-news.ts";
import { speakByRequest } from "#server/spoken-locale.ts";
import { openMailServer, type ReceivedMail } from "#tests/support/mail-server.ts";

export const origin = "https://glossa.example.org";

export type Newsroom = {
  readonly seminar: Seminar;
  readonly time: { now: number };
  /** Tells a member something about a note, unless the seminar has told them of it already; gives the notification's id. */
  readonly tell: (member: Viewer, kind: NewsKind, note: string) => Promise<string>;
  /** Writes what is due now and lets the pump do all that is due; gives what arrived. */
  readonly round: () => Promise<readonly ReceivedMail[]>;
  /** While true, the mail server puts everybody off. */
  readonly mood: { isBusy: boolean };
  /** The words of every letter in the queue. */
  readonly stored: () => string;
  readonly close: () => Promise<void>;
};

/** Late on a winter morning in Berlin, where everybody in the seminar lives. */
export async function openNewsroom(): Promise<Newsroom> {
  speakByRequest();
  const seminar = await openSeminar();
  const { site } = seminar;
  const { read, time } = site;
  const { transact } = site.writer;
  const { sqlite } = site.database.write;
  const clock = (): number => time.now;
  const mood = { isBusy: false };
  const server = await openMailServer({
    onRcptTo: (_address, _session, done) =>
      done(mood.isBusy ? Object.assign(new Error("later"), { responseCode: 450 }) : undefined),
  });
  const post = makePost({ origin, newId: site.newId, clock });
  const sender = { name: "Glossa", address: "glossa@glossa.example.org" };
  const pump = makePump({
    ...{ read, transact, clock, stillGoes, log: pino({ level: "silent" }), chance: () => 0.5 },
    transport: smtpTransport(server.url),
    sender: { from: sender, replyTo: sender },
  });
  let bytes = 0;
  const secrets = makeSecrets((length) => new Uint8Array(length).fill(bytes++ % 256));
  const report = (error: unknown): void => {
    throw error;
  };
  time.now = Date.parse("2026-03-26T10:00:00Z");
  sqlite.prepare("UPDATE members SET time_zone = 'Europe/Berlin'").run();

  return {
    ...{ seminar, time, mood },
    async tell(member, kind, noteId) {
      const note = await read.annotations.find(noteId);
      if (note === null) throw new Error(`There is no note ${noteId}.`);
      const id = site.newId();
      const seat = note.placements[0]?.seat ?? "";
      sqlite
        .prepare(
          `INSERT INTO notifications (id, member_id, kind, group_id, document_id, root_id, annotation_id, seat_id, created_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        )
        .run(id, member.id, kind, note.group, note.document, note.root, note.id, seat, time.now);
      return id;
    },
    async round() {
      const before = server.mails.length;
      await writeNewsLetters({ read, transact, origin, secrets, post, writesToDemo: true, report }, time.now);
      pump.wake();
      await pump.idle();
      return server.mails.slice(before);
    },
    stored: () => JSON.stringify(sqlite.prepare("SELECT subject, text, html FROM letters").all()),
    async close() {
      await pump.stop(5_000);
      await server.close();
      await site.close();
    },
  };
}
