import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import type { GroupPage } from "#app/context/groups.ts";
import { GroupFrame } from "#app/features/group/group-frame.tsx";
import { FollowMenu } from "#app/features/news/follow-menu.tsx";
import { FollowingProvider } from "#app/features/news/following-context.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
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
  const [group, following] = await orProblemResponse(
    Promise.all([context.groups.open(viewer, id), context.news.following(viewer, id)]),
  );
  return { group, following };
}

export default function Group() {
  const { group, following } = useLoaderData<typeof loader>();
  return (
    <FollowingProvider value={following}>
      <GroupFrame
        group={group}
        follow={<FollowMenu kind="group" id={group.id} group={group.id} name={group.name} isLarge />}
      >
        <Outlet context={group} />
      </GroupFrame>
    </FollowingProvider>
  );
}
