import type { Concept } from './concept';
import type { Command, Reading } from './command';
import { EVERYWHERE } from './command';
import { frame, frames } from './frame';
import type { Intent, IntentName } from './intent';

/** What a question about the use of the bot can be about, most telling word first. */
const TOPICS: readonly (readonly [Concept, IntentName])[] = [
  ['undo', 'undo'],
  ['undothat', 'undo'],
  ['unwatch', 'unwatch'],
  ['unmap', 'unmap'],
  ['unmapped', 'list'],
  ['watches', 'watches'],
  ['watch', 'watch'],
  ['notify', 'watch'],
  ['digest', 'settings'],
  ['settings', 'settings'],
  ['notifications', 'settings'],
  ['mute', 'settings'],
  ['language', 'settings'],
  ['langname', 'settings'],
  ['subscriptions', 'show'],
  ['licences', 'show'],
  ['users', 'show'],
  ['history', 'history'],
  ['map', 'map'],
  ['mapped', 'map'],
  ['mapping', 'map'],
  ['invite', 'invite_link'],
  ['pending', 'list'],
  ['accept', 'status'],
  ['status', 'status'],
  ['check', 'status'],
  ['list', 'list'],
];

/** help | what can you do | how do I map an account */
export const help: Command = {
  name: 'help',
  help: 'help.help',
  summary: 'Says what the bot can do, or how one thing is done.',
  scopes: EVERYWHERE,
  listed: true,
  cues: ['help', 'howto'],
  frames: [
    ...frames(['help (cando|help)?', 'cando (help|cando)?']),
    frame(
      'howto (map|mapped|mapping|unmap|unmapped|undo|watch|unwatch|watches|notify|digest|settings|notifications|mute|invite|history|language|subscriptions|licences|users) REST?',
      { tag: 'topic', cost: 0.1 },
    ),
    frame('howto (pending|accept|status|check|link|list|show|remove|on|off)? REST', { tag: 'weak', cost: 0.9 }),
    frame(
      'help (map|mapped|mapping|unmap|unmapped|undo|watch|unwatch|watches|notify|digest|settings|notifications|mute|invite|history|language)',
      { tag: 'topic', cost: 0.1 },
    ),
    frame('(map|mapping|unmap|undo|watch|digest|settings|notifications|invite|history) help', {
      tag: 'topic',
      cost: 0.1,
    }),
  ],
  examples: {
    en: ['help', 'what can you do?', 'how do I map an account?'],
    de: ['Hilfe', 'was kannst du?', 'wie ordne ich ein Konto zu?'],
    fr: ['aide', 'que sais-tu faire ?', 'comment associer un compte ?'],
    es: ['ayuda', '¿qué puedes hacer?', '¿cómo asigno una cuenta?'],
    nl: ['help', 'wat kun je?', 'hoe koppel ik een account?'],
  },
  build,
};

const HOW_MANY = new Set(['many', 'much', 'viele', 'viel', 'oft', 'often']);

function build(reading: Reading): Intent | undefined {
  if (reading.tag === '') return { name: 'help' };
  const how = reading.match.parts.find((part) => part.concept === 'howto');
  if (how && HOW_MANY.has(reading.sentence.tokens[how.end]?.fold ?? '')) return undefined;
  const topic = topicOf(reading);
  if (reading.sentence.has('langname') && !saysSwitch(reading)) return undefined;
  if (topic === undefined) return undefined;
  return { name: 'help', topic };
}

/** "How do you say hello in Dutch?" is no question about the bot's language. */
function saysSwitch({ sentence }: Reading): boolean {
  const verbs = ['set', 'language', 'on', 'settings'] as const;
  return verbs.some((concept) => sentence.has(concept)) || /\b(?:speak|answer|reply)\b/i.test(sentence.text);
}

function topicOf(reading: Reading): IntentName | undefined {
  return TOPICS.find(([concept]) => reading.sentence.has(concept))?.[1];
}
