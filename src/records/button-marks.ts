import { createHash } from 'node:crypto';

/**
 * The buttons of a card, each as a mark of its payload: 72 bits of a hash. What a message shows is kept in a few bytes that
 * way, and nobody can make up another payload that passes for one of its buttons.
 */
const MARK_LENGTH = 12;

/** What clients add to the payload of a button: the inputs of its card, by their ids. */
const INPUTS = /^(?:customer|query|value|time|row\d{1,2}|new-[a-z]+)$/;

type Node = Readonly<Record<string, unknown>>;

export function marksOn(card: object | undefined): readonly string[] {
  const found = new Set<string>();
  collect(card, found);
  return [...found];
}

function collect(node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) for (const item of node) collect(item, found);
  if (!isNode(node)) return;
  for (const [key, value] of Object.entries(node)) {
    // The same payload once more, for older clients.
    if (key === 'fallback') continue;
    if (key !== 'data') collect(value, found);
    else if (isNode(value)) found.add(markOf(value));
  }
}

/** The marks that the clicked button can have: as it came, and without what the inputs of its card added. */
export function marksOfClick(data: unknown): readonly string[] {
  if (!isNode(data)) return [];
  const own = Object.entries(data).filter(([key]) => !INPUTS.test(key));
  return [markOf(data), markOf(Object.fromEntries(own))];
}

function markOf(payload: Node): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(payload)))
    .digest('base64url')
    .slice(0, MARK_LENGTH);
}

/** Clients may send the fields of a payload in another order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isNode(value)) return value;
  const keys = Object.keys(value).sort();
  return keys.map((key) => [key, inOrder(value[key])]).filter(([, inner]) => inner !== undefined);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
