/** The same card for places that know less of cards than a message of the bot. */

type Node = Readonly<Record<string, unknown>>;
/** Undefined leaves the node out. */
type Change = (node: Node) => Node | undefined;

/** What says what to type instead of clicking: nobody can type in a dialog. */
const HINT = 'hint';

/** Dialogs know no Action.Execute, and what they show is never drawn again: every button sends its payload as it stands. */
export function forDialog(card: object): object {
  return rewritten(card, (node) => {
    if (node['id'] === HINT) return undefined;
    const { refresh: _never, ...shown } = node;
    if (shown['type'] !== 'Action.Execute') return shown;
    const { verb: _one, fallback: _none, ...action } = shown;
    return { ...action, type: 'Action.Submit' };
  });
}

/** Links that unfold are drawn by clients that know no later version. */
const UNFOLDING = '1.3';

/** A card of version 1.3, without the buttons that came later. */
export function forUnfolding(card: object): object {
  return rewritten({ ...card, version: UNFOLDING }, (node) => {
    if (node['type'] === 'Action.Execute') return undefined;
    const { refresh: _later, tooltip: _too, style, ...kept } = node;
    return style === undefined || node['type'] === 'TextBlock' ? kept : { ...kept, style };
  });
}

/** The payloads of buttons are data and stay as they are. */
function rewritten(card: object, change: Change): object {
  return within({ ...card }, change) ?? {};
}

function within(node: Node, change: Change): Node | undefined {
  const changed = change(node);
  if (changed === undefined) return undefined;
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(changed)) {
    const inner = key === 'data' ? value : valueWithin(value, change);
    if (inner !== undefined) kept[key] = inner;
  }
  return kept;
}

function valueWithin(value: unknown, change: Change): unknown {
  if (Array.isArray(value)) return value.map((item) => valueWithin(item, change)).filter((item) => item !== undefined);
  return typeof value === 'object' && value !== null ? within({ ...value }, change) : value;
}
