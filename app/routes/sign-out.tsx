import { type ActionFunctionArgs, redirect, redirectDocument } from "@remix-run/node";

/** Leads to a fresh document, so that nothing of the person stays in the page's memory. */
export async function action({ context }: ActionFunctionArgs) {
  const sessionId = context.sessionId ?? context.half?.sessionId ?? null;
  if (sessionId === null) return redirectDocument("/");
  const { setCookie } = await context.accounts.signOut(sessionId);
  return redirectDocument("/", { headers: { "Set-Cookie": setCookie } });
}

export function loader() {
  return redirect("/");
}
