import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "#app/http/download.ts";
import { orProof } from "#app/http/proof.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** All that the site knows of the viewer, as a file; asked for a proof, they come back to the page with the button. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return download(await orProof(context.ending.data(viewer), "/settings/account"), context.flowed);
}
