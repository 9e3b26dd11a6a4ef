/** A host that may be called or answered; without a port, every port of it. */
export interface HostRule {
  readonly host: string;
  readonly port?: number;
  /** Every host below this one is meant, and not this one. */
  readonly below?: true;
}

/** `host`, `host:port` or `[v6]:port`, as in a URL without its scheme; `undefined` when it is anything else. */
export function parseHostRule(text: string): HostRule | undefined {
  const match = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/i.exec(text);
  const host = match?.[1]?.toLowerCase();
  if (host === undefined || !URL.canParse(`https://${host}`)) return undefined;
  if (match?.[2] === undefined) return { host };
  const port = Number(match[2]);
  return port >= 1 && port <= 65_535 ? { host, port } : undefined;
}

/** The same, and `*.host` for every host below it. What is below a public suffix such as `*.com` is anybody's. */
export function parseHostsRule(text: string): HostRule | undefined {
  if (!text.startsWith('*.')) return parseHostRule(text);
  const rule = parseHostRule(text.slice('*.'.length));
  return rule?.host.includes('.') === true ? { ...rule, below: true } : undefined;
}

/** Whether the address' host and port are on the list. A URL without a port stands for its scheme's own port. */
export function hostAllowed(url: URL, rules: readonly HostRule[]): boolean {
  const port = url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port);
  const isMeant = ({ host, below }: HostRule): boolean =>
    below === true ? url.hostname.endsWith(`.${host}`) : host === url.hostname;
  return rules.some((rule) => isMeant(rule) && (rule.port === undefined || rule.port === port));
}

/** Whether a host name or address (IPv6 with or without brackets) can only mean this machine. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || name === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name);
}
