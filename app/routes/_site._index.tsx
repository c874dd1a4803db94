import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Landing } from "#app/features/site/landing.tsx";

export function loader({ context }: LoaderFunctionArgs) {
  if (context.viewer) throw redirect("/groups");
  return { demo: context.demo };
}

export default function Index() {
  return <Landing demo={useLoaderData<typeof loader>().demo} />;
}
