import { type ActionFunctionArgs, redirectDocument } from "@remix-run/node";
import { languageForm } from "#app/features/account/account-forms.ts";
import { languageCookie } from "#app/http/language-cookie.ts";
import { postOnly } from "#app/http/post-only.ts";
import { safeRedirect } from "#app/http/redirect.ts";

export const loader = postOnly;

/** The language that this browser is spoken to in while nobody with a choice of their own is signed in. Leads to a fresh document. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const form = await request.formData();
  const parsed = languageForm.safeParse({ language: form.get("language") });
  const headers: HeadersInit = parsed.success ? { "Set-Cookie": languageCookie(parsed.data.language) } : {};
  return redirectDocument(safeRedirect(form.get("to")), { headers });
}
