import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import type { GroupPage } from "#app/context/groups.ts";
import { GroupFrame } from "#app/features/group/group-frame.tsx";
import { useWaiting } from "#app/features/moderation/use-waiting.ts";
import { FollowMenu } from "#app/features/news/follow-menu.tsx";
import { FollowingProvider } from "#app/features/news/following-context.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { moderatingWords } from "#app/words/moderating.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? siteWords.title(data.group.name) : siteWords.name },
];

export const handle: TrailHandle<{ readonly group: GroupPage }> = {
  trail: ({ group }) => ({ label: group.name, to: `/g/${group.id}` }),
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const id = params.group ?? "";
  const [group, following, [queue = null]] = await orProblemResponse(
    Promise.all([
      context.groups.open(viewer, id),
      context.news.following(viewer, id),
      context.queue.badges(viewer, id),
    ]),
  );
  return { group, following, queue, viewer: viewer.id };
}

export default function Group() {
  const { group, following, queue, viewer } = useLoaderData<typeof loader>();
  const waiting = useWaiting(queue, viewer);
  return (
    <FollowingProvider value={following}>
      <GroupFrame
        group={group}
        moderation={waiting === null ? null : { label: moderatingWords.tab(waiting) }}
        follow={<FollowMenu kind="group" id={group.id} group={group.id} name={group.name} isLarge />}
      >
        <Outlet context={group} />
      </GroupFrame>
    </FollowingProvider>
  );
}
