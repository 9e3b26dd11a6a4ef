import { commandTable } from '../../src/commands/table';
import type { IntentName } from '../../src/commands/intent';
import { actionData, VERBS } from '../../src/actions/action';
import type { Action, Verb } from '../../src/actions/action';
import { accountId } from '../../src/domain/account';
import { SENDER_KINDS } from '../../src/domain/sender';
import type { SenderKind } from '../../src/domain/sender';
import { policyRows } from '../../src/policy/policy';
import phrases from '../../src/views/phrases/en.json';
import { cardOf, CHANNEL, setStage, TEAM, TENANT, textOf } from './stage';
import { ELSEWHERE, idOf, sender } from './senders';
import type { Someone, Stage, Where } from './stage';

/** The whole table of who may do what, through the real door, with real tokens. */

/** A kind has as many people as there are turns, so that nobody asks for more than one person may. */
const PEOPLE = 60;
const idsOf = (kind: SenderKind) => Array.from({ length: PEOPLE }, (_, n) => idOf(kind, n));

let turns = 0;
const next = (kind: SenderKind): Someone => sender(kind, (turns += 1) % PEOPLE);

const REFUSALS = Object.entries(phrases)
  .filter(([key]) => key.startsWith('refused.') && !/customer-gone|account-gone|\.ask/.test(key))
  .map(([, sentence]) => sentence);

let stage: Stage;
let place = 0;
/** A conversation of its own for each turn: Teams' limit for one conversation is none for this test. */
function chat(): Where {
  return {
    conversation: { id: `a:chat-${(place += 1)}`, conversationType: 'personal' },
    channelData: { tenant: { id: TENANT } },
  };
}

beforeAll(async () => {
  stage = await setStage({
    production: true,
    env: {
      ADMINS: idsOf('administrator').join(','),
      MAPPERS: idsOf('mapper').join(','),
      APPROVED_TEAMS: TEAM,
      ALLOWED_TENANTS: `${TENANT},${ELSEWHERE}`,
    },
  });
  stage.connector.members(
    TEAM,
    (['administrator', 'mapper', 'reader', 'guest'] as const).flatMap((kind) =>
      Array.from({ length: PEOPLE }, (_, n) => sender(kind, n)),
    ),
  );
  await stage.send({ type: 'installationUpdate', action: 'add', from: sender('administrator', 0), ...CHANNEL });
});
afterAll(() => stage.close());

function isRefusal(words: string): boolean {
  return REFUSALS.some((sentence) => words.includes(sentence));
}

/** What the sender was told: nothing at all, a refusal, or an answer. */
function heard(words: string): 'silence' | 'refusal' | 'answer' {
  if (words === '') return 'silence';
  return isRefusal(words) ? 'refusal' : 'answer';
}

/** What is said in a chat; what the bot says elsewhere of its own accord at that time is no answer. */
const saidIn = ({ conversation }: Where): string[] =>
  stage.connector
    .messages()
    .filter((m) => m.conversationId === conversation.id)
    .map((m) => textOf(cardOf(m)) || (m.body.text ?? ''));

async function type(from: object, text: string): Promise<string> {
  const where = chat();
  const response = await stage.send({ type: 'message', text, from, ...where });
  expect(response.status).toBe(200);
  return saidIn(where).join('\n');
}

async function click(from: object, data: object): Promise<string> {
  const where = chat();
  const response = await stage.send({
    type: 'invoke',
    name: 'adaptiveCard/action',
    from,
    ...where,
    value: { action: { type: 'Action.Execute', verb: 'handshake', data }, trigger: 'manual' },
  });
  expect(response.status).toBe(200);
  const body: any = await response.json();
  const said = saidIn(where);
  const answered = typeof body.value === 'string' ? body.value : JSON.stringify(body.value ?? '');
  // An empty answer changes nothing on the screen.
  return [
    ...said,
    body.type === 'application/vnd.microsoft.activity.message' || said.length === 0 ? answered : '',
  ].join('');
}

