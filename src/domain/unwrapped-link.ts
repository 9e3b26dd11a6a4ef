/**
 * Mail filters and clients put an address of their own around the links of a message. What they lead to stands in it, in one
 * of these fields; hosts count with all that is below them.
 */
const WRAPPERS: readonly { readonly host: string; readonly field: string }[] = [
  { host: 'safelinks.protection.outlook.com', field: 'url' },
  { host: 'safelinks.protection.office365.us', field: 'url' },
  { host: 'safelinks.o365.cn', field: 'url' },
  { host: 'statics.teams.cdn.office.net', field: 'url' },
  { host: 'linkprotect.cudasvc.com', field: 'a' },
  { host: 'protect.checkpoint.com', field: 'url' },
  { host: 'www.google.com', field: 'q' },
];
const PROOFPOINT = ['urldefense.com', 'urldefense.us', 'urldefense.proofpoint.com'];
/** A link that was forwarded has been wrapped more than once. */
const MOST_WRAPPINGS = 4;

/** The address that a link leads to in the end; the link itself where nothing is around it, and what is no link. */
export function unwrapped(address: string): string {
  let inner = address;
  for (let depth = 0; depth < MOST_WRAPPINGS; depth += 1) {
    const next = inside(inner);
    if (next === undefined) return inner;
    inner = next;
  }
  return inner;
}

function inside(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, searchParams, href } = new URL(address);
  const wrapper = WRAPPERS.find(({ host }) => hostname === host || hostname.endsWith(`.${host}`));
  if (wrapper !== undefined) return link(searchParams.get(wrapper.field));
  if (!PROOFPOINT.includes(hostname)) return undefined;
  const newer = /\/v3\/__(https?):\/{1,2}(.+?)__;/.exec(href);
  if (newer !== null) return link(`${newer[1]}://${newer[2]}`);
  return link(escaped(searchParams.get('u') ?? ''));
}

/** Its second version writes an underscore for a slash and a hyphen for a percent sign. */
function escaped(field: string): string | undefined {
  const encoded = field.replaceAll('_', '/').replace(/-(?=[0-9a-f]{2})/gi, '%');
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

function link(text: string | null | undefined): string | undefined {
  return text !== null && text !== undefined && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined;
}
