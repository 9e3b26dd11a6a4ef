import { lineAndColumn } from './decode';
import type { RawRecord } from './records';
import { fieldsOf } from './table';
import type { Unread } from './csv';

export type JsonRecords =
  | {
      readonly ok: true;
      readonly records: readonly RawRecord[];
      readonly unread: readonly Unread[];
      /** Why there is more than the file holds. */
      readonly partial?: string;
      /** The last line of several is no whole one. */
      readonly cut?: boolean;
    }
  | { readonly ok: false; readonly problem: string; readonly remedy: string; readonly cut: boolean };

interface Item {
  readonly line: number;
  readonly item: unknown;
}

/** Links and tokens by which services say that a list goes on. */
const GOES_ON = ['@odata.nextLink', 'odata.nextLink', 'nextLink', 'continuationToken', 'paging'];

/** Undefined when the text is neither JSON nor lines of it. */
export function readJson(text: string): JsonRecords {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch (error) {
    const lines = readLines(text);
    if (lines !== undefined) return lines;
    return { ok: false, problem: whereBroken(error, text), remedy: 'export it anew', cut: isCut(error) };
  }
  const list = listIn(whole);
  if (list === undefined) {
    const remedy = 'let it be a list of customers, or an object with the list under "value"';
    return { ok: false, problem: 'is JSON without a list of customers', remedy, cut: false };
  }
  const partial = goesOn(whole) ? 'it is the first page of a longer list; export all pages into one' : undefined;
  // A list has no lines of its own, so the position in it stands for the line.
  const items = list.map((item: unknown, index) => ({ line: index + 1, item }));
  return { ...collect(items), ...(partial === undefined ? {} : { partial }) };
}

/** The list itself, the one list of objects in an object (`value` of OData, `items`, `results`, `clients`), or one customer. */
function listIn(whole: unknown): readonly unknown[] | undefined {
  const list = asList(whole);
  if (list !== undefined) return list;
  if (!isObject(whole)) return undefined;
  // Services of the older OData wrap everything in `d`.
  const keys = Object.keys(whole);
  if (keys.length === 1 && 'd' in whole) return listIn(whole.d);
  const entries = new Map(Object.entries(whole).map(([key, value]) => [key, asList(value)]));
  for (const key of ['value', 'items', 'results', 'data']) {
    const known = entries.get(key);
    if (known !== undefined) return known;
  }
  const lists = [...entries.values()].filter((value) => value?.some(isObject) === true);
  if (lists.length === 0 && entries.size > 1) return [whole];
  return lists.length === 1 ? lists[0] : undefined;
}

function asList(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function goesOn(whole: unknown): boolean {
  if (!isObject(whole)) return false;
  return Object.entries(whole).some(([key, value]) => GOES_ON.includes(key) && value !== null && value !== '');
}

/** One object a line. At least one line must be one: anything else that begins with `{` is broken JSON. */
function readLines(text: string): JsonRecords | undefined {
  const unread: Unread[] = [];
  const items: Item[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === '') continue;
    try {
      items.push({ line: index + 1, item: JSON.parse(line) });
    } catch {
      unread.push({ bad: { line: index + 1, problem: 'not JSON' }, text: line });
    }
  }
  if (!items.some(({ item }) => isObject(item))) return undefined;
  const found = collect(items);
  const cut = unread.at(-1)?.bad.line === text.split(/\r\n|\n|\r/).length;
  return { ...found, unread: [...unread, ...found.unread], cut };
}

function collect(items: readonly Item[]) {
  const records: RawRecord[] = [];
  const unread: Unread[] = [];
  for (const { line, item } of items) {
    if (isObject(item)) records.push({ line, fields: fieldsOf(flat(item)) });
    else unread.push({ bad: { line, problem: 'not an object' }, text: typeof item === 'string' ? item : '' });
  }
  return { ok: true as const, records, unread };
}

/** Its own values first, then those of the objects in it: `companyProfile` of Partner Center, `properties` of HubSpot. */
function flat(item: object): readonly (readonly [string, unknown])[] {
  const own = Object.entries(item);
  return [...own, ...own.flatMap(([, value]) => (isObject(value) ? Object.entries(value) : []))];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Node names the place only of some errors. */
function whereBroken(error: unknown, text: string): string {
  const at = /position (\d+)/.exec(messageOf(error))?.[1];
  if (at === undefined) return 'is no whole JSON';
  const { line, column } = lineAndColumn(text, Number(at));
  return `is no whole JSON: line ${line}, character ${column}`;
}

function isCut(error: unknown): boolean {
  return /end of JSON input|Unterminated/.test(messageOf(error));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
