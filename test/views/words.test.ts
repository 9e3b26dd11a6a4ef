import type { Acceptance } from '../../src/domain/acceptance';
import type { AccountRecord } from '../../src/domain/account';
import type { Freshness } from '../../src/domain/answers';
import { DAY, HOUR } from '../../src/domain/time';
import { probabilityWords } from '../../src/views/parts/candidates';
import { Register } from '../../src/register/register';
import { accountLine } from '../../src/records/draw-account';
import { historyView } from '../../src/views/account/history';
import { rowWords } from '../../src/views/words/mapping-words';
import { nextSteps } from '../../src/views/parts/next-step';
import { createSpeech } from '../../src/views/words/speech';
import { whoMappedView } from '../../src/views/account/who-mapped';
import { account, ACCEPTED, CONTOSO, mapped, NOW, picture, UNKNOWN } from './pictures';

const speech = createSpeech('en');
const trouble = { source: 'work365', kind: 'unreachable', detail: '' } as const;

describe('whether Work 365 has the account', () => {
  const cases: readonly (readonly [string, Freshness, string])[] = [
    [
      'read and not there',
      { source: 'work365', part: 'rows', asOf: NOW },
      'Not there yet; its daily sync brings it within a day',
    ],
    ['never read', { source: 'work365', part: 'rows' }, 'Not looked up yet'],
    ['never reached', { source: 'work365', part: 'rows', trouble }, 'Unknown: Work 365 cannot be reached'],
    [
      'out of reach now',
      { source: 'work365', part: 'rows', asOf: NOW - HOUR, trouble },
      'Not there yet (last read: 1 hour ago); its daily sync brings it within a day',
    ],
  ];

  it.each(cases)('when %s', (_when, rows, words) => {
    expect(rowWords(picture({}, { freshness: [rows] }), speech)).toBe(words);
  });

  it('is not asked where there is no Work 365', () => {
    const record = { writeBack: { state: 'not-applicable', writtenVersion: 1, attempts: 0 } } as const;
    expect(rowWords(picture(record), speech)).toBeUndefined();
  });
});

describe('what is missing', () => {
  const checked = { checkedAt: NOW, source: 'partner-center' } as const;
  const signed: Acceptance = { ...ACCEPTED, agreement: { state: 'signed', ...checked } };
  const relation = (reseller: Acceptance['reseller']): Partial<AccountRecord> => ({
    acceptance: { ...ACCEPTED, reseller },
  });
  const theirs = { customer: { id: 'x', name: 'X' }, replaced: true };
  const record = mapped({}, { acceptance: signed });
  const gone = { ...record, mapping: { ...record.mapping, customerGoneAt: NOW } as AccountRecord['mapping'] };
  const cases: readonly (readonly [string, Partial<AccountRecord>, string])[] = [
    ['nobody could look', { acceptance: UNKNOWN }, 'retry'],
    ['it is not listed', relation({ state: 'not-listed', ...checked }), 'invite'],
    [
      'it is listed as something else',
      relation({ state: 'other-relation', relation: 'advisor', ...checked }),
      'invite-reseller',
    ],
    [
      'it has ended',
      relation({ state: 'ended', since: { at: 0, basis: 'event' }, endedSeenAt: NOW, ...checked }),
      'ended',
    ],
    ['it has no customer and the agreement is not signed', {}, 'choose, agreement'],
    [
      'admin access has expired as well',
      { acceptance: { ...ACCEPTED, admin: { state: 'expired', ...checked } } },
      'choose, agreement, admin',
    ],
    [
      'one of its facts could not be looked up',
      { acceptance: { ...signed, admin: UNKNOWN.reseller as Acceptance['admin'] } },
      'choose, look-again',
    ],
    ['it is mapped and the agreement is not signed', mapped(), 'agreement, check'],
    ['Work 365 disagrees', mapped({ state: 'conflict', theirs }), 'conflict, agreement'],
    ['its customer was deleted', gone, 'customer-gone'],
    ['Work 365 refuses it', mapped({ state: 'refused', refusal: { kind: 'data' } }, { acceptance: signed }), 'refused'],
    [
      'the list and a look disagree',
      relation({ state: 'accepted', since: { at: 0, basis: 'event' }, disputedAt: NOW, ...checked }),
      'retry',
    ],
    ['Work 365 has no row yet', mapped({ state: 'waiting-for-row' }, { acceptance: signed }), 'wait-row'],
    ['it was mapped just now', mapped({}, { acceptance: signed }), 'check'],
  ];

  it.each(cases)('when %s', (_when, changes, step) => {
    expect(nextSteps(account(changes), NOW)).toEqual(step.split(', '));
  });

  it('does not nag about billing contracts for ever', () => {
    expect(nextSteps(account(mapped({}, { acceptance: signed })), NOW + 8 * DAY)).toEqual(['none']);
  });
});

it.each([
  [1, 'Almost certain'],
  [0.97, 'Almost certain'],
  [0.969, 'Very likely'],
  [0.85, 'Very likely'],
  [0.6, 'Likely'],
  [0.25, 'Possible'],
  [0.24, 'Unlikely'],
  [0, 'Unlikely'],
])('a probability of %d is said as %j', (probability, words) => {
  expect(probabilityWords(probability, speech)).toBe(words);
});

describe('who decided', () => {
  const byAdele = { kind: 'work365', name: 'Adele Vance' } as const;
  const customer = { id: CONTOSO.id, name: CONTOSO.name };
  const found = (at: number) =>
    account({
      firstSeenAt: NOW - DAY,
      mapping: { state: 'mapped', customer, by: byAdele, at, decisionId: 'd1', teaches: true },
      decisions: [{ id: 'd1', at, by: byAdele, verdict: 'mapped', customer, before: { state: 'open' } }],
    });
  const told = (at: number) => {
    const record = found(at);
    const line = accountLine({ providers: [], register: new Register() }, record);
    return [
      whoMappedView({ answer: 'mapped', account: line, picture: picture(found(at)) }, speech).text,
      historyView(
        {
          account: line,
          entries: record.decisions.map((decision) => ({ account: line, decision })),
          appearedAt: record.firstSeenAt,
          offset: 0,
          more: 0,
          now: NOW,
        },
        speech,
      ).text,
    ].join('\n');
  };

  it('in Work 365 before we first looked, has no time of ours', () => {
    expect(told(NOW - DAY)).toContain(
      'was mapped to Contoso Maschinenbau GmbH in Work 365 already when we first looked',
    );
    expect(told(NOW - DAY)).toContain(
      'before 11 May 2026, when we first looked; the row was last changed by Adele Vance',
    );
    expect(told(NOW - DAY)).not.toMatch(/Adele Vance (mapped|chose)/);
  });

  it('in Work 365 later, is told with the time at which we saw it', () => {
    expect(told(NOW - HOUR)).toContain('Somebody in Work 365 mapped');
    expect(told(NOW - HOUR)).toMatch(/In Work 365, seen 12 May 2026.*; the row was last changed by Adele Vance/);
    expect(told(NOW - HOUR)).toContain('Somebody in Work 365 chose Contoso Maschinenbau GmbH.');
    expect(told(NOW - HOUR)).toContain('not known here; it was chosen in Work 365');
  });
});