function expected(kind: SenderKind, deed: string): 'silence' | 'refusal' | 'answer' {
  if (kind === 'bot') return 'silence';
  const row = policyRows().find((one) => one.deed === deed);
  return row?.allowed.includes(kind) === true ? 'answer' : 'refusal';
}

/** One clear sentence for each intent. */
const TYPED: Readonly<Record<IntentName, string>> = {
  status: 'is Contoso accepted?',
  list: 'what is unmapped?',
  show: 'show Contoso',
  invite_link: 'give me the invitation link for Fabrikam',
  invited: 'we invited Zyxwv Industries on Monday',
  invitations: 'who has not answered?',
  endings: 'what ends this month?',
  uninvite: 'forget the invitation of Zyxwv Industries',
  watch: 'tell me when Zyxwv Industries accepts',
  unwatch: 'stop watching Zyxwv Industries',
  watches: 'what am I watching?',
  review: 'review',
  map: 'map Contoso to Contoso Limited',
  create: 'create the customer for Contoso',
  assign: "I'll take Contoso",
  unassign: "I'm not on Contoso any more",
  remind: 'remind me about Zyxwv Industries tomorrow',
  request: 'ask Zyxwv to take Contoso',
  snooze: 'snooze Contoso until Monday',
  wake: 'wake Contoso',
  announced: 'why was I not told about Contoso?',
  mute: 'mute Contoso here',
  unmute: 'unmute Contoso',
  unmap: 'unmap Litware',
  undo: 'undo',
  who_mapped: 'who mapped Litware?',
  history: 'history of Litware',
  export: 'export the mappings',
  report: 'how are we doing?',
  compare: 'compare with Work 365',
  settings: 'digest settings',
  names: 'which names have you learned?',
  health: 'how fresh are your data?',
  help: 'help',
  greeting: 'hello',
  thanks: 'thanks!',
};

const accountOf = (name: string): string =>
  accountId({
    providerId: stage.sandbox.settings['PARTNER_CENTER_TENANT_ID']!,
    tenantId: stage.sandbox.world.findTenant(name)!.tenantId,
  });

it('has a sentence for every intent', () => {
  expect(Object.keys(TYPED).sort()).toEqual(commandTable.map((command) => command.name).sort());
});

describe.each(SENDER_KINDS)('%s', (kind) => {
  it.each(Object.entries(TYPED))('asks %s', async (intent, text) => {
    expect([text, heard(await type(next(kind), text))]).toEqual([text, expected(kind, `ask ${intent}`)]);
  });

  it.each(VERBS)('clicks %s', async (verb) => {
    const answer = heard(await click(next(kind), actionData(clickOf(verb))));
    const want = expected(kind, `click ${verb}`);
    expect([verb, answer]).toEqual([verb, want]);
  });
});

