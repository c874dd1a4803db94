import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Landing } from "#app/features/site/landing.tsx";
import { halfAddress } from "#app/http/viewer.ts";

export function loader({ context }: LoaderFunctionArgs) {
  if (context.viewer) throw redirect("/groups");
  if (context.half) throw redirect(halfAddress(context.half, "/"));
  return { demo: context.demo };
}

export default function Index() {
  return <Landing demo={useLoaderData<typeof loader>().demo} />;
}
