import type { Column } from '../src/views/export/cell';
import { DECISION_COLUMNS, MAPPING_COLUMNS } from '../src/views/export/columns';

const TABLES = [
  ['mappings', MAPPING_COLUMNS],
  ['decisions', DECISION_COLUMNS],
] as const;

/** The page with the columns as the code has them now; what stands around the marks stays. */
export function withColumns(page: string): string {
  return TABLES.reduce((text, [name, columns]) => printed(text, name, tableOf(columns)), page);
}

function printed(page: string, name: string, table: string): string {
  const begin = `<!-- ${name}: printed by npm run docs -->`;
  const end = `<!-- end of ${name} -->`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/export.md has lost its marks ${begin} and ${end}.`);
  return `${page.slice(0, from)}${begin}\n\n${table}\n\n${page.slice(to)}`;
}

/** In the shape that the formatter gives to tables. */
function tableOf(columns: readonly Pick<Column<never>, 'title' | 'holds'>[]): string {
  const rows = [['column', 'what stands in it'], ...columns.map(({ title, holds }) => [title, holds])];
  const widths = [0, 1].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}