function clickOf(verb: Verb): Action {
  const account = accountOf('Contoso Ltd');
  const clicks: { readonly [V in Verb]: Extract<Action, { verb: V }> } = {
    'pick': { verb: 'pick', accountId: account, customerId: 'nobody' },
    'ignore': { verb: 'ignore', accountId: 'account:a:b' },
    'reopen': { verb: 'reopen', accountId: 'account:a:b', seen: 'x' },
    'undo': { verb: 'undo', accountId: 'account:a:b', seen: 'x' },
    'search': { verb: 'search', accountId: account, query: 'contoso' },
    'account': { verb: 'account', accountId: account },
    'refresh': { verb: 'refresh', accountId: account },
    'refresh-shared': { verb: 'refresh-shared', accountId: account },
    'look-again': { verb: 'look-again', accountId: account },
    'ask-again': { verb: 'ask-again', query: 'Contoso' },
    'which': { verb: 'which', accountId: account, intent: 'status' },
    'list': { verb: 'list', what: 'unmapped', offset: 0 },
    'confirm-map': { verb: 'confirm-map', accountId: account, customerId: 'nobody' },
    'which-name': { verb: 'which-name', query: 'contoso', intent: 'status' },
    'which-customer': { verb: 'which-customer', accountId: account, customerId: 'nobody' },
    'watch': { verb: 'watch', query: 'Zyxwv Industries' },
    'watch-account': { verb: 'watch-account', accountId: account },
    'unwatch': { verb: 'unwatch', watchId: 'watch:a:b' },
    'watch-again': { verb: 'watch-again', queries: ['Zyxwv Industries'] },
    'watch-reply': { verb: 'watch-reply', watchId: 'watch:a:b', accountId: account, yes: true },
    'conflict': { verb: 'conflict', accountId: 'account:a:b', keep: 'theirs' },
    'choose-row': { verb: 'choose-row', accountId: 'account:a:b', rowId: 'nobody' },
    'forget-me': { verb: 'forget-me', sure: false },
    'approve-team': { verb: 'approve-team', teamId: 'nobody', yes: true },
    'forget-name': { verb: 'forget-name', accountId: account },
    'settings': { verb: 'settings', topic: 'digest', value: 'off' },
    'hear-of': { verb: 'hear-of', of: 'all', providers: [] },
    'route': {
      verb: 'route',
      ...{ countries: 'DE', countriesHow: 'only', letters: '', lettersHow: 'only', languages: [] },
      ...{ languagesHow: 'only', by: 'seats', rest: false },
    },
    'muting': { verb: 'muting', accounts: [], kinds: [] },
    'quiet': { verb: 'quiet', on: false },
    'review': { verb: 'review' },
    'review-save': { verb: 'review-save', rows: [{ accountId: account, asOf: 0 }], since: 0, done: 0 },
    'review-undo': { verb: 'review-undo', click: 'x', rows: [{ accountId: 'account:a:b', row: 0 }] },
    'compare': { verb: 'compare', offset: 0 },
    'create-form': { verb: 'create-form', accountId: account },
    // Of nobody: in this test nothing is to change.
    'create': { verb: 'create', accountId: 'account:a:b', asOf: 0, details: { name: 'x' } },
    'create-anyway': { verb: 'create-anyway', accountId: account, creationId: 'x', asOf: 0 },
    'create-give-up': { verb: 'create-give-up', accountId: account, creationId: 'x' },
    'assign': { verb: 'assign', accountId: 'account:a:b' },
    'unassign': { verb: 'unassign', accountId: account },
    'request': { verb: 'request', accountId: account, to: 'nobody' },
    'request-reply': { verb: 'request-reply', accountId: account, requestId: 'x', yes: true },
    'request-back': { verb: 'request-back', accountId: account, requestId: 'x' },
    'snooze': { verb: 'snooze', accountId: 'account:a:b', when: 'tomorrow' },
    'wake': { verb: 'wake', accountId: account },
    'holdings': { verb: 'holdings', accountId: account, what: 'subscriptions' },
    'invite': { verb: 'invite' },
    'invited': { verb: 'invited', company: 'Zyxwv Industries' },
    'invited-reply': { verb: 'invited-reply', invitationId: 'invitation:a', accountId: account, yes: true },
    'uninvite': { verb: 'uninvite', invitationId: 'invitation:a' },
    'invitations': { verb: 'invitations', offset: 0 },
    'watch-invited': { verb: 'watch-invited' },
    'follow-up': { verb: 'follow-up', invitationId: 'invitation:a' },
    'history': { verb: 'history', accountId: account },
    'names': { verb: 'names', offset: 0 },
    'decisions': { verb: 'decisions', offset: 0 },
    'report': { verb: 'report' },
    'export': { verb: 'export', what: 'mappings', format: 'csv' },
    'help': { verb: 'help' },
    'type': { verb: 'type', line: 'help' },
    'cancel': { verb: 'cancel' },
  };
  return clicks[verb];
}
