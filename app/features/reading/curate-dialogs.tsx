import { lazy, Suspense } from "react";
import { useReadingRoom } from "./reading-context.tsx";

const CurateDialog = lazy(async () => ({ default: (await import("./curate-dialog.tsx")).CurateDialog }));

/** What staff are asked about a note; its forms are loaded with the first one. */
export function CurateDialogs() {
  const { view } = useReadingRoom();
  if (view.curating === null) return null;
  return (
    <Suspense>
      <CurateDialog form={view.curating.form} id={view.curating.note} />
    </Suspense>
  );
}
