import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useOutletContext, useParams } from "@remix-run/react";
import { SanctionLinks } from "#app/features/moderation/people/sanction-links.tsx";
import { QueueCard } from "#app/features/moderation/queue-card.tsx";
import type { Triage } from "#app/features/moderation/use-triage.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { card: await orProblemResponse(context.queue.open(viewer, params.item ?? "")) };
}

export default function Item() {
  const { card } = useLoaderData<typeof loader>();
  const triage = useOutletContext<Triage>();
  const { group = "" } = useParams();
  const author = card.author?.id ?? null;
  const way = author === null ? null : <SanctionLinks group={group} member={author} />;
  return <QueueCard key={card.id} triage={triage} card={card} sanctions={way} />;
}
