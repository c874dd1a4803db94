import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CollectedThreads } from "#app/features/collection/collected-threads.tsx";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { collectionWords as words } from "#app/words/collections.ts";
import { siteWords } from "#app/words/site.ts";

/** What a group shows to whoever has the link; no search engine is to have it as well. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: siteWords.title(data?.page.title ?? words.title) },
  { name: "robots", content: "noindex, nofollow, noarchive" },
];

export async function loader({ context, params }: LoaderFunctionArgs) {
  return { page: await orProblemResponse(context.collections.shared(params.token ?? "")) };
}

export default function SharedCollection() {
  const { page } = useLoaderData<typeof loader>();
  const sayTime = useSayTime();
  return (
    <Page width="list">
      <PageHead title={page.title}>
        {page.description === "" ? null : <p dir="auto">{page.description}</p>}
        <p>{words.sharedHint(page.group.name, sayTime(page.expiresAt, "date"))}</p>
      </PageHead>
      {page.entries.length === 0 ? <EmptyState title={words.empty} /> : null}
      <CollectedThreads entries={page.entries} isShared />
    </Page>
  );
}
