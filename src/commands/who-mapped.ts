import type { Command, Reading } from './command';
import { EVERYWHERE } from './command';
import { frames } from './frame';
import type { Intent } from './intent';

/** who mapped NAME | who linked NAME to B */
export const whoMapped: Command = {
  name: 'who_mapped',
  help: 'help.who_mapped',
  summary: 'Says who mapped an account, when, and on what evidence.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [
    ...frames([
      'who mapped NAME (to|from|onto) B',
      'who mapped NAME',
      'who NAME mapped',
      'when NAME mapped',
      'who mapping NAME',
      'who NAME mapping',
    ]),
    ...frames(
      [
        'NAME mapped who',
        'NAME mapping who',
        'mapping NAME who',
        'mapped NAME who',
        'who undo? mapped (accept|map) NAME',
        'who mapped accept NAME',
        'who accept NAME (mapping|link)',
      ],
      { cost: 0.2 },
    ),
  ],
  examples: {
    en: ['who mapped {name}?', 'who linked {name} and when?'],
    de: ['wer hat {name} zugeordnet?'],
    fr: ['qui a associé {name} ?'],
    es: ['¿quién asignó {name}?'],
    nl: ['wie heeft {name} gekoppeld?'],
  },
  build,
};

/** "Somebody mapped X" tells; it does not ask. */
const ANYBODY = new Set(['someone', 'somebody', 'anyone', 'anybody', 'jemand', 'alguien', 'iemand', 'personne']);

function build(reading: Reading): Intent | undefined {
  const companies = reading.companies();
  const asked = reading.match.parts.find((part) => part.concept === 'who');
  if (asked && ANYBODY.has(reading.sentence.tokens[asked.start]?.fold ?? '')) return undefined;
  return companies ? { name: 'who_mapped', companies } : undefined;
}
