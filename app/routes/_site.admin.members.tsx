import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AdminMembers } from "#app/features/account/admin-members.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { provenSender } from "#app/http/proof.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { accountWords } from "#app/words/account.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(accountWords.admin.title) }];

export const handle: TrailHandle = { trail: () => ({ label: accountWords.admin.title }) };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const query = new URL(request.url).searchParams.get("q") ?? "";
  return { query, members: await orProblemResponse(context.admin.members(viewer, { query })) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const form = await request.formData();
  return runForm(form, z.object({ member: z.string().default("") }), async ({ member }) => {
    if (intentOf(form) !== "factors") return { member, link: await context.admin.resetLink(viewer, member) };
    await context.admin.resetFactors(await provenSender(context, request, form), member);
    return { member, link: null };
  });
}

export default function Members() {
  return <AdminMembers {...useLoaderData<typeof loader>()} />;
}
