import { describe, expect, it } from "vitest";
import { type Role, roles } from "#app/domain/group/group.ts";
import { type Action, type Actor, abilities, actions, can, type Subject } from "./policy.ts";

const open = { archivedAt: null, deleteAfter: null };
const archived = { archivedAt: 1, deleteAfter: null };
const dying = { archivedAt: null, deleteAfter: 1 };

/** Another member's things in an open group. */
const theirs: Subject = {
  group: open,
  document: { ...open, addedBy: "other" },
  annotation: { creator: "other", creatorRole: "member" },
  member: { id: "other", role: "member" },
  role: "member",
};

/** The actor's own. */
const own: Subject = {
  group: open,
  document: { ...open, addedBy: "self" },
  annotation: { creator: "self", creatorRole: "member" },
  member: { id: "self", role: "member" },
  role: "member",
};

const actorOf = (role: Role | null, isAdmin = false): Actor => ({ id: "self", role, isAdmin });
const who: readonly (Role | null)[] = [...roles, null];

/** One letter for each of owner, teacher, moderator, member, observer and stranger: y may, n may not. */
const matrix: Readonly<Record<Action, { readonly theirs: string; readonly own: string }>> = {
  "site.administer": { theirs: "nnnnnn", own: "nnnnnn" },
  "group.read": { theirs: "yyyyyn", own: "yyyyyn" },
  "group.edit": { theirs: "ynnnnn", own: "ynnnnn" },
  "group.archive": { theirs: "ynnnnn", own: "ynnnnn" },
  "group.delete": { theirs: "ynnnnn", own: "ynnnnn" },
  "group.transfer": { theirs: "ynnnnn", own: "ynnnnn" },
  "group.invite": { theirs: "yynnnn", own: "yynnnn" },
  "group.leave": { theirs: "yyyyyn", own: "yyyyyn" },
  "group.vocabulary": { theirs: "yynnnn", own: "yynnnn" },
  "member.promote": { theirs: "yynnnn", own: "nnnnnn" },
  "member.remove": { theirs: "yynnnn", own: "nnnnnn" },
  "document.add": { theirs: "yynnnn", own: "yynnnn" },
  "document.edit": { theirs: "yynnnn", own: "yynnnn" },
  "document.archive": { theirs: "yynnnn", own: "yynnnn" },
  "document.delete": { theirs: "ynnnnn", own: "yynnnn" },
  "annotation.publish": { theirs: "yyyynn", own: "yyyynn" },
  "annotation.edit": { theirs: "nnnnnn", own: "yyyynn" },
  "annotation.delete": { theirs: "nnnnnn", own: "yyyyyn" },
  "annotation.anchor": { theirs: "yyynnn", own: "yyyynn" },
  "annotation.react": { theirs: "yyyynn", own: "yyyynn" },
  "annotation.answer": { theirs: "yyynnn", own: "yyyynn" },
  "annotation.endorse": { theirs: "yynnnn", own: "nnnnnn" },
  "annotation.replyPrivately": { theirs: "yyynnn", own: "nnnnnn" },
  "annotation.hide": { theirs: "yyynnn", own: "nnnnnn" },
  "annotation.restore": { theirs: "yyynnn", own: "nnnnnn" },
  "annotation.redact": { theirs: "ynnnnn", own: "ynnnnn" },
  "annotation.report": { theirs: "yyyyyn", own: "nnnnnn" },
  "thread.curate": { theirs: "yyynnn", own: "yyynnn" },
  "thread.resolve": { theirs: "yyynnn", own: "yyyynn" },
  "queue.open": { theirs: "yyynnn", own: "yyynnn" },
  "record.read": { theirs: "yyynnn", own: "yyynnn" },
  "rules.edit": { theirs: "yyynnn", own: "yyynnn" },
  "check.edit": { theirs: "ynnnnn", own: "ynnnnn" },
  "page.write": { theirs: "yyyynn", own: "yyyynn" },
  "room.staff": { theirs: "yyynnn", own: "yyynnn" },
  "people.read": { theirs: "yyynnn", own: "yyynnn" },
  "text.delegate": { theirs: "yynnnn", own: "yynnnn" },
  "guideline.edit": { theirs: "yynnnn", own: "yynnnn" },
  "answer.edit": { theirs: "yyynnn", own: "yyynnn" },
  "class.lead": { theirs: "yynnnn", own: "yynnnn" },
  "assignment.set": { theirs: "yynnnn", own: "yynnnn" },
  "assignment.grade": { theirs: "yynnnn", own: "yynnnn" },
  "assignment.watch": { theirs: "yyynnn", own: "yyynnn" },
  "assignment.work": { theirs: "nnnynn", own: "nnnynn" },
  "section.edit": { theirs: "yynnnn", own: "yynnnn" },
};

const answers = (action: Action, subject: Subject, isAdmin = false): string =>
  who.map((role) => (can(actorOf(role, isAdmin), action, subject) ? "y" : "n")).join("");

