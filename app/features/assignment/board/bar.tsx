import styles from "./charts.module.css";

/** One bar; `share` of the longest, 0 to 1. Drawn by attributes, since the policy of the pages lets no inline style through. */
export function Bar({ share, across = false }: { readonly share: number; readonly across?: boolean }) {
  const long = Math.round(share * 1_000) / 10;
  return (
    <svg
      className={across ? styles.across : styles.bar}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      data-empty={share === 0 ? "" : undefined}
    >
      {across ? <rect width={Math.max(1, long)} height={100} /> : <Upright long={long} />}
    </svg>
  );
}

function Upright({ long }: { readonly long: number }) {
  const height = Math.max(3, long);
  return <rect y={100 - height} width={100} height={height} />;
}
