import type { StatusAnswer } from '../../domain/answers';
import type { Customer } from '../../domain/customer';
import type { Freshness } from '../../domain/answers';
import type { Instant } from '../../domain/time';
import type { Message } from '../../courier';
import { statusView } from '../company/status';
import { customerDetail } from '../parts/candidates';
import { noteView } from '../parts/message-card';
import { shortName } from '../words/escape';
import { freshnessLines, provenance } from '../words/source-words';
import type { Speech } from '../words/speech';
import { keeping } from '../words/times';

/**
 * Cards that a person puts into a message of their own: they stay, and others read them who may know no more of a customer
 * than its name and where it stands. So no person is named on them, no mail address, and no reason for a candidate.
 */

/** Where an account stands: the facts with source and time, and the customer. */
export function sharedStatusView(answer: StatusAnswer, speech: Speech): Message {
  return withoutAddresses(statusView(answer, keeping(speech), [], 'others'));
}

/** How old what we know is. */
export interface Sources {
  readonly freshness: readonly Freshness[];
  readonly now: Instant;
}

/** A customer record, with how many accounts are mapped to it. */
export function sharedCustomerView(
  customer: Customer,
  accounts: number,
  { freshness, now }: Sources,
  spoken: Speech,
): Message {
  const speech = keeping(spoken);
  const name = shortName(customer.name);
  const detail = customerDetail(customer, speech);
  const ages = freshness.filter(({ part }) => part === 'accounts').map(({ asOf }) => asOf);
  const known = ages.filter((asOf) => asOf !== undefined);
  return withoutAddresses(
    noteView(
      {
        kicker: speech.say('shared.customer.kicker'),
        title: speech.say('shared.customer.title', { name, accounts }),
        lines: [
          ...(detail === '' ? [] : [detail]),
          ...freshnessLines(freshness, now, speech),
          ...(known.length === 0 || known.length < ages.length
            ? []
            : [
                speech.say('companies.as-of', {
                  source: provenance('partner-center', Math.min(...known), now, speech),
                }),
              ]),
        ],
      },
      speech,
    ),
  );
}

/** A mail address is a person's, wherever it stands: some records bear one as their name or website. */
const ADDRESS = /[^\s@<>"'(),;:]{1,200}@[^\s@<>"'(),;:]{1,255}/g;

/** What comes back has the shape of what was given; a generic type cannot say so. */
function withoutAddresses<T>(shown: T): T {
  if (typeof shown === 'string') return (shown.includes('@') ? shown.replace(ADDRESS, '…') : shown) as T & string;
  if (Array.isArray(shown)) return shown.map((item: unknown) => withoutAddresses(item)) as T & unknown[];
  if (typeof shown !== 'object' || shown === null) return shown;
  const entries = Object.entries(shown).map(([key, value]): [string, unknown] => [
    key,
    key === 'data' ? value : withoutAddresses(value),
  ]);
  return Object.fromEntries(entries) as T;
}
