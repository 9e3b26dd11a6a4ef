/** The rules that every card of ours keeps; what Teams supports of schema 1.5, and what people need to use it. */

type Node = Record<string, unknown>;

const ELEMENTS = new Set([
  'TextBlock',
  'RichTextBlock',
  'TextRun',
  'FactSet',
  'Container',
  'ColumnSet',
  'Column',
  'ActionSet',
  'Input.Text',
  'Input.Number',
  'Input.Date',
  'Input.Time',
  'Input.ChoiceSet',
  'Input.Toggle',
  'Action.Execute',
  'Action.Submit',
  'Action.OpenUrl',
  'Action.ToggleVisibility',
  'Data.Query',
  'AdaptiveCard',
]);

/** What Teams draws beyond the schema of 1.5: clients that do not need what stands in their place. */
const BEYOND_SCHEMA = new Set(['Chart.VerticalBar', 'Chart.Line']);

export function problemsOf(card: Node): readonly string[] {
  const problems: string[] = [];
  const add = (problem: string) => problems.push(problem);
  if (card['version'] !== '1.5') add('version is not 1.5');
  for (const key of ['lang', 'speak', 'fallbackText']) if (!isText(card[key])) add(`no ${key}`);
  const buttons: Node[] = [];
  walk(card, (node) => {
    const type = node['type'];
    if (typeof type === 'string' && BEYOND_SCHEMA.has(type)) {
      if (node['fallback'] === undefined) add(`${type} without a fallback`);
    } else if (typeof type === 'string' && !ELEMENTS.has(type)) add(`unknown element ${type}`);
    if (type === 'TextBlock') {
      if (node['wrap'] !== true) add('a text that does not wrap');
      if (!isText(node['text'])) add('an empty text');
    }
    if (type === 'FactSet' && !(Array.isArray(node['facts']) && node['facts'].length > 0)) add('facts without a fact');
    if (typeof type === 'string' && type.startsWith('Input.')) {
      if (!isText(node['label'])) add('an input without a label');
      if (!isText(node['id'])) add('an input without an id');
    }
    if (type === 'Action.Execute') problems.push(...executeProblems(node));
    if (type === 'Action.OpenUrl' && !/^https:\/\//.test(String(node['url']))) add('a link that is not https');
    if (Array.isArray(node['actions'])) {
      if (node['actions'].length > 6) add(`${node['actions'].length} buttons in a row`);
      buttons.push(...(node['actions'] as Node[]));
    }
  });
  const titles = buttons.map((button) => button['title']);
  if (new Set(titles).size < titles.length) add('two buttons with the same title');
  const inputs = inputIds(card);
  if (new Set(inputs).size < inputs.length) add('two inputs with the same id');
  const json = JSON.stringify(card);
  // Teams counts UTF-16, two bytes for each unit.
  if (json.length * 2 >= 28 * 1024) add(`${json.length * 2} bytes`);
  return problems;
}

function executeProblems(action: Node): readonly string[] {
  const problems: string[] = [];
  const title = action['title'];
  if (!isText(title)) problems.push('an action without a title');
  if (typeof title === 'string' && title.length > 200) problems.push('an action with a title that is too long');
  const data = action['data'] as Node | undefined;
  if (data?.['handshake'] !== 1) problems.push('an action without our payload');
  const fallback = action['fallback'] as Node | undefined;
  if (fallback !== undefined && JSON.stringify(fallback['data']) !== JSON.stringify(data)) {
    problems.push('a fallback with another payload');
  }
  return problems;
}

function inputIds(card: Node): readonly string[] {
  const ids: string[] = [];
  walk(card, (node) => {
    if (String(node['type']).startsWith('Input.')) ids.push(String(node['id']));
  });
  return ids;
}

/** Visits every element; payloads of buttons and fallbacks are not shown and not visited. */
export function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const node = value as Node;
  visit(node);
  for (const [key, inner] of Object.entries(node)) if (key !== 'data' && key !== 'fallback') walk(inner, visit);
}

/** Every text that clients read as Markdown. */
export function markdownTexts(card: Node): readonly string[] {
  const texts: string[] = [];
  walk(card, (node) => {
    if (node['type'] === 'TextBlock') texts.push(String(node['text']));
    if (node['type'] === 'Input.Toggle') texts.push(String(node['title']));
    if (node['type'] === 'FactSet') {
      for (const fact of node['facts'] as Node[]) texts.push(String(fact['title']), String(fact['value']));
    }
  });
  return texts;
}

/** About how wide the widest row of buttons is, below the card or in it; Teams cuts their titles when it is too much. */
export function buttonsWidth(card: Node): number {
  const rows: Node[][] = [(card['actions'] ?? []) as Node[]];
  walk(card, (node) => {
    if (node['type'] === 'ActionSet') rows.push(node['actions'] as Node[]);
  });
  const widthOf = (row: readonly Node[]): number =>
    row.reduce((width, action) => width + String(action['title']).length * 7.6 + 26 + 8, -8);
  return Math.max(...rows.map(widthOf));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
