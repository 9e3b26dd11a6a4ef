import type { Command } from './command';
import { EVERYWHERE } from './command';
import { frames } from './frame';

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
  build: (reading) => (reading.match.cost > 0.9 ? undefined : { name: 'thanks' }),
};
