/**
 * Where a list goes on: the link's path and query at the configured address. Services name themselves by several hosts,
 * and our token goes to the one that is configured, whatever the link says. Undefined when the path is not below `root`,
 * the address (without a slash at its end) that the list itself is below.
 */
export function nextAddress(link: string, root: string): string | undefined {
  if (!URL.canParse(link, `${root}/`)) return undefined;
  const { pathname, search } = new URL(link, `${root}/`);
  const { origin, pathname: below } = new URL(root);
  return pathname.startsWith(`${below.replace(/\/$/, '')}/`) ? origin + pathname + search : undefined;
}
