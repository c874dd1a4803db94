/** Of whom the site asks a second factor. */
import type { Store } from "#db/store.ts";

type Member = { readonly id: string; readonly isAdmin: boolean };

/** True when the site asks one of its staff and this member is: an administrator, or owner, teacher or moderator somewhere. */
export async function isDemanded(store: Store, { id, isAdmin }: Member): Promise<boolean> {
  if (!(await store.siteSettings.get("secondFactorForStaff"))) return false;
  return isAdmin || store.memberships.isStaffSomewhere(id);
}

/** True for somebody who has to set one up before anything else. */
export async function wantsEnrolment(store: Store, member: Member): Promise<boolean> {
  return (await isDemanded(store, member)) && !(await store.factors.has(member.id));
}
