import type { Subject } from "#app/domain/policy/policy.ts";

const open = { archivedAt: null, deleteAfter: null };

/** Somebody else's note in an open text, in the thread "n": most of what is asked about it is granted to somebody. */
export const publishableSubject = {
  group: open,
  document: { ...open, addedBy: "other" },
  annotation: { creator: "other", creatorRole: "member" },
  member: { id: "other", role: "member" },
  role: "member",
  thread: "n",
} as const satisfies Subject;
