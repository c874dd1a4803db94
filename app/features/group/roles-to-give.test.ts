import { describe, expect, it } from "vitest";
import type { Role } from "#app/domain/group/group.ts";
import { rolesToGive, rolesToInvite } from "./roles-to-give.ts";

const open = { archivedAt: null, deleteAfter: null };
const actor = (role: Role) => ({ id: "me", role, isAdmin: false });

describe("rolesToInvite", () => {
  it.each<readonly [Role, readonly Role[]]>([
    ["owner", ["owner", "teacher", "moderator", "member", "observer"]],
    ["teacher", ["moderator", "member", "observer"]],
    ["moderator", []],
    ["member", []],
    ["observer", []],
  ])("of a %s are %j", (role, expected) => {
    expect(rolesToInvite(actor(role), open)).toEqual(expected);
  });

  it("are none in an archived group", () => {
    expect(rolesToInvite(actor("owner"), { archivedAt: 1, deleteAfter: null })).toEqual([]);
  });
});

describe("rolesToGive", () => {
  it.each<readonly [Role, Role, readonly Role[]]>([
    ["owner", "member", ["owner", "teacher", "moderator", "member", "observer"]],
    ["teacher", "member", ["moderator", "member", "observer"]],
    ["teacher", "teacher", ["teacher"]],
    ["member", "observer", ["observer"]],
  ])("of a %s to a %s are %j", (mine, theirs, expected) => {
    expect(rolesToGive(actor(mine), { id: "you", role: theirs })).toEqual(expected);
  });
});
