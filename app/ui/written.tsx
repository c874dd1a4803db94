export type WrittenProps = {
  /** As `markupHtml` makes it: every word is escaped, and no tag stands in it that it does not know. */
  readonly html: string;
  readonly className: string | undefined;
};

/** Words that somebody wrote, set on the server. */
export function Written({ html, className }: WrittenProps) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the one place for what `markupHtml` wrote, which escapes every word
  return <div className={className} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}
