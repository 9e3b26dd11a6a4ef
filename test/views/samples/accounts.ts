import type { AccountRecord, MissedLook } from '../../../src/domain/account';
import type { AccountPicture, DecisionAnswer } from '../../../src/domain/answers';
import { notOurs } from '../../../src/domain/acceptance';
import type { Mapping } from '../../../src/domain/decision';
import type { SisterDecided } from '../../../src/domain/sister';
import { DAY, HOUR, MINUTE } from '../../../src/domain/time';
import type { WriteRefusal } from '../../../src/domain/write-back';
import * as p from '../pictures';
import { DRIFT, SISTERS } from '../pictures-of-sisters';
import { sample } from './sample';
import type { Sample, Views } from './sample';

const decided = (answer: DecisionAnswer['answer'], more: object = {}): DecisionAnswer => {
  const made: object = { answer, picture: p.picture(p.mapped()), decision: p.PICKED, ...more };
  return made as DecisionAnswer;
};

const ALONG: readonly SisterDecided[] = [
  { outcome: 'done', accountId: 'along', name: 'Contoso', provider: 'Pax8' },
  {
    outcome: 'taken',
    accountId: 'along',
    name: 'Contoso DE',
    provider: 'TD SYNNEX',
    by: p.TOM,
    customer: { id: 'c', name: 'Conti' },
  },
  { outcome: 'taken', accountId: 'along', name: 'Contoso FR', provider: 'Ingram Micro', by: p.TOM },
  { outcome: 'changed', accountId: 'along', name: 'Contoso NL', provider: 'Pax8' },
  { outcome: 'not-saved', accountId: 'along', name: 'Contoso ES', provider: 'Pax8' },
  { outcome: 'left', accountId: 'along', name: 'Contoso AT', provider: 'Pax8' },
];

const CONFLICT = p.picture(
  p.mapped({
    state: 'conflict',
    theirs: {
      customer: { id: p.CONTOSO_AT.id, name: p.CONTOSO_AT.name },
      by: 'Billing sync',
      replaced: false,
    },
  }),
);

const REPLACED = p.picture(
  p.mapped({
    state: 'conflict',
    theirs: { customer: { id: p.CONTOSO_AT.id, name: p.CONTOSO_AT.name }, by: 'Megan Bowen', replaced: true },
  }),
);

const CLEARED = p.picture(p.mapped({ state: 'conflict', theirs: { by: 'Megan Bowen', replaced: true } }));

const refused = (refusal: WriteRefusal): AccountPicture => p.picture(p.mapped({ state: 'refused', refusal }));

const mappedTo = (news: object): Partial<AccountRecord> => {
  const record = p.mapped();
  return { ...record, mapping: { ...record.mapping, ...news } as Mapping };
};

const CUSTOMER_GONE = p.picture(mappedTo({ customerGoneAt: p.NOW - DAY }));

/** The tenant and the customer have other names than when somebody chose. */
const RENAMED = p.picture(
  {
    ...mappedTo({ chosenAs: 'Contoso Maschinen GmbH' }),
    formerNames: [{ name: 'Fabrikam Maschinen', until: p.NOW - MINUTE }],
  },
  { support: { evidence: [], probability: 0 } },
);

const MISSED: MissedLook = {
  of: 'tenant',
  at: p.NOW,
  trouble: { source: 'partner-center', kind: 'unreachable', detail: 'customer: HTTP 503' },
};

const NOT_LISTED_MISSED = p.picture(
  {
    acceptance: { ...p.ACCEPTED, reseller: { state: 'not-listed', checkedAt: p.NOW - HOUR, source: 'partner-center' } },
    missed: MISSED,
  },
  { freshness: p.TROUBLED },
);

const ENDED = p.picture({
  ...p.mapped(),
  acceptance: {
    ...p.ACCEPTED,
    reseller: {
      state: 'ended',
      since: { at: p.NOW - 90 * DAY, basis: 'before-first-look' },
      endedSeenAt: p.NOW - DAY,
      checkedAt: p.NOW - MINUTE,
      source: 'partner-center',
    },
  },
});

