import { PERMISSIONS } from '../src/setup/permissions';

const BEGIN = '<!-- permissions: written by npm run docs -->';
const END = '<!-- end of permissions -->';

/** The page with the table of permissions as the check knows them, between its two marks. */
export function withPermissions(page: string): string {
  const [before, rest = ''] = page.split(BEGIN);
  const after = rest.split(END)[1] ?? '';
  return `${before ?? ''}${BEGIN}\n\n${table()}\n\n${END}${after}`;
}

function table(): string {
  const rows = Object.values(PERMISSIONS).map(
    ({ where, name, without, grant }) => `| ${where} | ${name} | ${without} | ${grant} |`,
  );
  return ['| where | permission | without it | how it is given |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
