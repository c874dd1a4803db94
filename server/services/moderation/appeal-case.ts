import type { AppealCase } from "#app/context/record.ts";
import type { AppealRow } from "#db/repositories/moderation/appeals.ts";
import type { Store } from "#db/store.ts";

/** An appeal with what was said on it; the appellant is not told which moderator spoke. */
export async function caseOf(read: Store, appeal: AppealRow, eyes: "staff" | "concerned"): Promise<AppealCase> {
  const messages: AppealCase["messages"][number][] = [];
  for (const { id, authorId, isStaff, words, at } of await read.appeals.messages(appeal.id)) {
    const isNamed = authorId !== null && (eyes === "staff" || !isStaff);
    const author = isNamed ? await read.members.byId(authorId) : null;
    messages.push({ id, by: author?.name ?? null, isStaff, words, at });
  }
  return { id: appeal.id, state: appeal.state, createdAt: appeal.createdAt, messages };
}
