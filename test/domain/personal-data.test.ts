import { alarmOver, newAlarm } from '../../src/domain/alarm';
import type { BoardRecord, Document, DocumentKind, DocumentOf } from '../../src/domain/documents';
import { doneEvent, keptConversation, keptTeam, keptWatch } from '../../src/domain/retention';
import { QUOTED_FOR_S } from '../../src/records/keep-said';
import { forgetPerson, keptOfPerson } from '../../src/tasks/forget-person';
import { T0, account, stamp } from '../builders';
import { endedInvitation, settledInvitation } from '../../src/domain/invitation';
import { pickCustomer } from '../../src/domain/mapping';
import { conversation, put, taskStand } from '../tasks/stand';

/** Nothing personal is kept without an end: every kind of document says whether it holds people, and what ends that. */

const PERSON = { id: 'bbbbbbbb-0000-4000-8000-000000000001', name: 'Gone Person' };
const base = { partnerId: 'partner', format: 1 } as const;
const mapped = pickCustomer(
  account(),
  { customer: { id: 'c', name: 'C' }, evidence: [] },
  stamp({ kind: 'person', person: PERSON }),
).record;

const alarm = newAlarm(
  { key: 'stuck', since: T0, what: { of: 'stuck', count: 1 } },
  { id: 'alarm:stuck', partnerId: 'partner', conversationId: 'chat' },
);

interface Kept<K extends DocumentKind> {
  /** With the person in it, wherever it can hold one. */
  readonly document: DocumentOf[K];
  /**
   * - `forget`: `forgetPerson` takes people out of it
   * - `nobody`: it holds none
   */
  readonly people: 'forget' | 'nobody';
  /** With the state that ends it, after which it has to expire; absent where it is kept for good. */
  readonly ended?: DocumentOf[K];
}

/** The compiler asks for every kind. */
const KINDS: { readonly [K in DocumentKind]: Kept<K> } = {
  account: { people: 'forget', document: mapped },
  archive: {
    people: 'forget',
    document: { ...base, kind: 'archive', id: 'archive:a:0', accountId: 'a', page: 0, decisions: mapped.decisions },
  },
  watch: watchKept(),
  invitation: invitationKept(),
  endings: {
    people: 'nobody',
    document: { ...base, kind: 'endings', id: 'endings:e', conversationId: 'chat', told: { a: '7 1' }, lookedAt: T0 },
  },
  conversation: conversationKept(),
  team: teamKept(),
  customer: {
    people: 'nobody',
    document: { ...base, kind: 'customer', id: 'customer:c', customer: { id: 'c', name: 'C' } },
  },
  board: { people: 'nobody', document: board() },
  source: { people: 'nobody', document: { ...base, kind: 'source', id: 'source:s', part: 'rows' } },
  lease: { people: 'nobody', document: { ...base, kind: 'lease', id: 'lease:l', holder: 'r', until: T0, term: 1 } },
  event: {
    people: 'nobody',
    document: {
      ...base,
      kind: 'event',
      id: 'event:e',
      source: 'partner-center',
      event: 'accepted',
      state: 'waiting',
      attempts: 0,
    },
    ended: doneEvent({
      ...base,
      kind: 'event',
      id: 'event:e',
      source: 'partner-center',
      event: 'accepted',
      state: 'waiting',
      attempts: 0,
    }),
  },
  job: { people: 'nobody', document: { ...base, kind: 'job', id: 'job:j', name: 'j', everyMs: 1_000 } },
  lending: {
    people: 'forget',
    document: {
      ...base,
      kind: 'lending',
      id: 'lending:review',
      lent: [{ accountId: 'a', personId: PERSON.id, page: 'p', until: T0 }],
      ttl: 1,
    },
  },
  talk: talkKept(),
  said: {
    people: 'nobody',
    document: { ...base, kind: 'said', id: 'said:s', about: [{ name: 'C' }], ttl: QUOTED_FOR_S },
  },
  alarm: {
    people: 'nobody',
    document: alarm,
    ended: alarmOver(alarm),
  },
  signin: {
    people: 'forget',
    document: { ...base, kind: 'signin', id: 'signin:s', providerId: 'p', taken: [], person: PERSON },
  },
  replica: {
    people: 'nobody',
    document: { ...base, kind: 'replica', id: 'replica:r', at: T0, wants: 1, stopped: false },
  },
};

