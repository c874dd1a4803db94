/** Everything that the record can say was done, as one closed list: what is not named here cannot be done unseen. */
export const verbs = [
  "note.publish",
  "note.hold",
  "note.hide",
  "note.restore",
  "note.remove",
  "note.spam",
  "note.revise",
  "note.resubmit",
  "note.redact",
  "note.delete",
  "note.undelete",
  "report.uphold",
  "report.dismiss",
  "item.escalate",
  "item.assign",
  "member.warn",
  "member.approve-first",
  "member.mute",
  "member.suspend",
  "member.ban",
  "member.lift",
  "member.acknowledge",
  "member.role",
  "member.scope",
  "member.remove",
  "member.factor",
  "member.delete",
  "thread.pin",
  "thread.unpin",
  "thread.feature",
  "thread.unfeature",
  "thread.resolve",
  "thread.unresolve",
  "thread.lock",
  "thread.unlock",
  "thread.slow",
  "thread.collapse",
  "thread.expand",
  "thread.split",
  "thread.merge",
  "thread.move",
  "thread.lift",
  "text.lock",
  "text.unlock",
  "text.slow",
  "text.schedule",
  "revision.publish",
  "passage.anchor",
  "summary.publish",
  "summary.withdraw",
  "collection.change",
  "tag.rename",
  "tag.merge",
  "rule.save",
  "rule.retire",
  "policy.set",
  "policy.end",
  "check.set",
  "answer.save",
  "guideline.save",
  "appeal.open",
  "appeal.uphold",
  "appeal.overturn",
  "appeal.modify",
  "appeal.expire",
  "assignment.publish",
  "assignment.change",
  "assignment.reveal",
  "assignment.hide",
  "assignment.archive",
  "assignment.extend",
  "assignment.remind",
  "grade.set",
  "grade.release",
  "grade.comments",
  "section.change",
  "course.set",
  "site.setting",
  "site.mode",
  "site.announce",
  "site.view-as",
  "site.export",
  "site.denied",
] as const;
export type Verb = (typeof verbs)[number];

/** What a moderator, or a rule in their place, decides about one note. */
export const noteVerbs = ["publish", "hold", "hide", "restore", "remove", "spam", "revise", "redact"] as const;
export type NoteVerb = (typeof noteVerbs)[number];

const beginnings = ["note.", "thread.", "text.", "summary.", "rule.", "policy.", "report."];
const ofPeople: ReadonlySet<Verb> = new Set([
  ...(["member.warn", "member.approve-first", "member.mute", "member.suspend", "member.ban"] as const),
  ...(["member.lift", "member.role", "member.scope"] as const),
]);

/** True for what can be taken back from the record, as long as nothing else was decided about it since. */
export function isTakenBack(verb: Verb): boolean {
  if (verb === "note.redact" || verb === "note.delete" || verb === "note.undelete") return false;
  return ofPeople.has(verb) || beginnings.some((beginning) => verb.startsWith(beginning));
}

/** What ends an item without touching its note or member: the reports about it were right, or they were wrong. */
export const itemVerbs = ["uphold", "dismiss"] as const;
export type ItemVerb = (typeof itemVerbs)[number];

/** What a decision is about. */
export const subjectKinds = [
  "note",
  "thread",
  "member",
  "text",
  "group",
  "rule",
  "report",
  "item",
  "appeal",
  "decision",
  "assignment",
  "section",
  "site",
] as const;
export type SubjectKind = (typeof subjectKinds)[number];
