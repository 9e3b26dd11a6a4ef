import { LANGUAGES } from '../../src/domain/language';
import { understand } from '../../src/commands/understand';
import type { Intent } from '../../src/commands/intent';
import { createSpeech } from '../../src/views/words/speech';
import type { PhraseKey } from '../../src/views/words/speech';

/** Cards say what can be typed instead of clicking; it would be a poor joke if the bot did not understand it. */
const NAME = 'Contoso Maschinenbau';
const CUSTOMER = 'Accepted Payments GmbH';

const lines: readonly (readonly [PhraseKey, Intent])[] = [
  ['type.show', { name: 'show', companies: [NAME], what: 'overview' }],
  ['type.status', { name: 'status', companies: [NAME] }],
  ['type.map', { name: 'map', account: NAME, customer: CUSTOMER }],
  ['type.unmap', { name: 'unmap', companies: [NAME] }],
  ['type.history', { name: 'history', companies: [NAME] }],
  ['type.invite-blank', { name: 'invite_link' }],
  ['type.watch', { name: 'watch', companies: [NAME] }],
  ['type.unwatch', { name: 'unwatch', companies: [NAME] }],
  ['type.watches', { name: 'watches' }],
  ['type.invited', { name: 'invited', companies: [NAME] }],
  ['type.invitations', { name: 'invitations' }],
  ['type.endings', { name: 'endings', span: { named: 'this_month' } }],
  ['type.uninvite', { name: 'uninvite', companies: [NAME] }],
  ['type.accepted', { name: 'list', what: 'accepted', period: 'this_week' }],
  ['type.history-week', { name: 'history', period: 'this_week' }],
  ['type.subscriptions', { name: 'show', companies: [NAME], what: 'subscriptions' }],
  ['type.admin-ends', { name: 'list', what: 'accepted' }],
  ['type.list', { name: 'list', what: 'unmapped' }],
  ['type.settings', { name: 'settings' }],
  ['type.announce', { name: 'settings', topic: 'notifications', value: 'on' }],
  ['type.help', { name: 'help' }],
  ['type.health', { name: 'health' }],
];

describe.each(LANGUAGES)('the lines to type in %s', (language) => {
  it.each(lines)('%s is understood', (key, intent) => {
    const line = createSpeech(language).say(key, { name: NAME, customer: CUSTOMER });
    expect([line, understand(line, { locale: language })]).toMatchObject([line, { outcome: 'understood', intent }]);
  });
});
