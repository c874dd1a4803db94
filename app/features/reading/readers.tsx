import { AvatarStack } from "#app/ui/avatar.tsx";
import { readingWords } from "#app/words/reading.ts";
import { useReadingRoom } from "./reading-context.tsx";

/** Who else is reading now; nothing where nobody is. */
export function Readers({ className }: { readonly className?: string | undefined }) {
  const { peers, who } = useReadingRoom();
  const people = peers.flatMap(({ seat }) => who(seat) ?? []);
  if (people.length === 0) return null;
  const names = people.map(({ name }) => name).join(", ");
  return (
    <span className={className}>
      <AvatarStack faces={people} label={readingWords.presence.here(names)} />
    </span>
  );
}
