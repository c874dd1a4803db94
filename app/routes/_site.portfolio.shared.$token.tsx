import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { WorkView } from "#app/features/work/work-view.tsx";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { Page, PageHead } from "#app/ui/page.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { siteWords } from "#app/words/site.ts";
import { workWords } from "#app/words/work.ts";

const words = workWords.shared;

/** What a member shows to whoever has the link; no search engine is to have it as well. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: siteWords.title(data ? words.title(data.page.member.name) : workWords.title) },
  { name: "robots", content: "noindex, nofollow, noarchive" },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const from = Math.trunc(Number(new URL(request.url).searchParams.get("from"))) || 0;
  return { page: await orProblemResponse(context.work.shared(params.token ?? "", from)) };
}

export default function SharedWork() {
  const { page } = useLoaderData<typeof loader>();
  const sayTime = useSayTime();
  const { name } = page.member;
  return (
    <Page width="list">
      <PageHead title={words.title(name)}>
        <p>{words.hint(name, page.group?.name ?? "", sayTime(page.expiresAt, "date"))}</p>
      </PageHead>
      <WorkView page={page} choice={page.choice} isShared />
    </Page>
  );
}
