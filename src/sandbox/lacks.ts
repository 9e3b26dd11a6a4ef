import { z } from 'zod';
import type { Answer } from './wire';

/** What may be taken from the app, from the person who signs in, and from the application user, one by one. */
export const LACKS = [
  'partner-app',
  'partner-consent',
  'partner-agent',
  'partner-mfa',
  'customer-role',
  'graph-gdap',
  'graph-groups',
  'dataverse-user',
  'prvRead',
  'prvCreate',
  'prvWrite',
  'prvAppend',
  'prvAppendTo',
  'prvActOnBehalfOfAnotherUser',
] as const;

export type Lack = (typeof LACKS)[number];
export const lackSchema = z.enum(LACKS);

/** What is taken away now. */
export type Lacks = Set<Lack>;

/** What Partner Center says of a call for which something is lacking; undefined when nothing is. */
export function partnerRefusal(lacks: Lacks, path: string, isUser: boolean): Answer | undefined {
  if (lacks.has('partner-app')) return refusal(403, 900149, 'The program is not active.');
  if (!isUser) return undefined;
  if (lacks.has('partner-mfa')) return refusal(401, 900421, 'The call needs a token with multi-factor authentication.');
  if (lacks.has('partner-agent')) return refusal(403, 2032, 'Access denied: the user is no agent of the partner.');
  const isOfCustomer = /\/(subscribedskus|users)$/.test(path);
  return isOfCustomer && lacks.has('customer-role') ? refusal(403, 2032, 'Access denied.') : undefined;
}

function refusal(status: number, code: number, description: string): Answer {
  return { status, body: { code, description, data: [], source: 'PartnerFD' } };
}
