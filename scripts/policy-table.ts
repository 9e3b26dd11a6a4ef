import { SENDER_KINDS } from '../src/domain/sender';
import { policyRows } from '../src/policy/policy';

export const BEGIN = '<!-- policy: printed by npm run docs -->';
export const END = '<!-- end of policy -->';

/** The page with the table as the code has it now; what stands around the marks stays. */
export function withPolicy(page: string): string {
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error(`docs/security.md has lost its marks ${BEGIN} and ${END}.`);
  return `${page.slice(0, from)}${BEGIN}\n\n${table()}\n\n${page.slice(to)}`;
}

/** Every row of the policy, in the shape that the formatter gives to tables. */
function table(): string {
  const rows = policyRows().map(({ deed, right, allowed }) => [
    `\`${deed}\``,
    right,
    ...SENDER_KINDS.map((kind) => (allowed.includes(kind) ? 'yes' : '-')),
  ]);
  const head = ['what', 'right', ...SENDER_KINDS];
  const widths = head.map((title, at) => Math.max(...[head, ...rows].map((row) => (row[at] ?? title).length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
