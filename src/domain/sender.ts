import type { Person } from './person';

/**
 * What Teams says of a sender, before anybody is asked.
 * - `member`: a person of the partner's tenant
 * - `guest`: invited into the tenant from elsewhere
 * - `outsider`: of another tenant, as in a shared channel
 * - `nameless`: without an Entra object id, as in a meeting
 * - `bot`: no person at all
 */
export type Standing = 'member' | 'guest' | 'outsider' | 'nameless' | 'bot';

/** What a sender is to us: a standing, or for members the innermost circle that they belong to. */
export const SENDER_KINDS = [
  'administrator',
  'mapper',
  'reader',
  'colleague',
  'guest',
  'outsider',
  'nameless',
  'bot',
] as const;

/** `colleague`: a member of the tenant who belongs to none of the circles. */
export type SenderKind = (typeof SENDER_KINDS)[number];

/** Those who get no answer, whatever they ask. */
export type StrangerKind = Exclude<Standing, 'member'>;

/** Who sent something, as the authenticated request says. */
export interface Speaker extends Person {
  readonly standing: Standing;
  /** Teams' own id of the person (`29:...`), by which rosters are asked; the Entra id serves in most places too. */
  readonly memberId?: string;
}
