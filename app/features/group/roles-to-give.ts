import { type Lifecycle, type Role, roles } from "#app/domain/group/group.ts";
import { type Actor, can } from "#app/domain/policy/policy.ts";

/** The roles that an actor may hand out by invitation, highest first. */
export function rolesToInvite(actor: Actor, group: Lifecycle): readonly Role[] {
  return roles.filter((role) => can(actor, "group.invite", { group, role }));
}

/** The roles that an actor may give to a member who stands in `from`; the present one is among them. */
export function rolesToGive(actor: Actor, member: { readonly id: string; readonly role: Role }): readonly Role[] {
  return roles.filter((role) => role === member.role || can(actor, "member.promote", { member, role }));
}
