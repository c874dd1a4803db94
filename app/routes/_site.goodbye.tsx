import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Door } from "#app/features/account/door.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { accountWords } from "#app/words/account.ts";
import { factorsWords } from "#app/words/factors.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(factorsWords.account.ended) }];

/** After the wish to end an account, whose sessions are over. It only repeats what the address says. */
export function loader({ request }: LoaderFunctionArgs) {
  const due = Number(new URL(request.url).searchParams.get("due"));
  return { due: Number.isSafeInteger(due) && due > 0 && due < 8.64e15 ? due : null };
}

export default function Goodbye() {
  const { due } = useLoaderData<typeof loader>();
  const say = useSayTime();
  const words = factorsWords.account;
  return (
    <Door title={words.ended} sentence={due === null ? null : words.endedSentence(say(due, "date"))}>
      <ButtonLink to="/sign-in" kind="primary">
        {accountWords.signIn.title}
      </ButtonLink>
    </Door>
  );
}
