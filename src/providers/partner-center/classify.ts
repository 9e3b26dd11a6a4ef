import type { Look, Trouble } from '../../domain/source';
import type { HttpAnswer } from '../../runtime/http';
import { errorCodeSchema } from './schema';

const ACCESS = 'Check the app under Account settings > App management in Partner Center';

/** Codes that say: there is no relationship between us and this tenant. Nothing else says so. */
const ABSENT: Readonly<Record<string, readonly number[] | 'any'>> = {
  // Seen with 403 and with other statuses when a customer left or withdrew access.
  '20002': 'any',
  '60003': [404],
  '1000': [404],
};

/** Codes that say that our own access is wrong; never an answer about a customer. */
const DENIED: Readonly<Record<string, string>> = {
  '400': `${ACCESS}, and PARTNER_CENTER_CLIENT_ID.`,
  '1002': 'This call is for another type of partner (indirect provider or reseller) than ours.',
  '2032': `${ACCESS}; the caller lacks the right to read this.`,
  '600006': `${ACCESS}; the action is not allowed for this partner.`,
  '900149': 'The partner program of this tenant is not active; look at the legal profile in Partner Center.',
  '900150': 'Give the user who consented the role Admin agent in Partner Center.',
  '900421':
    'Partner Center wants MFA: sign in again with MFA as an Admin agent and put the new refresh token into ' +
    'PARTNER_CENTER_REFRESH_TOKEN.',
};

/**
 * What an answer of Partner Center means. Which error a tenant that never accepted gives is documented nowhere; the
 * table is the one of every code that the documents list and that people have met.
 */
export function classifyAnswer(what: string, answer: HttpAnswer): Look<unknown> {
  if (!answer.answered) return { look: 'failed', trouble: answer.trouble };
  if (answer.status >= 200 && answer.status < 300) return { look: 'seen', value: answer.body };
  const parsed = errorCodeSchema.safeParse(answer.body);
  const code = parsed.success ? parsed.data : undefined;
  const absent = code === undefined ? undefined : ABSENT[code];
  if (absent === 'any' || absent?.includes(answer.status)) return { look: 'absent' };
  return { look: 'failed', trouble: troubleOf(what, answer.status, code) };
}

function troubleOf(what: string, status: number, code: string | undefined): Trouble {
  const detail = `${what}: HTTP ${status}${code === undefined ? '' : `, code ${code}`}`;
  const source = 'partner-center';
  const known = code === undefined ? undefined : DENIED[code];
  if (known !== undefined && (code !== '400' || status === 401))
    return { source, kind: 'denied', detail, remedy: known };
  if (status === 401) return { source, kind: 'denied', detail, remedy: `${ACCESS}, and PARTNER_CENTER_CLIENT_SECRET.` };
  if (status === 403) return { source, kind: 'denied', detail, remedy: `${ACCESS} and what it may read.` };
  if (code === '900118') {
    return { source, kind: 'bad-answer', detail, remedy: 'The tenant id is not one that Partner Center accepts.' };
  }
  return { source, kind: 'bad-answer', detail, remedy: 'Check PARTNER_CENTER_BASE_URL.' };
}
