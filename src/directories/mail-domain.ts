/** The domain of a mail address, lower case; undefined when it is not an address. */
export function mailDomain(address: string | null | undefined): string | undefined {
  const match = /^[^@\s]+@([^@\s.]+(?:\.[^@\s.]+)+)$/.exec(address?.trim() ?? '');
  return match?.[1]?.toLowerCase();
}
