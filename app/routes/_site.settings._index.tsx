import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Problem } from "#app/domain/problem.ts";
import { profileForm } from "#app/features/account/account-forms.ts";
import { ProfileSettings } from "#app/features/account/profile-settings.tsx";
import { timeZones } from "#app/features/account/time-zone.tsx";
import { runForm } from "#app/http/form.ts";
import { freshPage } from "#app/http/fresh-page.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { settingsWords } from "#app/words/settings.ts";

export function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { viewer, zones: timeZones(viewer.timeZone) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { accounts } = context;
  const form = await request.formData();
  const intent = intentOf(form);
  const answer =
    intent === "picture"
      ? await runForm(form, z.object({}), async () => accounts.setPicture(viewer, await pictureOf(form)))
      : intent === "no-picture"
        ? await runForm(form, z.object({}), () => accounts.setPicture(viewer, null))
        : await runForm(form, profileForm, (input) => accounts.editProfile(viewer, input));
  return freshPage(request, answer);
}

async function pictureOf(form: FormData): Promise<Uint8Array> {
  const file = form.get("picture");
  if (file instanceof Blob && file.size > 0) return new Uint8Array(await file.arrayBuffer());
  const sentence = settingsWords.picture.missing;
  throw new Problem("invalid", sentence, { fields: { picture: sentence } });
}

export default function Profile() {
  return <ProfileSettings {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
