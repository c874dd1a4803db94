import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useOutletContext } from "@remix-run/react";
import type { GroupPage } from "#app/context/groups.ts";
import { isStaff } from "#app/domain/group/group.ts";
import { leaveForm, memberForm, roleForm } from "#app/features/group/group-forms.ts";
import { MembersPage } from "#app/features/group/members-page.tsx";
import { CardLink } from "#app/features/moderation/people/card-link.tsx";
import { IgnoreMenu } from "#app/features/moderation/people/ignore-menu.tsx";
import { FollowMenu } from "#app/features/news/follow-menu.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { provenSender } from "#app/http/proof.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { groupWords } from "#app/words/group.ts";

export const handle: TrailHandle = { trail: () => ({ label: groupWords.members.title }) };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const roster = await orProblemResponse(context.groups.roster(viewer, params.group ?? ""));
  const ignored = (await context.ignores.list(viewer)).map(({ id }) => id);
  return { viewerId: viewer.id, roster, ignored };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const group = params.group ?? "";
  const form = await request.formData();
  switch (intentOf(form)) {
    case "role":
      return runForm(form, roleForm, async ({ member, role }) =>
        context.groups.setRole(await provenSender(context, request, form), group, member, role),
      );
    case "remove":
      return runForm(form, memberForm, ({ member }) => context.groups.removeMember(viewer, group, member));
    case "transfer":
      return runForm(form, memberForm, async ({ member }) =>
        context.groups.transfer(await provenSender(context, request, form), group, member),
      );
    default:
      return runForm(form, leaveForm, async (input) => {
        await context.groups.leave(viewer, group, input);
        throw redirect("/groups");
      });
  }
}

export default function Members() {
  const group = useOutletContext<GroupPage>();
  const { viewerId, roster, ignored } = useLoaderData<typeof loader>();
  return (
    <MembersPage
      viewerId={viewerId}
      roster={roster}
      group={group}
      answer={useActionData<typeof action>()}
      follow={({ id, name }) => (
        <>
          <FollowMenu kind="member" id={id} group={group.id} name={name} />
          <IgnoreMenu id={id} name={name} isIgnored={ignored.includes(id)} />
          {isStaff(group.role) ? <CardLink group={group.id} id={id} name={name} /> : null}
        </>
      )}
    />
  );
}
