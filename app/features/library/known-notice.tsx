import type { KnownText } from "#app/context/documents.ts";
import { Notice } from "#app/ui/page.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { libraryWords } from "#app/words/library.ts";

const words = libraryWords.preview.known;

/** Which text of the group a proposal would be once more. */
export function KnownNotice({ text }: { readonly text: KnownText }) {
  const sayTime = useSayTime();
  return (
    <Notice>
      {words[text.by]}{" "}
      <a href={`/t/${text.id}`}>
        <bdi>{text.title}</bdi>
      </a>
      , {words.added(sayTime(text.createdAt, "date"), text.addedBy)}
    </Notice>
  );
}
