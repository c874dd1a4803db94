/** The thread about a released grade: its student and the staff, and nobody else. */
import { type FeedbackMessage, type FeedbackSaid, MAX_MESSAGE, MAX_MESSAGES } from "#app/context/feedback.ts";
import { tidyParagraphs } from "#app/domain/group/fields.ts";
import { markupHtml } from "#app/domain/markup/html.ts";
import { parseMarkup } from "#app/domain/markup/parse.ts";
import { Problem } from "#app/domain/problem.ts";
import { feedbackWords as words } from "#app/words/feedback.ts";
import type { GradeRow } from "#db/repositories/grades.ts";
import type { Store } from "#db/store.ts";

type About = { readonly assignmentId: string; readonly memberId: string };

/** Oldest first. */
export async function messagesAbout(
  read: Store,
  { assignmentId, memberId }: About,
  viewer: string,
): Promise<readonly FeedbackMessage[]> {
  const messages = await read.feedback.ofMember(assignmentId, memberId);
  const authors = await read.members.profiles(messages.flatMap(({ authorId }) => authorId ?? []));
  return messages.map(({ id, authorId, isStaff, words: said, at }) => ({
    ...{ id, isStaff, at, isOwn: authorId === viewer, by: authors.get(authorId ?? "")?.name ?? null },
    html: markupHtml(parseMarkup(said, { origin: "" })),
  }));
}

type Saying = {
  readonly said: FeedbackSaid;
  readonly author: string;
  readonly isStaff: boolean;
  readonly now: number;
};

/**
 * Says something about a grade; false where it was said already. Throws Problem("forbidden") before the grade is released, and
 * Problem("conflict") for an id that something else has.
 */
export async function sayAbout(
  store: Store,
  grade: Pick<GradeRow, "assignmentId" | "memberId" | "releasedAt"> | null,
  { said, author, isStaff, now }: Saying,
): Promise<boolean> {
  if (grade?.releasedAt == null) throw new Problem("forbidden", words.notReleased);
  const { assignmentId, memberId } = grade;
  const known = await store.feedback.find(said.id);
  if (known !== null) {
    const isSame = known.authorId === author && known.assignmentId === assignmentId && known.memberId === memberId;
    if (!isSame) throw new Problem("conflict", words.taken);
    return false;
  }
  const typed = tidyParagraphs(said.words);
  const before = await store.feedback.ofMember(assignmentId, memberId);
  const problem = problemOf(typed, before.length);
  if (problem !== null) throw new Problem("invalid", problem, { fields: { message: problem } });
  await store.feedback.say({ id: said.id, assignmentId, memberId, authorId: author, isStaff, words: typed, at: now });
  return true;
}

function problemOf(typed: string, before: number): string | null {
  if (typed === "") return words.empty;
  if ([...typed].length > MAX_MESSAGE) return words.tooLong(MAX_MESSAGE);
  return before >= MAX_MESSAGES ? words.tooMany : null;
}
