/** The list alone; what stands beside it is the page's own. */
export default function NoItem() {
  return null;
}
