import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useOutletContext } from "@remix-run/react";
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
  return <QueueCard key={card.id} triage={triage} card={card} sanctions={null} />;
}
