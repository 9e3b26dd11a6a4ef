import type { Command } from './command';
import { EVERYWHERE } from './command';
import { frames } from './frame';

const TOLD = new Set(['said', 'say', 'says', 'tell']);

/** thanks | thank you, that helped */
export const thanks: Command = {
  name: 'thanks',
  help: 'help.thanks',
  summary: 'Says you are welcome.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: frames(['greeting? thanks thanks? thanks?']),
  examples: {
    en: ['thanks', 'thank you very much!'],
    de: ['danke', 'vielen Dank!'],
    fr: ['merci', 'merci beaucoup !'],
    es: ['gracias', '¡muchas gracias!'],
    nl: ['bedankt', 'dank je wel!'],
  },
  build: (reading) => {
    // "Tell Anna that I said thanks" is for Anna.
    const told = reading.sentence.tokens.some((token) => TOLD.has(token.fold));
    return reading.match.cost > 0.9 || told ? undefined : { name: 'thanks' };
  },
};
