import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import type { GroupPage } from "#app/context/groups.ts";
import { GroupFrame } from "#app/features/group/group-frame.tsx";
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
  return { group: await orProblemResponse(context.groups.open(viewer, params.group ?? "")) };
}

export default function Group() {
  const { group } = useLoaderData<typeof loader>();
  return (
    <GroupFrame group={group}>
      <Outlet context={group} />
    </GroupFrame>
  );
}
