/** What a tenant could call itself to do harm in a card, in every place where foreign text can stand. */
export const NASTY = [
  '[pay here](https://evil.example/?q=1)',
  '<at>Ana Kovač</at>',
  '${$root.lang}',
  '**bold** _under_ ~~gone~~ `code`',
  '# heading\n- item\r\n1. one\n> quote',
  '![x](https://evil.example/x.png)',
  '"},{"type":"Action.OpenUrl","url":"https://evil.example"',
  '\u202eesrever\u202c \u0000\u0007 \ud800 &lt;at&gt; &#91;x&#93;',
  "{count, plural, other {it's}} '{' }",
];

/** Fields that hold text of strangers: of tenants, customers, people, services. */
const FOREIGN = new Set([
  'name',
  'domain',
  'defaultDomain',
  'domains',
  'website',
  'city',
  'number',
  'query',
  'text',
  'relation',
  'reason',
  'error',
  'remedy',
  'lastError',
  'detail',
  'providerName',
  'label',
  'word',
  'shared',
  'acronym',
  'short',
  'long',
  'company',
  'notUnderstood',
  'addedBy',
  'nearest',
  'queries',
  'others',
]);

/** The same value with every foreign text replaced; `by` and the parties of a comparison only where they are text. */
export function withHostile(text: string): <T>(value: T) => T {
  const swap = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return FOREIGN.has(key) ? text : value;
    if (Array.isArray(value)) return value.map((item: unknown) => swap(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        const isForeign = name === 'by' || name === 'account' || name === 'customer';
        if (isForeign && typeof inner === 'string') return [name, text];
        // The name of a period and what a size counts are ours; so is the whole of them.
        return [name, name === 'period' || name === 'size' ? (inner as unknown) : swap(inner, name)];
      }),
    );
  };
  return <T>(value: T): T => swap(value, '') as T;
}
