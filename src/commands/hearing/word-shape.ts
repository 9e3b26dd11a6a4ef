import type { Token } from '../token';

/** What a token looks like, whatever it says. */
export function shapeOf(token: Token): string {
  if (token.kind !== 'word') return token.kind === 'mark' ? token.raw : token.kind;
  const { raw } = token;
  if (/^\d+$/.test(raw)) return raw.length < 3 ? '0' : '000';
  if (/\d/.test(raw)) return 'a0';
  if (raw === raw.toLowerCase()) return 'a';
  if (raw.length > 1 && raw === raw.toUpperCase()) return 'AA';
  return token.capital ? (/^\p{Lu}\p{Ll}+$/u.test(raw) ? 'Aa' : 'AaA') : 'aA';
}