describe("Z1: the whole matrix of role and action", () => {
  it("has a row for every action", () => {
    expect(Object.keys(matrix).sort()).toEqual([...actions].sort());
  });

  it.each(actions)("%s", (action) => {
    expect({ theirs: answers(action, theirs), own: answers(action, own) }).toEqual(matrix[action]);
  });

  it.each(actions.filter((action) => action !== "site.administer"))(
    "running the site gives no right to %s",
    (action) => {
      expect(answers(action, theirs, true)).toBe(matrix[action].theirs);
    },
  );

  it("lets an administrator administer, in whatever role", () => {
    expect(answers("site.administer", {}, true)).toBe("yyyyyy");
  });

  it("refuses what lacks its subject", () => {
    const alone = actions.filter((action) => answers(action, {}).includes("y"));
    expect(alone.sort()).toEqual([
      "assignment.grade",
      "assignment.watch",
      "class.lead",
      "document.archive",
      "document.delete",
      "group.archive",
      "group.delete",
      "group.leave",
      "group.read",
      "group.transfer",
      "people.read",
      "queue.open",
      "record.read",
      "room.staff",
    ]);
  });
});

describe("archived and dying groups and texts", () => {
  const writing: readonly Action[] = [
    "group.edit",
    "group.invite",
    "document.add",
    "document.edit",
    "group.vocabulary",
    "text.delegate",
    "guideline.edit",
    "answer.edit",
    "annotation.publish",
    "annotation.edit",
    "page.write",
    "annotation.anchor",
    "annotation.react",
    "annotation.answer",
    "annotation.endorse",
    "annotation.replyPrivately",
    "thread.curate",
    "thread.resolve",
    "rules.edit",
    "check.edit",
    "assignment.set",
    "assignment.work",
    "section.edit",
  ];

  it.each(actions.flatMap((action) => [archived, dying].map((state) => [action, state] as const)))(
    "%s in a group with %j",
    (action, state) => {
      const expected = writing.includes(action) ? "nnnnnn" : matrix[action].own;
      expect(answers(action, { ...own, group: state })).toBe(expected);
    },
  );

  it.each([archived, dying])("nothing is written on a text with %j", (state) => {
    const document = { ...state, addedBy: "self" };
    expect(answers("annotation.publish", { ...own, document })).toBe("nnnnnn");
    for (const action of ["edit", "react", "answer", "endorse", "replyPrivately"] as const)
      expect(answers(`annotation.${action}`, { ...theirs, ...own, document })).toBe("nnnnnn");
    expect(answers("page.write", { ...own, document })).toBe("nnnnnn");
    expect(answers("annotation.delete", { ...own, document })).toBe("yyyyyn");
  });
});

describe("Z4: rank", () => {
  /** For each role of the actor, the roles that they may act on or give away. */
  const below: Readonly<Record<Role, readonly Role[]>> = {
    owner: roles,
    teacher: ["moderator", "member", "observer"],
    moderator: [],
    member: [],
    observer: [],
  };
  const pairs = roles.flatMap((actor) => roles.map((other) => [actor, other, below[actor].includes(other)] as const));

  it.each(pairs)("%s invites as %s: %s", (actor, role, answer) => {
    expect(can(actorOf(actor), "group.invite", { group: open, role })).toBe(answer);
  });

  it.each(pairs)("%s removes %s: %s", (actor, role, answer) => {
    expect(can(actorOf(actor), "member.remove", { member: { id: "other", role } })).toBe(answer);
  });

  it.each(pairs)("%s makes a member %s: %s", (actor, role, answer) => {
    const member = { id: "other", role: "member" } as const;
    expect(can(actorOf(actor), "member.promote", { member, role })).toBe(answer);
  });

  it.each(pairs)("%s takes the role of %s away: %s", (actor, role, answer) => {
    expect(can(actorOf(actor), "member.promote", { member: { id: "other", role }, role: "observer" })).toBe(answer);
  });

  /** Notes are hidden by whoever stands above their author; a moderator's by teachers, nobody's by an equal. */
  const hides: Readonly<Record<Role, readonly Role[]>> = {
    owner: ["teacher", "moderator", "member", "observer"],
    teacher: ["moderator", "member", "observer"],
    moderator: ["member", "observer"],
    member: [],
    observer: [],
  };
  const hiding = roles.flatMap((actor) => roles.map((other) => [actor, other, hides[actor].includes(other)] as const));

  it.each(hiding)("%s hides a note of %s: %s", (actor, creatorRole, answer) => {
    expect(can(actorOf(actor), "annotation.hide", { annotation: { creator: "other", creatorRole } })).toBe(answer);
  });

  it.each([
    ["owner", true],
    ["teacher", true],
    ["moderator", true],
    ["member", false],
  ] as const)("%s hides a note of somebody who left: %s", (role, answer) => {
    const annotation = { creator: "other", creatorRole: null };
    expect(can(actorOf(role), "annotation.hide", { annotation })).toBe(answer);
  });
});

describe("abilities", () => {
  it("answers what was asked and nothing else", () => {
    const asked = abilities(actorOf("teacher"), ["group.invite", "group.delete"], theirs);
    expect(asked).toEqual({ "group.invite": true, "group.delete": false });
  });
});
