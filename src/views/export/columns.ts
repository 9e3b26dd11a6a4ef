import type { AccountRecord } from '../../domain/account';
import { wasFoundDecided } from '../../domain/decision';
import type { Decision, Mapping } from '../../domain/decision';
import { isForgotten } from '../../domain/forget';
import type { Actor } from '../../domain/person';
import type { Instant } from '../../domain/time';
import type { WriteBack } from '../../domain/write-back';
import { evidenceWords } from '../words/evidence-words';
import type { Speech } from '../words/speech';
import type { ExportCell, Column } from './cell';

/**
 * The columns of the files. Titles and fixed words are English whatever the reader speaks, because programs read them;
 * only the evidence is in the reader's language. `docs/export.md` is printed from here.
 */

export interface MappingLine {
  readonly record: AccountRecord;
  readonly speech: Speech;
}

export interface DecisionLine extends MappingLine {
  readonly decision: Decision;
}

const STATES: Readonly<Record<Mapping['state'], string>> = {
  open: 'open',
  mapped: 'mapped',
  ignored: 'not a customer',
};
const VERDICTS: Readonly<Record<Decision['verdict'], string>> = {
  mapped: 'mapped',
  ignored: 'not a customer',
  reopened: 'opened again',
  undone: 'taken back',
};
const WRITTEN: Readonly<Record<WriteBack['state'], string>> = {
  'idle': 'nothing to write',
  'owed': 'to be written',
  'refused': 'refused',
  'waiting-for-row': 'no row yet',
  'waiting-for-choice': 'row to be chosen',
  'written': 'written',
  'rehearsed': 'rehearsal',
  'conflict': 'contradiction',
  'not-applicable': 'not written back',
};

const WHICH_ACCOUNT: readonly Column<MappingLine>[] = [
  {
    title: 'Account',
    holds: 'Name of the tenant, as Partner Center has it now.',
    cell: ({ record }) => record.tenant.name,
  },
  { title: 'Domain', holds: 'Its initial domain.', cell: ({ record }) => record.tenant.defaultDomain },
  { title: 'Tenant id', holds: 'Its identity at Microsoft.', cell: ({ record }) => record.tenantId },
  {
    title: 'Provider id',
    holds: 'Which of our Partner Center tenants it is a customer of.',
    cell: ({ record }) => record.providerId,
  },
];

/** Where every account stands: one line each. */
export const MAPPING_COLUMNS: readonly Column<MappingLine>[] = [
  ...WHICH_ACCOUNT,
  { title: 'Country', holds: 'ISO 3166 code.', cell: ({ record }) => record.tenant.country },
  {
    title: 'Reseller relationship',
    holds: '`accepted`, `ended`, `other-relation`, `not-listed`, or why nobody knows.',
    cell: ({ record }) => record.acceptance.reseller.state,
  },
  { title: 'Accepted', holds: 'When, as far as anybody saw it.', cell: ({ record }) => acceptedAt(record) },
  { title: 'First seen', holds: 'When Handshake first heard of it.', cell: ({ record }) => moment(record.firstSeenAt) },
  {
    title: 'State',
    holds: '`open`, `mapped` or `not a customer`.',
    cell: ({ record }) => STATES[record.mapping.state],
  },
  {
    title: 'Customer',
    holds: 'Whose account it is, while it is mapped.',
    cell: ({ record }) => customerOf(record)?.name,
  },
  { title: 'Customer id', holds: 'Identity of that customer record.', cell: ({ record }) => customerOf(record)?.id },
  { title: 'Decided by', holds: 'Who decided what stands now.', cell: ({ record }) => deciderOf(record) },
  {
    title: 'Decided in',
    holds: '`Handshake` or `Work 365`.',
    cell: ({ record }) => (record.mapping.state === 'open' ? undefined : placeOf(record.mapping.by)),
  },
  {
    title: 'Decided at',
    holds: 'When; of Work 365, when Handshake saw it.',
    cell: ({ record }) => (record.mapping.state === 'open' ? undefined : moment(record.mapping.at)),
  },
  {
    title: 'For',
    holds: 'What spoke for it then.',
    cell: (line) => evidenceOf(standingOf(line.record), 'for', line.speech),
  },
  {
    title: 'Against',
    holds: 'What spoke against it then.',
    cell: (line) => evidenceOf(standingOf(line.record), 'against', line.speech),
  },
  {
    title: 'Work 365',
    holds:
      '`written`, `to be written`, `refused`, `no row yet`, `row to be chosen`, `contradiction`, `nothing to write` or `not written back`.',
    cell: ({ record }) => WRITTEN[record.writeBack.state],
  },
  { title: 'Written at', holds: 'When Work 365 got what stands now.', cell: ({ record }) => writtenAt(record) },
  {
    title: 'Decisions',
    holds: 'How many there were in all.',
    cell: ({ record }) => record.decisions.length + record.decisionsArchived,
  },
];

