import { createLog } from '../../src/runtime/log';

function lineOf(fields: object, text = 'seen'): string {
  const lines: string[] = [];
  createLog('info', { write: (line) => lines.push(line) }).info(fields, text);
  return lines[0] ?? '';
}

describe('a line of the log', () => {
  it('writes out what turns the direction of writing around, and is the same JSON', () => {
    const team = 'Team \u202eknalb\u202c \u{e0041}';
    const line = lineOf({ team });

    expect(line).toContain('Team \\u202eknalb\\u202c \\udb40\\udc41');
    expect(JSON.parse(line)).toMatchObject({ team });
  });

  it.each(['authorization', 'token', 'secret', 'password', 'clientSecret', 'refreshToken', 'key', 'cookie'])(
    'never holds %s',
    (name) => {
      expect(lineOf({ [name]: 'hunter2', inner: { [name]: 'hunter2' } })).not.toContain('hunter2');
    },
  );
});
