import { domainToASCII, domainToUnicode } from 'node:url';

/**
 * The one form of everything that others write in several ways. Whatever comes from outside (a source, a file, a
 * setting, a message) is brought to it where it enters, so that inside `===` is enough.
 */

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const BARE_GUID = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/** A GUID in small letters with its hyphens, from any of the forms that are in use; undefined when it is none. */
export function guidIn(text: string | null | undefined): string | undefined {
  // Most are in that form already, and a million of them are read in a large sync.
  if (typeof text === 'string' && GUID.test(text)) return text;
  const inner = text
    ?.trim()
    .replace(/^urn:uuid:/i, '')
    .replace(/^[{(](.*)[)}]$/, '$1')
    .trim()
    .toLowerCase();
  if (inner === undefined) return undefined;
  if (GUID.test(inner)) return inner;
  const bare = BARE_GUID.exec(inner);
  return bare === null ? undefined : bare.slice(1).join('-');
}

/** The GUID of nobody, which programs write where they have none. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The id of a tenant, in its one form; undefined for what is no GUID, and for the one of nobody. */
export function tenantIdIn(text: string | null | undefined): string | undefined {
  const id = guidIn(text);
  return id === NOBODY ? undefined : id;
}

/** A GUID in its one form; anything else as it is, without the blanks around it. */
export function idIn(text: string): string {
  return guidIn(text) ?? text.trim();
}

/**
 * A domain in small letters, as people read it: `XN--MLLER-HANDEL-DLB.de.` and `Müller-Handel.de` are both
 * `müller-handel.de`. Undefined when it is no domain of at least two parts.
 */
export function domainIn(text: string | null | undefined): string | undefined {
  const typed = text?.trim().replace(/\.$/, '') ?? '';
  // Most are plain already, and a million of them are read in a large sync.
  if (PLAIN_DOMAIN.test(typed) && !typed.includes('xn--')) return typed;
  if (!/^[^\s@/\\:?#%]+$/.test(typed) || !typed.includes('.')) return undefined;
  const ascii = domainToASCII(typed);
  if (ascii === '' || !ascii.includes('.') || !ASCII_DOMAIN.test(ascii)) return undefined;
  const letters = domainToUnicode(ascii);
  return letters === '' ? ascii : letters;
}

const PLAIN_DOMAIN = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)+$/;
const ASCII_DOMAIN = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/;

/** The domain of a mail address in its one form; undefined when it is no address. `<...>` around it is taken off. */
export function mailDomainIn(address: string | null | undefined): string | undefined {
  const match = /^<?([^@\s<>]+)@([^@\s<>]+)>?$/.exec(address?.trim().replace(/^mailto:/i, '') ?? '');
  return match === null ? undefined : domainIn(match[2]);
}

/** Text that may hold a host (bare, or in an address), with the host in letters; the rest stays as it is. */
export function withDomainInLetters(text: string): string {
  if (!/xn--/i.test(text)) return text;
  return text.replace(
    /(?:[\p{L}\p{N}_-]+\.)*xn--[a-z0-9-]+(?:\.[\p{L}\p{N}_-]+)+/giu,
    (host) => domainIn(host) ?? host,
  );
}