function talkKept(): Kept<'talk'> {
  const document: DocumentOf['talk'] = {
    ...base,
    kind: 'talk',
    id: 'talk:t',
    personId: PERSON.id,
    conversationId: 'chat',
    at: T0,
    memory: { talkedAbout: [{ name: 'C' }], at: T0 },
    ttl: 1_800,
  };
  return { people: 'forget', document, ended: document };
}

function watchKept(): Kept<'watch'> {
  const document: DocumentOf['watch'] = {
    ...base,
    kind: 'watch',
    id: 'watch:w',
    person: PERSON,
    conversationId: 'chat',
    query: 'Contoso',
    language: 'en',
    since: T0,
    state: 'waiting',
    asked: [],
  };
  return { people: 'forget', document, ended: keptWatch({ ...document, state: 'stopped' }) };
}

function invitationKept(): Kept<'invitation'> {
  const document: DocumentOf['invitation'] = {
    ...base,
    kind: 'invitation',
    id: 'invitation:i',
    company: 'Contoso',
    by: [{ person: PERSON, first: T0, at: T0, conversationId: 'chat', language: 'en', timeZone: 'UTC' }],
    state: 'waiting',
    notIt: [],
    told: [],
    reminded: 0,
  };
  return { people: 'forget', document, ended: settledInvitation(endedInvitation(document, 'withdrawn'), T0) };
}

function conversationKept(): Kept<'conversation'> {
  const document = conversation({
    conversationId: 'chat',
    type: 'personal',
    personId: PERSON.id,
    personName: PERSON.name,
    memberId: '29:gone',
  });
  return { people: 'forget', document, ended: keptConversation({ ...document, state: 'removed' }) };
}

function teamKept(): Kept<'team'> {
  const document: DocumentOf['team'] = {
    ...base,
    kind: 'team',
    id: 'team:t',
    teamId: 't',
    state: 'approved',
    since: T0,
    installedBy: PERSON,
    by: PERSON,
  };
  return { people: 'forget', document, ended: keptTeam({ ...document, state: 'refused' }) };
}

function board(): BoardRecord {
  return {
    ...base,
    kind: 'board',
    format: 2,
    id: 'board:b',
    conversationId: 'channel-a',
    version: 1,
    shownVersion: 0,
    state: 'wanted',
    open: 0,
    lines: [],
    attempts: 0,
  };
}

const kept = Object.entries(KINDS) as readonly (readonly [DocumentKind, Kept<DocumentKind>])[];
const mentions = (document: Document | undefined): boolean =>
  /bbbbbbbb-0000-4000-8000-000000000001|Gone Person|29:gone/i.test(JSON.stringify(document));

it.each(kept)('%s holds people only where they can be forgotten', async (kind, { document, people }) => {
  expect(mentions(document)).toBe(people === 'forget');
  const stand = await taskStand();
  try {
    await put(stand.ports, document);
    const before = await keptOfPerson(stand.ports, PERSON.id);
    await forgetPerson(stand.ports, PERSON.id);
    const stored = await stand.ports.store.read(kind, document.id);

    expect(Object.values(before).filter((count) => count === 1).length).toBe(people === 'forget' ? 1 : 0);
    expect(mentions(stored?.document)).toBe(false);
    if (people === 'nobody') expect(stored?.document).toEqual(document);
  } finally {
    await stand.close();
  }
});

it.each(kept.filter(([, { ended }]) => ended !== undefined))('%s expires when it has ended', (_kind, { ended }) => {
  expect(ended).toHaveProperty('ttl', expect.any(Number));
});
