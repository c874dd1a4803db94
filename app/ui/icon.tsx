import { classNames } from "./class-names.ts";
import styles from "./icon.module.css";

/** Strokes on a 20 × 20 grid, drawn in the colour of the text around them. */
const paths = {
  agree: "M3 9h3v8H3zM6 10l3-6.500c1.200 0 2 .800 2 2V8h5l-1.200 8H6",
  archive: "M3 5h14v3H3zM4.5 8v8h11V8M8 11h4",
  arrowLeft: "M16 10H4m5-5-5 5 5 5",
  arrowRight: "M4 10h12m-5-5 5 5-5 5",
  bell: "M4.5 14h11l-1.400-2V9a4.100 4.100 0 0 0-8.200 0v3zM8.400 16.500a1.700 1.700 0 0 0 3.200 0",
  bellOff:
    "m3 3 14 14M5.900 9v3l-1.400 2H14M7.500 5.600A4.100 4.100 0 0 1 14.100 9v2.500M8.400 16.500a1.700 1.700 0 0 0 3.200 0",
  bold: "M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z",
  bookmark: "M6 3h8v14l-4-3-4 3z",
  check: "m4 10.5 4 4 8-9",
  chevronDown: "m5 8 5 5 5-5",
  chevronLeft: "m12 5-5 5 5 5",
  chevronRight: "m8 5 5 5-5 5",
  chevronUp: "m5 12 5-5 5 5",
  clock: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14m0 3.5V10l2.5 2",
  close: "m5 5 10 10M15 5 5 15",
  code: "m7 6-4 4 4 4m6-8 4 4-4 4",
  comment: "M3 4h14v10H9l-4 3v-3H3z",
  copy: "M7 7h9v10H7zM4 13V3h9",
  download: "M10 3v9m-3.5-3.5L10 12l3.5-3.5M4 13v4h12v-4",
  endorse: "m10 3 2.200 4.600 5 .700-3.600 3.500.900 5L10 14.400l-4.500 2.400.900-5L2.800 8.300l5-.700z",
  eye: "M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5m8-2a2 2 0 1 0 0 4 2 2 0 0 0 0-4",
  eyeOff:
    "m3 3 14 14M5 6.5C3 8 2 10 2 10s3 5 8 5c1.4 0 2.6-.4 3.7-1M8 5.2C8.6 5.1 9.3 5 10 5c5 0 8 5 8 5s-.700 1.2-2 2.4",
  flag: "M5 17V3h9l-2 3.5 2 3.5H5",
  highlight: "m4 13 8-9 4 3.5-8 9H4zM3 17h14",
  inbox: "M3 11h4l1.200 2.500h3.600L13 11h4M3 11l2-6.500h10l2 6.500v5H3z",
  italic: "M8.500 4H14M6 16h5.500M11.500 4l-3 12",
  keyboard: "M2 5h16v10H2zM5 8h.01M8 8h.01M11 8h.01M14 8h.01M6 12h8",
  link: "M8.5 11.5a3 3 0 0 0 4.2 0l3-3a3 3 0 0 0-4.2-4.2L10 5.7m1.5 2.8a3 3 0 0 0-4.2 0l-3 3a3 3 0 0 0 4.2 4.2L10 14.3",
  list: "M7 5h10M7 10h10M7 15h10M3 5h.01M3 10h.01M3 15h.01",
  lock: "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9",
  mail: "M3 5h14v10H3zM3 5.5l7 5.5 7-5.5",
  maths: "M14.500 6V4H5.500l5 6-5 6h9v-2",
  more: "M4.5 10a.5.5 0 1 0 1 0 .5.5 0 0 0-1 0m5 0a.5.5 0 1 0 1 0 .5.5 0 0 0-1 0m5 0a.5.5 0 1 0 1 0 .5.5 0 0 0-1 0",
  pencil: "m4 13 9-9 3 3-9 9H4z",
  people:
    "M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2 17c0-3 2.5-5 5.5-5s5.5 2 5.5 5M13 4a3 3 0 0 1 0 5.5M15 12.5c1.8.8 3 2.4 3 4.5",
  plus: "M10 4v12M4 10h12",
  question: "M7 7.5a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.1-1.5 2.4M10 16h.01",
  quote: "M4 5v10M8 7h8M8 13h6",
  react:
    "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M7.500 8.300h.01M12.500 8.300h.01M7 11.800c.700 1.200 1.800 1.900 3 1.900s2.300-.700 3-1.900",
  reply: "M8 5 3 10l5 5M3 10h8c4 0 6 2 6 5.5",
  retry: "M16 4v4h-4M16 8a6.5 6.5 0 1 0 .5 4",
  search: "M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M13 13l4 4",
  settings: "M3 6h8M15 6h2M3 14h2M9 14h8M13 4a2 2 0 1 0 0 4 2 2 0 0 0 0-4M7 12a2 2 0 1 0 0 4 2 2 0 0 0 0-4",
  share: "M10 12V3m-3.5 3L10 3l3.5 3M5 10H4v7h12v-7h-1",
  tag: "M3 3h6l8 8-6 6-8-8zM6.500 6.500h.01",
  text: "M4 4h12M10 4v12M7.5 16h5",
  trash: "M4 6h12M8 6V4h4v2M6 6l.7 11h6.6L14 6M8.5 9v5M11.5 9v5",
  undo: "M7 5 3 9l4 4M3 9h9a4.5 4.5 0 0 1 0 9H9",
  warning: "M10 3 2 17h16zM10 8v4M10 14.5h.01",
} as const;

export type IconName = keyof typeof paths;

/** Signs that point along the line of reading. */
const pointing: ReadonlySet<IconName> = new Set([
  "arrowLeft",
  "arrowRight",
  "chevronLeft",
  "chevronRight",
  "reply",
  "undo",
]);

/** A decorative sign; the control around it carries the name. It turns with the direction of the text where it points. */
export function Icon({ name, size = "m" }: { readonly name: IconName; readonly size?: "s" | "m" | "l" }) {
  return (
    <svg
      className={classNames(styles[size], pointing.has(name) && styles.turns)}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
