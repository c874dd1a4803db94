import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { postOnly } from "#app/http/post-only.ts";
import { putAwayCookie } from "#app/http/put-away.ts";
import { safeRedirect } from "#app/http/redirect.ts";

export const loader = postOnly;

/** Puts an announcement away in this browser: works for guests, and while nothing can be written. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const form = await request.formData();
  const setCookie = putAwayCookie(request.headers.get("Cookie"), String(form.get("announcement") ?? ""));
  const headers: HeadersInit = setCookie === null ? {} : { "Set-Cookie": setCookie };
  return redirect(safeRedirect(form.get("to")), { headers });
}
