import { wellFormed } from '../../src/domain/unseen';

it.each([
  ['half of a pair alone', '\ud800', '\ufffd'],
  ['the other half alone', 'a\udc00b', 'a\ufffdb'],
  ['two halves in the wrong order', '\udc00\ud800', '\ufffd\ufffd'],
  ['a whole pair', '😀', '😀'],
  ['a text cut in a pair', '😀😀'.slice(0, 3), '😀\ufffd'],
])('lets an address be made of %s', (_what, text, whole) => {
  expect(wellFormed(text)).toBe(whole);
  expect(decodeURIComponent(encodeURIComponent(wellFormed(text)))).toBe(whole);
});
