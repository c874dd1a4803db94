import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { newsKinds } from "#app/domain/news/news.ts";
import { QueueLinks } from "#app/features/moderation/queue-links.tsx";
import { InboxPage } from "#app/features/news/inbox-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { newsWords } from "#app/words/news.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(newsWords.inbox.title) }];

export const handle: TrailHandle = { trail: () => ({ label: newsWords.inbox.title }) };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { searchParams } = new URL(request.url);
  const kind = newsKinds.find((known) => known === searchParams.get("kind")) ?? null;
  const before = searchParams.get("before");
  const badge = await orProblemResponse(context.news.badge(viewer));
  const page = await orProblemResponse(context.news.inbox(viewer, { kind, before }));
  const queues = await orProblemResponse(context.queue.badges(viewer));
  return { ...page, kind, before, badge, queues, person: viewer.id };
}

const one = z.object({ notification: z.string() });

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const form = await request.formData();
  if (intentOf(form) === "all") return runForm(form, z.object({}), () => context.news.markRead(viewer, "all"));
  return runForm(form, one, ({ notification }) => context.news.markRead(viewer, notification));
}

export default function Inbox() {
  const { queues, ...inbox } = useLoaderData<typeof loader>();
  return <InboxPage {...inbox} queues={<QueueLinks queues={queues} person={inbox.person} />} />;
}
