interface Attached {
  readonly attachments?: readonly { readonly content?: unknown }[];
}

/** The Adaptive Card in an activity, or in the request that opens a thread with one. */
export function cardOf(body: (Attached & { readonly activity?: Attached }) | undefined): unknown {
  return (body?.attachments ?? body?.activity?.attachments)?.[0]?.content;
}

/** All that a card says, in the order in which it is read. */
export function textOf(card: unknown): string {
  if (typeof card === 'string') return card;
  if (typeof card !== 'object' || card === null) return '';
  if (Array.isArray(card)) return card.map(textOf).filter(Boolean).join('\n');
  return Object.entries(card)
    .filter(([key, value]) => (typeof value === 'string' ? SAID.has(key) : !['data', 'fallback'].includes(key)))
    .map(([, value]) => textOf(value))
    .filter(Boolean)
    .join('\n');
}

const SAID: ReadonlySet<string> = new Set(['text', 'title', 'value']);
