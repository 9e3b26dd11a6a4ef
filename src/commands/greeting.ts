import { timesIn } from './clock-time';
import type { Command } from './command';
import { EVERYWHERE } from './command';
import { frames } from './frame';

/** hi | good morning */
export const greeting: Command = {
  name: 'greeting',
  help: 'help.greeting',
  summary: 'Says hello.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: frames(['greeting greeting? greeting?']),
  examples: {
    en: ['hello', 'good morning!'],
    de: ['hallo', 'guten Morgen!'],
    fr: ['bonjour', 'salut !'],
    es: ['hola', '¡buenos días!'],
    nl: ['hallo', 'goedemorgen!'],
  },
  // "Every morning at 8" greets nobody.
  build: ({ match, sentence }) =>
    match.cost > 0.9 || timesIn(sentence.tokens).length > 0 ? undefined : { name: 'greeting' },
};
