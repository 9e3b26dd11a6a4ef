import type { KnownNames } from './known-names';
import { bare, isNameLike } from './name-like';

/** A list of companies that was pasted: the names, and the words that were typed around them. */
export interface PastedList {
  readonly names: readonly string[];
  readonly words: string;
}

const LONGEST_TEXT = 60_000;

/** What ends a cell, a line and a list item where a client sends what was pasted as HTML. */
const CELL_END = /<\/t[dh]>\s*(?=<t[dh]\b)/gi;
const LINE_END = /<\/(?:tr|li|p|div)>|<br\b[^<>]{0,100}>/gi;
const MENTION = /<at\b[^<>]{0,200}>[^<>]{0,200}<\/at>/gi;
const TAG = /<\/?[a-z]{1,12}\b[^<>]{0,300}>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  'nbsp': ' ',
  '#160': ' ',
  'amp': '&',
  'quot': '"',
  'apos': "'",
  '#39': "'",
};
const ENTITY = /&(nbsp|amp|quot|apos|#39|#160);/gi;

/** "1.", "2)", "-", "•", "[ ]" before an item. */
const BULLET = /^(?:\(?\d{1,3}[.):](?=\s|$)|[-–—*•·▪◦‣>+](?=\s)|[•·▪◦‣]|\[[ x]?\])\s*/iu;

/** What parts the cells of a table, the surest first. Commas do only where the rest of each row is figures. */
const BETWEEN_CELLS = [/\t+/, /\s*\|\s*/, /\s*;\s*/, / {2,}/] as const;
const FIGURES = /^[\s\d.,%€$£()/:-]*$/;

/** Heads of the column that names the company, and of columns that tell something else. */
export const NAME_HEAD =
  /^(?:(?:company|customer|client|account|tenant|organi[sz]ation)(?: ?name)?|name|kunden?(?:name)?|firma|firmenname|unternehmen|konto|client[e]?|soci[ée]t[ée]|nom|entreprise|compte|empresa|nombre|cuenta|klant(?:naam)?|bedrijf|naam|account)$/i;
const OTHER_HEAD =
  /^(?:seats?|users?|licen[cs]es?|quantity|qty|count|status|sku|product|plan|country|domain|id|tenant ?id|date|renewal|price|menge|anzahl|plätze|lizenzen|land|datum|produkt|preis|sièges|licences|quantité|pays|date|produit|prix|puestos|licencias|cantidad|país|fecha|precio|plaatsen|licenties|aantal|prijs|#|no\.?|nr\.?)$/i;

/** A number of seats after each name: "Contoso 25", "Contoso: 25 seats", "Contoso (25)". */
const COUNT =
  /[\s:=–-]+\(?\d[\d.,]*\s*(?:x|seats?|users?|licen[cs]es?|lizenzen|plätze|benutzer|sièges|utilisateurs|puestos|licencias|usuarios|plaatsen|licenties|gebruikers)?\)?$/iu;

/** A list that stands on several lines or in a table; undefined when the text is none. */
export function pastedList(text: string, known: KnownNames | undefined): PastedList | undefined {
  const lines = linesOf(text);
  if (lines.length < 2) return undefined;
  return table(lines, known) ?? plainLines(lines, known);
}

function linesOf(text: string): readonly string[] {
  return text
    .slice(0, LONGEST_TEXT)
    .replace(CELL_END, '\t')
    .replace(LINE_END, '\n')
    .replace(MENTION, ' ')
    .replace(TAG, ' ')
    .replace(ENTITY, (_, name: string) => ENTITIES[name.toLowerCase()] ?? ' ')
    .normalize('NFKC')
    .slice(0, LONGEST_TEXT)
    .replace(/[\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g, '')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function table(lines: readonly string[], known: KnownNames | undefined): PastedList | undefined {
  for (const between of BETWEEN_CELLS) {
    if (lines.filter((line) => between.test(line)).length < 2) continue;
    const cut = lines.map((line) => ({
      line,
      cells: line
        .replace(/^\||\|$/g, '')
        .split(between)
        .map(tidy),
    }));
    const rows = cut.filter(({ cells }) => cells.length > 1).map(({ cells }) => cells);
    if (rows.length >= 2)
      return fromRows(
        rows,
        cut.filter(({ cells }) => cells.length < 2).map(({ line }) => line),
        known,
      );
  }
  if (lines.filter((line) => line.includes(',')).length < 2) return undefined;
  const cut = lines.map((line) => ({ line, cells: line.split(',').map(tidy) }));
  const isRow = ({ cells }: { cells: readonly string[] }) =>
    cells.length > 1 && (cells.slice(1).every((cell) => FIGURES.test(cell)) || cells.every(isHead));
  const rows = cut.filter(isRow).map(({ cells }) => cells);
  if (rows.length < 2) return undefined;
  return fromRows(
    rows,
    cut.filter((one) => !isRow(one)).map(({ line }) => line),
    known,
  );
}

function isHead(cell: string): boolean {
  return NAME_HEAD.test(cell) || OTHER_HEAD.test(cell);
}

function fromRows(
  rows: readonly (readonly string[])[],
  words: readonly string[],
  known: KnownNames | undefined,
): PastedList | undefined {
  const [head = [], ...body] = rows;
  const hasHead = head.some((cell) => NAME_HEAD.test(cell)) || head.filter((cell) => OTHER_HEAD.test(cell)).length > 1;
  const inBody = (hasHead ? body : rows).filter((cells) => !cells.every((cell) => /^[-:= ]*$/.test(cell)));
  const column = nameColumn(hasHead ? head : [], inBody, known);
  const names = inBody.map((cells) => itemOf(cells[column] ?? '')).filter((name) => /[\p{L}\p{N}]/u.test(name));
  const likely = names.filter((name) => isNameLike(name, known)).length;
  return likely * 2 < names.length || likely === 0
    ? undefined
    : { names: distinctNames(names), words: words.join('\n') };
}

/** The column whose head says so; else the one that holds most names that we know, the first of those with most letters. */
function nameColumn(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  known: KnownNames | undefined,
): number {
  const named = head.findIndex((cell) => NAME_HEAD.test(cell) && !OTHER_HEAD.test(cell));
  if (named >= 0) return named;
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  let best = 0;
  let most = -1;
  for (let column = 0; column < width; column += 1) {
    const cells = rows.map((row) => itemOf(row[column] ?? ''));
    const score = cells.reduce(
      (sum, cell) => sum + (known?.has(cell) === true ? 10 : /\p{L}{2}/u.test(cell) && isNameLike(cell, known) ? 1 : 0),
      0,
    );
    if (score > most) [best, most] = [column, score];
  }
  return best;
}

function plainLines(lines: readonly string[], known: KnownNames | undefined): PastedList | undefined {
  const bulleted = lines.filter((line) => BULLET.test(line)).length >= 2;
  const counted = lines.filter((line) => COUNT.test(line)).length >= 2;
  const names: string[] = [];
  const words: string[] = [];
  for (const line of lines) {
    const item = itemOf(counted && known?.has(itemOf(line)) !== true ? line.replace(COUNT, '') : line);
    const listed = bulleted && BULLET.test(line) && item !== '';
    if (isHead(item)) continue;
    if (listed || isNameLike(item, known)) names.push(item);
    else words.push(line);
  }
  return names.length < 2 ? undefined : { names: distinctNames(names), words: words.join('\n') };
}

function itemOf(text: string): string {
  return tidy(text.replace(BULLET, ''));
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[,;]+$/, '')
    .trim()
    .replace(/^"([^"]+)"$/, '$1');
}

/** Each name once, as it was typed first. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = bare(name.toLowerCase());
    if (key !== '' && seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
