import type { AccountRecord } from '../../src/domain/account';
import type { ConversationRecord } from '../../src/domain/documents';
import { holdPost, UNTRIED } from '../../src/domain/post';
import { DAY, HOUR } from '../../src/domain/time';
import { tellAnnounced } from '../../src/tasks/tell-announced';
import { announcedView } from '../../src/views/account/announced';
import { createSpeech } from '../../src/views/words/speech';
import { account, T0 } from '../builders';
import { conversation, put, taskStand } from './stand';
import type { TaskStand } from './stand';

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

const came = T0 + HOUR;
const since = (basis: 'event' | 'before-first-look') => ({ state: 'accepted', since: { at: came, basis } });
const open = (news: Partial<AccountRecord> = {}): AccountRecord => {
  const fresh = account({ tell: ['channel-a'], at: came, writesBack: false });
  return { ...fresh, acceptance: { ...fresh.acceptance, reseller: since('event') as never }, ...news };
};
const [notice] = open().notices;
const inBurst = holdPost(notice!, came, 'burst');
const burst = { key: 'k', of: 'burst' as const, since: came, says: '', version: 1, post: UNTRIED };
const quiet = { on: true, from: '00:00', to: '23:00' };

it.each<[string, AccountRecord, Partial<ConversationRecord>, string]>([
  [
    'by a card',
    open({ notices: [{ ...notice!, state: 'posted', messageId: 'm', postedAt: came + 1, shownVersion: 1 }] }),
    {},
    'card',
  ],
  [
    'with others',
    open({ notices: [{ ...notice!, state: 'dropped', gathered: { in: 'k', at: came } }] }),
    {},
    'gathered',
  ],
  [
    'with the others of a burst',
    open({ notices: [{ ...inBurst, state: 'dropped', gathered: { in: 'k', at: came } }] }),
    { gatherings: [{ ...burst, post: { ...burst.post, state: 'posted', messageId: 'm' } }] },
    'burst',
  ],
  [
    'with the others of a burst, long ago',
    open({ notices: [{ ...inBurst, state: 'dropped', gathered: { in: 'k', at: came } }] }),
    {},
    'burst',
  ],
  [
    'with the others of a burst, not sent yet',
    open({ notices: [{ ...inBurst, state: 'dropped', gathered: { in: 'k', at: came } }] }),
    { gatherings: [burst] },
    'waits',
  ],
  ['beyond the cards of an hour', open({ notices: [inBurst] }), {}, 'waits'],
  [
    'with others, not sent yet',
    open({ notices: [{ ...notice!, state: 'dropped', gathered: { in: 'k', at: came } }] }),
    { gatherings: [{ ...burst, of: 'quiet' }] },
    'waits',
  ],
  [
    'held in quiet hours',
    open({ notices: [holdPost(notice!, came)] }),
    { settings: { notifications: true, quiet } },
    'quiet',
  ],
  ['on its way', open(), {}, 'waits'],
  ['its message was gone', open({ notices: [{ ...notice!, state: 'dropped' }] }), {}, 'dropped'],
  ['muted', open({ notices: [] }), { settings: { notifications: false } }, 'muted'],
  ['another provider', open({ notices: [] }), { settings: { notifications: true, hears: ['other'] } }, 'routing'],
  ['the bot may not speak', open({ notices: [] }), { state: 'paused' }, 'closed'],
  ['announced here only later', open({ notices: [] }), { since: came + DAY }, 'later'],
  [
    'there before we looked',
    { ...open({ notices: [] }), acceptance: { ...open().acceptance, reseller: since('before-first-look') as never } },
    {},
    'before-us',
  ],
  [
    'mapped in Work 365',
    open({
      notices: [],
      mapping: {
        state: 'mapped',
        customer: { id: 'c', name: 'C' },
        decisionId: 'd',
        teaches: false,
        by: { kind: 'work365' },
        at: came,
      },
    }),
    {},
    'mapped-already',
  ],
  ['no reason on record', open({ notices: [] }), {}, 'unknown'],
])('says why: %s', async (_, record, news, rule) => {
  const place = conversation(news);
  await put(stand.ports, place, record);
  const answer = tellAnnounced(stand.ports, record, place);
  expect(answer.here.rule).toBe(rule);
  for (const language of ['en', 'de', 'fr', 'es', 'nl'] as const)
    expect(announcedView(answer, createSpeech(language, { timeZone: 'UTC' })).text).toContain(record.tenant.name);
});

it('names the other channels that were told, and no chat of anybody', async () => {
  const posted = { state: 'posted', messageId: 'm', postedAt: came, shownVersion: 1 } as const;
  const record = open({
    notices: ['channel-b', 'own'].map((id) => ({ ...notice!, ...posted, id, conversationId: id })),
  });
  const here = conversation({ settings: { notifications: false } });
  await put(
    stand.ports,
    here,
    conversation({ conversationId: 'channel-b', id: 'conversation:channel-b', teamName: 'Sales', name: 'General' }),
    conversation({ conversationId: 'own', id: 'conversation:own', type: 'personal', personName: 'Ana' }),
    record,
  );
  const { text } = announcedView(tellAnnounced(stand.ports, record, here), createSpeech('en', { timeZone: 'UTC' }));
  expect(text).toContain('New accounts are not announced here.');
  expect(text).toContain('It was announced in Sales › General on');
  expect(text).not.toContain('Ana');
});

it('does not say that a channel was told whose message of several is still owed', async () => {
  const record = open({
    notices: [{ ...inBurst, state: 'dropped', gathered: { in: 'k', at: came }, conversationId: 'channel-b' }],
  });
  const there = { conversationId: 'channel-b', id: 'conversation:channel-b', teamName: 'Sales', name: 'General' };
  const here = conversation();
  await put(stand.ports, here, record);
  const told = (news: Partial<ConversationRecord>): number => {
    stand.ports.register.apply(conversation({ ...there, ...news }));
    return tellAnnounced(stand.ports, record, here).elsewhere.length;
  };

  expect(told({ gatherings: [burst] })).toBe(0);
  expect(told({ gatherings: [{ ...burst, post: { ...burst.post, state: 'posted', messageId: 'm' } }] })).toBe(1);
});
