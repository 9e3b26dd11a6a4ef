import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../../runtime/hosts';

/** Headers that a proxy or a tunnel adds: whoever asked is somewhere else. */
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-original-host',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'x-azure-clientip',
  'x-envoy-external-address',
  'true-client-ip',
  'cf-connecting-ip',
  'via',
] as const;

/** Whether somebody in between says that he asks for somebody else. */
export function isForwarded({ headers }: IncomingMessage): boolean {
  return FORWARDED.some((name) => headers[name] !== undefined);
}

/**
 * Local mode has no authentication, so only programs of this machine may ask. A page in a browser of this machine is
 * somebody else: it sends `Origin`, or the name under which its own server was found (DNS rebinding).
 */
export function isFromThisMachine(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  if (origin !== undefined || isForwarded(request)) return false;
  return host !== undefined && URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname);
}