/** Every decision: one line each, the oldest first within an account. */
export const DECISION_COLUMNS: readonly Column<DecisionLine>[] = [
  { title: 'At', holds: 'When; what it means says the next column.', cell: ({ decision }) => moment(decision.at) },
  {
    title: 'Time is of',
    holds:
      '`decision`; of Work 365 `sight`, when Handshake saw it, or `first look`, when it had been so for an unknown time.',
    cell: ({ decision, record }) => timeOf(decision, record.firstSeenAt),
  },
  ...WHICH_ACCOUNT,
  {
    title: 'Decision',
    holds: '`mapped`, `not a customer`, `opened again` or `taken back`.',
    cell: ({ decision }) => VERDICTS[decision.verdict],
  },
  {
    title: 'Customer',
    holds: 'Who was chosen; of `opened again` and `taken back`, whose it was before.',
    cell: ({ decision }) => decision.customer?.name,
  },
  { title: 'Customer id', holds: 'Identity of that customer record.', cell: ({ decision }) => decision.customer?.id },
  {
    title: 'Before',
    holds: 'What stood before: `open`, `not a customer`, or the customer.',
    cell: ({ decision }) => nameOf(decision.before),
  },
  {
    title: 'By',
    holds: 'Who decided. Whoever was forgotten has no name.',
    cell: ({ decision }) => actorOf(decision.by),
  },
  { title: 'In', holds: '`Handshake` or `Work 365`.', cell: ({ decision }) => placeOf(decision.by) },
  {
    title: 'For',
    holds: 'What spoke for the customer then.',
    cell: ({ decision, speech }) => evidenceOf(decision, 'for', speech),
  },
  {
    title: 'Against',
    holds: 'What spoke against.',
    cell: ({ decision, speech }) => evidenceOf(decision, 'against', speech),
  },
  {
    title: 'Chosen despite',
    holds: 'A customer that fitted almost certainly and was not chosen.',
    cell: ({ decision }) => decision.despite?.name,
  },
  {
    title: 'Stands',
    holds: '`yes` where it is what counts now.',
    cell: ({ decision, record }) => (isStanding(decision, record) ? 'yes' : undefined),
  },
  {
    title: 'Written at',
    holds: 'Of the decision that counts now: when Work 365 got it.',
    cell: ({ decision, record }) => (isStanding(decision, record) ? writtenAt(record) : undefined),
  },
];

function moment(at: Instant): Date {
  return new Date(at);
}

function acceptedAt({ acceptance: { reseller } }: AccountRecord): ExportCell {
  const since = reseller.state === 'accepted' || reseller.state === 'ended' ? reseller.since : undefined;
  return since === undefined || since.basis === 'before-first-look' ? undefined : moment(since.at);
}

function customerOf({ mapping }: AccountRecord): { readonly id: string; readonly name: string } | undefined {
  return mapping.state === 'mapped' ? mapping.customer : undefined;
}

function nameOf(mapping: Mapping): string {
  return mapping.state === 'mapped' ? mapping.customer.name : STATES[mapping.state];
}

function deciderOf({ mapping }: AccountRecord): string | undefined {
  return mapping.state === 'open' ? undefined : actorOf(mapping.by);
}

function actorOf(by: Actor): string | undefined {
  if (by.kind === 'work365') return by.name;
  return isForgotten(by.person) ? undefined : by.person.name;
}

function placeOf(by: Actor): string {
  return by.kind === 'work365' ? 'Work 365' : 'Handshake';
}

function timeOf({ by, at }: Decision, firstSeenAt: Instant): string {
  if (by.kind === 'person') return 'decision';
  return wasFoundDecided(by, at, firstSeenAt) ? 'first look' : 'sight';
}

function standingOf({ mapping, decisions }: AccountRecord): Decision | undefined {
  return mapping.state === 'open' ? undefined : decisions.find(({ id }) => id === mapping.decisionId);
}

function isStanding({ id }: Decision, { mapping, decisions }: AccountRecord): boolean {
  return mapping.state === 'open' ? decisions.at(-1)?.id === id : mapping.decisionId === id;
}

function writtenAt({ writeBack, mappingVersion }: AccountRecord): ExportCell {
  const { state, at, writtenVersion } = writeBack;
  return state === 'written' && at !== undefined && writtenVersion === mappingVersion ? moment(at) : undefined;
}

function evidenceOf(decision: Decision | undefined, side: 'for' | 'against', speech: Speech): string | undefined {
  const found = (decision?.evidence ?? []).filter((one) => one.side === side);
  if (found.length === 0) return undefined;
  return found.map((one) => evidenceWords(one, speech)).join('; ');
}
