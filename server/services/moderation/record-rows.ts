/** Rows of the record as somebody may see them: what is withheld depends on who reads, never on the row. */
import type { RecordRow } from "#app/context/record.ts";
import type { ChainedEntry, Facts } from "#app/domain/moderation/record.ts";
import { siteCareWords } from "#app/words/site-care.ts";
import type { Store } from "#db/store.ts";

/** `staff` of the group; `concerned`: the one whose note or person it is; `public`: everybody else whom the group lets read. */
export type Eyes = "staff" | "concerned" | "public";

/** The rows in the same order. */
export async function rowsFor(
  read: Store,
  entries: readonly ChainedEntry[],
  eyes: Eyes,
): Promise<readonly RecordRow[]> {
  const nameOf = remembered(async (id: string) => (await read.members.byId(id))?.name ?? null);
  const rows: RecordRow[] = [];
  for (const entry of entries) rows.push(await rowFor(read, entry, eyes, nameOf));
  return rows;
}

type NameOf = (id: string) => Promise<string | null>;

async function rowFor(read: Store, entry: ChainedEntry, eyes: Eyes, nameOf: NameOf): Promise<RecordRow> {
  const { seq, at, verb, reason, actor, actorRole, subject, undoes, batch, hash } = entry;
  const words = eyes === "public" ? null : await read.record.words(entry.id);
  const isStaff = eyes === "staff";
  return {
    ...{ seq, at, verb, reason, actorRole, undoes, batch },
    actor: isStaff && actor !== null ? await nameOf(actor) : null,
    // Outside the group an id would lead to nothing, and to the same nothing again and again.
    subject: eyes === "public" ? { kind: subject.kind, id: "" } : subject,
    concerns: isStaff ? await concernsWhom(read, entry, nameOf) : null,
    toAuthor: words?.toAuthor ?? "",
    toStaff: isStaff ? (words?.toStaff ?? "") : "",
    isUndone: (await read.record.undoing(seq)) !== null,
    hash: hash.slice(0, 16),
  };
}

async function concernsWhom(
  read: Store,
  { verb, subject, after }: ChainedEntry,
  nameOf: NameOf,
): Promise<string | null> {
  if (verb === "site.view-as") {
    const name = (await nameOf(subject.id)) ?? "";
    return "ended" in after ? siteCareWords.record.ended(name) : siteCareWords.record.began(name);
  }
  if (subject.kind === "site") return siteSubject(subject.id, after);
  if (subject.kind === "member") return nameOf(subject.id);
  if (subject.kind !== "note" && subject.kind !== "thread") return null;
  const note = await read.annotations.find(subject.id);
  return note === null ? null : nameOf(note.creator);
}

/** What of the site was changed, in words. */
function siteSubject(id: string, { mode, value }: Facts): string | null {
  const { site, invitations, tabs } = siteCareWords;
  const said: Readonly<Record<string, string>> = { ...site.modes, ...site.signUps, ...site.foundings };
  const labels: Readonly<Record<string, string>> = {
    ...{ siteName: site.siteName, contact: site.contact, imprint: site.imprint, signUp: site.signUp },
    ...{ founding: site.founding, mode: site.modeTitle, invitation: invitations.title },
  };
  const chosen = said[String(mode ?? value ?? "")];
  const label = labels[id] ?? tabs.announcements;
  return chosen === undefined ? label : `${label}: ${chosen}`;
}

function remembered(find: NameOf): NameOf {
  const known = new Map<string, string | null>();
  return async (id) => {
    const name = known.has(id) ? (known.get(id) ?? null) : await find(id);
    known.set(id, name);
    return name;
  };
}
