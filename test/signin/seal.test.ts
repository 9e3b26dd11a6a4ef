import { Secret } from '../../src/runtime/secret';
import { seal, unseal } from '../../src/signin/seal';

const KEY = new Secret('0123456789abcdef0123456789abcdef');
const TOKEN = new Secret('1.AXkA-the-refresh-token');

it('opens what it sealed, and shows nothing of it', () => {
  const sealed = seal(TOKEN, KEY, 'signin:a');

  expect(sealed).not.toContain('refresh');
  expect(unseal(sealed, KEY, 'signin:a')?.reveal()).toBe(TOKEN.reveal());
  expect(seal(TOKEN, KEY, 'signin:a')).not.toBe(sealed);
});

it.each([
  ['another key', (sealed: string) => unseal(sealed, new Secret('another key of the same kind....'), 'signin:a')],
  ['another document', (sealed: string) => unseal(sealed, KEY, 'signin:b')],
  ['one letter changed', (sealed: string) => unseal(`${sealed.slice(0, -2)}AA`, KEY, 'signin:a')],
  ['a form of a later version', (sealed: string) => unseal(sealed.replace('v1.', 'v2.'), KEY, 'signin:a')],
  ['nothing', () => unseal('', KEY, 'signin:a')],
])('opens nothing with %s', (_what, open) => {
  expect(open(seal(TOKEN, KEY, 'signin:a'))).toBeUndefined();
});