const IGNORED = p.picture({
  mapping: { state: 'ignored', by: p.TOM, at: p.NOW - HOUR, decisionId: 'd-1' },
  decisions: [{ id: 'd-1', at: p.NOW - HOUR, by: p.TOM, verdict: 'ignored', before: { state: 'open' } }],
});

const BY_ROW = p.picture(
  {
    id: 'account:work365-td:c-99817',
    providerId: 'work365-td',
    tenantId: 'C-99817',
    tenant: { tenantId: 'C-99817', name: 'Contoso Maschinenbau' },
    acceptance: notOurs('TD SYNNEX'),
  },
  { providerName: 'TD SYNNEX' },
);

const ROWS = [
  { rowId: 'row-1', name: 'Contoso Maschinenbau', etag: 'W/"1"', createdAt: p.NOW - 30 * DAY },
  { rowId: 'row-2', name: 'Contoso', etag: 'W/"2"', customerId: 'c-9', customerName: 'Contoso Altkunde' },
];
const TWO_ROWS = p.picture({ ...p.mapped({ state: 'waiting-for-choice' }), rowChoice: { rows: ROWS } });
const CHOSEN_ROW = p.picture({
  ...p.mapped(),
  rowChoice: { rows: ROWS, chosen: { rowId: 'row-1', by: { id: 'tom', name: 'Tom Ode' }, at: p.NOW - HOUR } },
});

const TAKEN_BACK = p.picture({
  decisions: [
    p.PICKED,
    {
      id: 'd-3',
      at: p.NOW - MINUTE / 60,
      by: p.TOM,
      verdict: 'undone',
      customer: p.CONTOSO,
      before: p.mapped().mapping ?? { state: 'open' },
      undoes: p.PICKED.id,
    },
  ],
  lateClicks: [{ id: 'd-4', person: { id: 'eve', name: 'Eve Ng' }, at: p.NOW, wanted: 'ignore', after: 'd-3' }],
});

