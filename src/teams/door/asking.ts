import { createHash, timingSafeEqual } from 'node:crypto';
import type * as restify from 'restify';
import { isLoopback } from '../../runtime/hosts';
import { isForwarded } from './local-only';

const MAX_SECRET_LENGTH = 400;

/** Somebody on this machine, if no proxy says that it speaks for somebody else, or who has the token. */
export function isOperator(request: restify.Request, token: string | undefined): boolean {
  if (isLoopback(addressOf(request)) && !isForwarded(request)) return true;
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return token !== undefined && given !== undefined && same(given, token);
}

/** restify gives the parts of the address as it likes. */
export function secretOf(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null || !('secret' in params)) return undefined;
  return typeof params.secret === 'string' ? params.secret : undefined;
}

export function addressOf(request: restify.Request): string {
  return (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}

export function same(given: string, secret: string): boolean {
  if (given.length > MAX_SECRET_LENGTH) return false;
  const digest = (text: string) => new Uint8Array(createHash('sha256').update(text).digest());
  return timingSafeEqual(digest(given), digest(secret));
}

export function httpStatusOf(error: unknown): number {
  const known = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof known === 'number' ? known : 500;
}
