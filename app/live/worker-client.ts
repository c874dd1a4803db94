/** The page's side of the service worker. */
import { shellPages, textPage, type Wish } from "#app/worker/kept.ts";
import { keepSetting, readSetting } from "./browser-setting.ts";
import { settleDevice } from "./device.ts";

/** For whom, and in which language, the pages beside the texts were kept. */
const SHELL = "glossa-kept-shell";

/**
 * Starts to keep things for the person who is signed in. There is no worker on plain http, where browsers have none, and none
 * in development, where it would answer with yesterday's modules.
 */
export async function startKeeping(person: string): Promise<void> {
  await settleDevice(person);
  if (process.env.NODE_ENV !== "production" || navigator.serviceWorker === undefined) return;
  await navigator.serviceWorker.register("/service-worker.js").catch(() => undefined);
  const { active } = await navigator.serviceWorker.ready;
  const keep = (path: string) => active?.postMessage({ kind: "keep", path } satisfies Wish);
  // This very page may have been asked for before the worker was there to keep it.
  if (!cameByWorker() && location.pathname.startsWith(textPage(""))) keep(location.pathname);
  const shell = `${person} ${document.documentElement.lang}`;
  if (readSetting(SHELL) === shell) return;
  for (const path of shellPages) keep(path);
  keepSetting(SHELL, shell);
}

/** Whether a worker answered for this document; one that took over since has not seen it. */
function cameByWorker(): boolean {
  const [navigation] = performance.getEntriesByType("navigation");
  return navigation !== undefined && "workerStart" in navigation && Number(navigation.workerStart) > 0;
}
