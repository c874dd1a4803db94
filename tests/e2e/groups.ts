/** Groups of a test's own, so that taking somebody's rights away disturbs no other test. */
import type { Page } from "@playwright/test";
import { postForm } from "./readers.ts";

/** A new group with its path; the one who makes it owns it, the others come in by an invitation as members. */
export async function ownGroup(owner: Page, name: string, members: readonly Page[]): Promise<string> {
  const path = await postForm(owner, "/groups", { name, description: "" });
  await owner.goto(`${path}/invitations`);
  await owner.getByRole("button", { name: "Make an invitation" }).click();
  const link = await owner.getByRole("textbox", { name: "The invitation's link" }).inputValue();
  for (const member of members) await postForm(member, new URL(link).pathname, {});
  return path;
}
