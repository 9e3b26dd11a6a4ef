/** Of no text at all. */
export const FNV_BEGINS = 0x811c9dc5;

/** FNV-1a of UTF-16 units, 32 bits as a signed number: spreads texts, and proves nothing. `hash` is that of what stands before. */
export function fnv(text: string, hash = FNV_BEGINS): number {
  let next = hash;
  for (let at = 0; at < text.length; at += 1) next = Math.imul(next ^ text.charCodeAt(at), 0x01000193);
  return next;
}
