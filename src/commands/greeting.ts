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
  build: (reading) => (reading.match.cost > 0.9 ? undefined : { name: 'greeting' }),
};
