import type { Command, Reading } from './command';
import { EVERYWHERE } from './command';
import { frames } from './frame';
import type { Intent } from './intent';

/** which names have you learned | forget the name NAME */
export const names: Command = {
  name: 'names',
  help: 'help.names',
  summary: 'Lists the names the bot has learned, or forgets one.',
  scopes: EVERYWHERE,
  listed: false,
  cues: ['forget', 'learned'],
  frames: [
    ...frames(['forget name NAME', 'forget NAME'], { tag: 'forget', cost: 0.2 }),
    ...frames(['names learned', 'learned names'], { tag: 'list', cost: 0.1 }),
  ],
  examples: {
    en: ['which names have you learned?', 'forget the name {name}'],
    de: ['welche Namen hast du gelernt?', 'vergiss den Namen {name}'],
    fr: ['quels noms as-tu appris ?', 'oublie le nom {name}'],
    es: ['¿qué nombres has aprendido?', 'olvida el nombre {name}'],
    nl: ['welke namen heb je geleerd?', 'vergeet de naam {name}'],
  },
  build,
};

function build(reading: Reading): Intent | undefined {
  if (reading.tag === 'list') return { name: 'names' };
  const forget = reading.name('NAME');
  return forget === undefined ? undefined : { name: 'names', forget };
}