export function accountSamples(views: Views): readonly Sample[] {
  const { accountView, decisionView, rowChosenView, statusView } = views;
  return [
    sample('account', 'open, one fits', (s) => accountView(p.picture(), s)),
    sample('account', 'open, several fit', (s) =>
      accountView(
        p.picture(
          { acceptance: { ...p.ACCEPTED, admin: { state: 'none', checkedAt: p.NOW - HOUR, source: 'graph' } } },
          {
            verdict: 'one-of-these',
            candidates: [
              ...p.CANDIDATES,
              p.candidate({ id: 'c-4', name: 'Maschinenbau Contoso Süd AG & Co. KG', city: 'Ulm', country: 'DE' }, 0.2),
              p.candidate({ id: 'c-5', name: 'CMB Holding', number: 'AC-31077' }, 0.1, [
                { code: 'acronym', side: 'for', weight: 0.9, acronym: 'CMB' },
                { code: 'already-mapped', side: 'against', weight: -0.5, count: 2 },
              ]),
            ],
          },
        ),
        s,
      ),
    ),
    sample('account', 'open, known from Work 365 alone', (s) => accountView(BY_ROW, s)),
    sample('status', 'known from Work 365 alone', (s) =>
      statusView({ answer: 'account', query: 'contoso', picture: BY_ROW }, s),
    ),
    sample('account', 'open, one click for all', (s) =>
      accountView(p.picture({}, { sisters: SISTERS, along: SISTERS.slice(1) }), s),
    ),
    sample('account', 'mapped with others, and not together', (s) =>
      accountView(p.picture(p.mapped(), { sisters: SISTERS, drift: DRIFT }), s),
    ),
    sample('account', 'just mapped, not all of them', (s) => decisionView(decided('decided', { along: ALONG }), s)),
    sample('account', 'open, with two rows', (s) => accountView(p.picture({ rowChoice: { rows: ROWS } }), s)),
    sample('account', 'mapped, with two rows', (s) => accountView(TWO_ROWS, s)),
    sample('account', 'mapped, a row was chosen', (s) => rowChosenView({ answer: 'chosen', picture: CHOSEN_ROW }, s)),
    sample('account', 'another row was chosen before', (s) =>
      rowChosenView({ answer: 'stale', picture: CHOSEN_ROW }, s),
    ),
    sample('account', 'open, nothing fits', (s) =>
      accountView(
        p.picture({ acceptance: p.UNKNOWN }, { verdict: 'nothing-fits', candidates: [], freshness: p.TROUBLED }),
        s,
      ),
    ),
    sample('account', 'open, asked for', (s) => accountView(p.picture(), s, { unfolded: true })),
    sample('account', 'open, typeahead', (s) => accountView(p.picture({}, { searchesAsYouType: true }), s)),
    sample('account', 'mapped', (s) => accountView(p.picture(p.mapped()), s)),
    sample('account', 'mapped, asked for', (s) => accountView(p.picture(p.mapped()), s, { unfolded: true })),
    sample('account', 'mapped, just now', (s) => decisionView(decided('decided'), s)),
    sample('account', 'taken by somebody else', (s) => decisionView(decided('taken'), s)),
    sample('message', 'sure: a decision of somebody else', (s) =>
      decisionView(
        decided('sure', {
          wanted: { verb: 'undo', seen: 'd-2' },
          doubts: [{ doubt: 'others', mapping: p.mapped().mapping }],
        }),
        s,
      ),
    ),
    sample('message', 'sure: another one fits', (s) =>
      decisionView(
        decided('sure', {
          picture: p.picture(),
          wanted: { verb: 'pick', customer: p.CONTOSO_AT },
          doubts: [{ doubt: 'fits', customer: p.CONTOSO }],
        }),
        s,
      ),
    ),
    sample('account', 'taken back', (s) => accountView(TAKEN_BACK, s)),
    sample('account', 'not a customer', (s) => accountView(IGNORED, s)),
    sample('account', 'contradicted', (s) => accountView(CONFLICT, s)),
    sample('account', 'replaced in Work 365', (s) => accountView(REPLACED, s)),
    sample('account', 'cleared in Work 365', (s) => accountView(CLEARED, s)),
    sample('account', 'refused by a rule', (s) =>
      accountView(refused({ kind: 'data', words: 'A billing contract has to be chosen first.' }), s),
    ),
    sample('account', 'refused for want of a right', (s) =>
      accountView(refused({ kind: 'no-right', words: 'prvWritework365_provideraccount' }), s),
    ),
    sample('account', 'refused to the person', (s) => accountView(refused({ kind: 'person' }), s)),
    sample('account', 'customer deleted', (s) => accountView(CUSTOMER_GONE, s)),
    sample('account', 'renamed', (s) => accountView(RENAMED, s)),
    sample('account', 'ended', (s) => accountView(ENDED, s)),
    sample('status', 'accepted, open', (s) =>
      statusView({ answer: 'account', query: 'contoso', picture: p.picture() }, s),
    ),
    sample('status', 'accepted, mapped', (s) =>
      statusView({ answer: 'account', query: 'contoso', picture: p.picture(p.mapped()) }, s),
    ),
    sample('status', 'a part of the name', (s) =>
      statusView(
        {
          answer: 'account',
          query: 'contoso',
          picture: p.picture(p.mapped()),
          taken: { taken: 'assumed', query: 'contoso' },
        },
        s,
      ),
    ),
    sample('status', 'most likely a customer’s', (s) =>
      statusView(
        {
          answer: 'account',
          query: 'fabrikam',
          picture: p.picture(),
          taken: {
            taken: 'likely',
            query: 'fabrikam',
            customer: { id: 'c9', name: 'Fabrikam Holding AG' },
            assumed: true,
            evidence: p.reasons,
          },
        },
        s,
      ),
    ),
    sample('status', 'could not look', (s) =>
      statusView(
        {
          answer: 'account',
          query: 'contoso',
          picture: p.picture({ acceptance: p.UNKNOWN }, { freshness: p.TROUBLED }),
        },
        s,
      ),
    ),
    sample('status', 'not looked up again', (s) =>
      statusView({ answer: 'account', query: 'contoso', picture: p.picture({ missed: MISSED }) }, s),
    ),
    sample('status', 'not listed, not looked up again', (s) =>
      statusView({ answer: 'account', query: 'contoso', picture: NOT_LISTED_MISSED }, s),
    ),
    sample('status', 'ended', (s) => statusView({ answer: 'account', query: 'contoso', picture: ENDED }, s)),
  ];
}
