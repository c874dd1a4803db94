import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReaderSettings } from "#app/domain/member/member.ts";
import { readingForm } from "#app/features/account/account-forms.ts";
import { LanguageSettings } from "#app/features/account/language-settings.tsx";
import { ReadingSettings } from "#app/features/account/reading-settings.tsx";
import { runForm } from "#app/http/form.ts";
import { freshPage } from "#app/http/fresh-page.ts";
import { requireViewer } from "#app/http/viewer.ts";

export function loader({ context, request }: LoaderFunctionArgs) {
  return { settings: requireViewer(context, request).viewer.settings };
}

/** Takes any of the settings; the reading page sends its own changes here too. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const save = (settings: Partial<ReaderSettings>) => context.accounts.saveSettings(viewer, settings);
  return freshPage(request, await runForm(await request.formData(), readingForm, save));
}

export default function Reading() {
  const { settings } = useLoaderData<typeof loader>();
  return (
    <>
      <ReadingSettings settings={settings} />
      <LanguageSettings settings={settings} />
    </>
  );
}
