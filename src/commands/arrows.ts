/** "digest => daily", "audit trail -> contoso.com": an arrow that maps nothing, but leads from a command to its object. */
const ARROW = /\s*(?:[-=~]{1,3}>{1,2}|[→⇒➜➡⟶⇨►▶]|(?<=\p{L})=(?=\p{L}))\s*/u;

/** What stands before the first arrow, and the whole with blanks for arrows; undefined without one. */
export function arrowless(text: string): { readonly before: string; readonly whole: string } | undefined {
  const [before = '', ...after] = text.split(ARROW);
  return after.length === 0 ? undefined : { before, whole: [before, ...after].join(' ') };
}
