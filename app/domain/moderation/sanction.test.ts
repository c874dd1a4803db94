import { describe, expect, it } from "vitest";
import { type Role, roles } from "#app/domain/group/group.ts";
import { type Action, actions, can, deedOf } from "#app/domain/policy/policy.ts";
import {
  barring,
  covers,
  type Deed,
  deeds,
  endOf,
  isBarred,
  isInForce,
  objectionTo,
  type SanctionKind,
  type Scope,
  type ScopeKind,
  sanctionKinds,
  scopeKinds,
  suggested,
} from "./sanction.ts";
import { publishableSubject } from "./test-subject.ts";

const DAY = 24 * 60 * 60 * 1000;
const here = { group: "g", document: "t", thread: "n" } as const;
const ids: Readonly<Record<ScopeKind, string>> = { thread: "n", text: "t", group: "g", site: "" };

/** y: forbidden; in the order read, publish, write. */
const table: Readonly<Record<SanctionKind, string>> = {
  warn: "nyn",
  "approve-first": "nnn",
  mute: "nyy",
  suspend: "yyy",
  ban: "yyy",
};

describe("what a sanction bars", () => {
  it.each(sanctionKinds)("%s", (kind) => {
    expect(deeds.map((deed) => (isBarred(kind, deed) ? "y" : "n")).join("")).toBe(table[kind]);
  });

  const cases = sanctionKinds.flatMap((kind) =>
    scopeKinds.flatMap((scope) => deeds.map((deed): [SanctionKind, ScopeKind, Deed] => [kind, scope, deed])),
  );
  it.each(cases)("%s %s %s, here and elsewhere", (kind, scope, deed) => {
    const one = { kind, scope: { kind: scope, id: ids[scope] } };
    expect(barring([one], deed, here) !== null).toBe(isBarred(kind, deed));
    const elsewhere = { group: "other", document: "other", thread: "other" };
    expect(barring([one], deed, elsewhere) !== null).toBe(scope === "site" && isBarred(kind, deed));
  });

  it("names the gravest of several", () => {
    const scope = { kind: "group", id: "g" } as const;
    const all = (["warn", "ban", "mute"] as const).map((kind) => ({ kind, scope }));
    expect(barring(all, "publish", here)?.kind).toBe("ban");
  });

  it.each<[Scope, string]>([
    [{ kind: "thread", id: "n" }, "ynnn"],
    [{ kind: "text", id: "t" }, "yynn"],
    [{ kind: "group", id: "g" }, "yyyn"],
    [{ kind: "site", id: "" }, "yyyy"],
  ])("%j covers a thread, a text, a group, another group", (scope, wanted) => {
    const places = [
      here,
      { ...here, thread: null },
      { ...here, document: null, thread: null },
      { group: "other", document: null, thread: null },
    ];
    expect(places.map((place) => (covers(scope, place) ? "y" : "n")).join("")).toBe(wanted);
  });
});

describe("role × sanction × scope × action", () => {
  const scopes: readonly Scope[] = scopeKinds.map((kind) => ({ kind, id: ids[kind] }));
  const rows = sanctionKinds.flatMap((kind) => scopes.map((scope): [SanctionKind, Scope] => [kind, scope]));

  it.each(rows)("%s %j takes from every role just what it bars", (kind, scope) => {
    for (const role of [...roles, null] as (Role | null)[]) {
      const free = { id: "self", role, isAdmin: false };
      for (const action of actions) {
        const before = can(free, action, publishableSubject);
        const after = can({ ...free, sanctions: [{ kind, scope }] }, action, publishableSubject);
        const deed = deedOf[action];
        expect([role, action, after]).toEqual([role, action, before && (deed === undefined || !isBarred(kind, deed))]);
      }
    }
  });

  it("on a thread leaves other threads and new notes free", () => {
    const actor = {
      id: "self",
      role: "member",
      isAdmin: false,
      sanctions: [{ kind: "mute", scope: { kind: "thread", id: "n" } }],
    } as const;
    const asked = (thread?: string) =>
      can(actor, "annotation.publish", { ...publishableSubject, ...(thread === undefined ? {} : { thread }) });
    expect([asked("n"), asked("other")]).toEqual([false, true]);
    const { thread: _, ...whole } = publishableSubject;
    expect(can(actor, "annotation.publish", whole)).toBe(true);
  });

  it("knows every action that others see", () => {
    const seen: readonly Action[] = actions.filter((action) =>
      /^annotation\.(publish|edit|anchor|react|answer|endorse|reply)|^thread\.resolve|^page\.write/u.test(action),
    );
    expect(Object.keys(deedOf).sort()).toEqual([...seen].sort());
  });
});

