import { readConfig } from '../src/config';

function read(columns: string) {
  return readConfig({ DIRECTORY_FILE: 'customers.csv', DIRECTORY_FILE_COLUMNS: columns }, { fileExists: () => true });
}

describe('DIRECTORY_FILE_COLUMNS', () => {
  it('says what a file calls its columns', () => {
    const answer = read(' id=No., Name = Firm name ');
    expect(answer).toMatchObject({
      ok: true,
      config: { directory: { kind: 'file', path: 'customers.csv', columns: { id: 'No.', name: 'Firm name' } } },
    });
  });

  it.each(['id=No.,colour=Red', 'id', 'id=', 'No.=id'])('refuses "%s" and says what is known', (columns) => {
    expect(read(columns)).toMatchObject({
      ok: false,
      failures: [{ setting: 'DIRECTORY_FILE_COLUMNS', remedy: expect.stringContaining('tenant') }],
    });
  });
});
