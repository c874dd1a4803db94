import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { ModerationFrame } from "#app/features/moderation/moderation-frame.tsx";
import { useLiveCounts } from "#app/features/moderation/use-live-counts.ts";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { type UsedQueue, useQueue } from "#app/live/use-queue.ts";
import { moderatingWords as words } from "#app/words/moderating.ts";
import { siteWords } from "#app/words/site.ts";

/** What the pages of moderation share. */
export type ModerationOutlet = { readonly viewer: string; readonly live: UsedQueue };

type Named = { readonly group: { readonly id: string; readonly name: string } };

export const handle: TrailHandle<Named> = {
  trail: ({ group }) => [
    { label: group.name, to: `/g/${group.id}` },
    { label: words.title, to: `/g/${group.id}/moderation` },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: siteWords.title(data === undefined ? words.title : `${words.title} · ${data.group.name}`) },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const group = params.group ?? "";
  const counts = await orProblemResponse(context.queue.counts(viewer, group));
  const [badge] = await orProblemResponse(context.queue.badges(viewer, group));
  if (badge === undefined) throw new Response(null, { status: 404 });
  return { group: badge.group, badge, counts, viewer: viewer.id };
}

/** The numbers come live. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentParams, nextParams }) =>
  currentParams.group !== nextParams.group;

export default function Moderation() {
  const { group, badge, counts, viewer } = useLoaderData<typeof loader>();
  const live = useQueue({ person: viewer, room: badge.room, epoch: badge.epoch });
  const shown = useLiveCounts(group.id, counts, live);
  return (
    <ModerationFrame group={group.id} counts={shown}>
      <Outlet context={{ viewer, live } satisfies ModerationOutlet} />
    </ModerationFrame>
  );
}