describe("rank", () => {
  const person = (id: string, role: Role | null, isAdmin = false) => ({ id, role, isAdmin });
  /** May (y) or not: owner, teacher, moderator, member, observer, former. */
  const wanted: readonly [Role, string][] = [
    ["owner", "nyyyyy"],
    ["teacher", "nnyyyy"],
    ["moderator", "nnnyyy"],
    ["member", "nnnnnn"],
    ["observer", "nnnnnn"],
  ];
  it.each(wanted)("%s over each role", (role, row) => {
    const targets = [...roles, null] as (Role | null)[];
    const may = targets.map((of) => objectionTo("ban", "group", { actor: person("a", role), target: person("b", of) }));
    expect(may.map((objection) => (objection === null ? "y" : "n")).join("")).toBe(row);
  });

  it.each([...roles, null] as (Role | null)[])("nobody over themselves: %s", (role) => {
    const self = person("a", role, true);
    for (const kind of sanctionKinds)
      for (const scope of scopeKinds) expect(objectionTo(kind, scope, { actor: self, target: self })).toBe("self");
  });

  it("the site is for administrators, over everybody but each other", () => {
    const on = (actor: boolean, target: boolean) =>
      objectionTo("suspend", "site", {
        actor: person("a", actor ? null : "owner", actor),
        target: person("b", "owner", target),
      });
    expect([on(true, false), on(true, true), on(false, false)]).toEqual([null, "rank", "rank"]);
  });

  it("nobody is kept out of a thread", () => {
    const people = { actor: person("a", "owner"), target: person("b", "member") };
    expect(sanctionKinds.filter((kind) => objectionTo(kind, "thread", people) === "scope")).toEqual(["suspend", "ban"]);
  });
});

describe("time", () => {
  const given = { kind: "mute", startsAt: 100, endsAt: 200, acknowledgedAt: null, ending: null } as const;
  it.each([
    [99, false],
    [100, true],
    [199, true],
    [200, false],
  ])("at %d", (now, holds) => {
    expect(isInForce(given, now)).toBe(holds);
  });

  it("ends by lifting, and a warning by being acknowledged", () => {
    expect(isInForce({ ...given, ending: "lifted" }, 150)).toBe(false);
    const warning = { ...given, kind: "warn", endsAt: null } as const;
    expect([isInForce(warning, 1e12), isInForce({ ...warning, acknowledgedAt: 120 }, 150)]).toEqual([true, false]);
    expect(isInForce({ ...given, acknowledgedAt: 120 }, 150)).toBe(true);
  });

  it("is counted in days", () => {
    expect([endOf(3, 10), endOf(null, 10)]).toEqual([3 * DAY + 10, null]);
  });
});

describe("the ladder", () => {
  const past = (count: number, ending: "void" | null = null, ago = DAY) =>
    Array.from({ length: count }, () => ({ startsAt: 1_000 * DAY - ago, ending }));
  const now = 1_000 * DAY;
  it.each([
    [0, "warn", null],
    [1, "approve-first", 7],
    [2, "mute", 3],
    [3, "suspend", 7],
    [4, "suspend", 30],
    [5, "ban", null],
    [50, "ban", null],
  ])("after %d", (count, kind, days) => {
    expect(suggested(past(count), { reason: "attack", now })).toEqual({ kind, days });
  });

  it("forgets what was taken back and what is a year ago, and begins higher for what must not wait", () => {
    expect(suggested([...past(3, "void"), ...past(3, null, 366 * DAY)], { reason: null, now }).kind).toBe("warn");
    expect(suggested([], { reason: "hate", now }).kind).toBe("approve-first");
  });
});
