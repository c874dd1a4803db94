import type { LoaderFunctionArgs } from "@remix-run/node";
import { workFile } from "#app/http/work-file.ts";

/** One's own notes in all groups as a file. */
export function loader(args: LoaderFunctionArgs): Promise<Response> {
  return workFile(args, { group: null });
}
