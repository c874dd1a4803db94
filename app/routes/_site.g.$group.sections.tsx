import { Outlet } from "@remix-run/react";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { sectionWords } from "#app/words/sections.ts";

export const handle: TrailHandle = { trail: () => ({ label: sectionWords.title }) };

export default function Sections() {
  return <Outlet />;
}
