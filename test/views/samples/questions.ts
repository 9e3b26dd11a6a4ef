import { HOUR } from '../../../src/domain/time';
import { LINK } from './given';
import * as p from '../pictures';
import { sample } from './sample';
import type { Sample, Views } from './sample';

/** What is said instead of an answer about one company: which one, or that nobody bears the name. */
export function questionSamples({ statusView }: Views): readonly Sample[] {
  return [
    sample('choices', 'which account', (s) =>
      statusView({ answer: 'which', query: 'contoso', choices: p.lines(4), more: 3 }, s),
    ),
    sample('choices', 'which account may be a customer’s', (s) =>
      statusView(
        {
          answer: 'which',
          query: 'fabrikam',
          customer: { id: 'c9', name: 'Fabrikam Holding AG' },
          choices: [{ ...p.line(), evidence: p.reasons }],
          more: 0,
        },
        s,
      ),
    ),
    sample('not-listed', 'a near one is there', (s) =>
      statusView(
        {
          answer: 'not-listed',
          query: 'Fabrikam Insurance',
          probably: { name: 'Fabrikam Holding', accountId: p.ACCOUNT },
          near: [{ name: 'Fabricam SA', accountId: p.ACCOUNT }],
          invitation: LINK,
          freshness: p.FRESH,
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('not-listed', 'known customer', (s) =>
      statusView(
        {
          answer: 'not-listed',
          query: 'fabrikam',
          customer: { id: 'c9', name: 'Fabrikam Holding AG' },
          near: [
            { name: 'Fabricam SA', accountId: p.ACCOUNT },
            { name: 'Fabrik Amsterdam BV', customerId: 'c-77' },
          ],
          invitation: LINK,
          freshness: p.FRESH,
          now: p.NOW,
        },
        s,
      ),
    ),
    sample('message', 'cannot tell', (s) =>
      statusView({ answer: 'cannot-tell', query: 'fabrikam', freshness: p.TROUBLED, now: p.NOW }, s),
    ),
    sample('message', 'could not look', (s) =>
      statusView(
        {
          answer: 'cannot-tell',
          query: 'fabrikam',
          trouble: { source: 'partner-center', kind: 'throttled', detail: 'search for customers: HTTP 429' },
          listFrom: p.NOW - 3 * HOUR,
          freshness: p.TROUBLED,
          now: p.NOW,
        },
        s,
      ),
    ),
  ];
}
