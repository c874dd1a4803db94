import { redirectDocument } from "@remix-run/node";
import type { Signed } from "#app/context/viewer.ts";
import { withWay } from "#app/ui/way-back.ts";

/** After signing in: a fresh document, since what it speaks and keeps is another person's; by way of the second factor. */
export function entered({ setCookie, awaitsFactor }: Signed, to: string): Response {
  const place = awaitsFactor ? withWay("/verify", to) : to;
  return redirectDocument(place, { headers: { "Set-Cookie": setCookie } });
}
