import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LetterLinkPage } from "#app/features/letters/letter-link-page.tsx";
import { choicesForm } from "#app/features/letters/letters-forms.ts";
import { runForm } from "#app/http/form.ts";
import { intentOf } from "#app/ui/intent.ts";
import { lettersWords } from "#app/words/letters.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(lettersWords.link.title) }];

/** Only looks: mail scanners open links. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const link = await context.letters.byLink(params.token ?? "");
  return data({ link }, { status: link === null ? 410 : 200 });
}

/** What a mail program posts for its reader (RFC 8058 §3.2) has no intent of ours and stops, as the button does. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { token = "" } = params;
  const form = await request.formData();
  if (intentOf(form) === "choose") {
    return runForm(form, choicesForm, async (choices) => {
      await context.letters.chooseByLink(token, choices);
      return "choose" as const;
    });
  }
  return runForm(form, z.object({}), async () => {
    await context.letters.stop(token);
    return "stop" as const;
  });
}

export default function LetterLink() {
  const { link } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <LetterLinkPage link={link} done={answer?.ok ? answer.value : null} />;
}
