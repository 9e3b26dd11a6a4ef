import type { Command, Reading } from './command';
import { EVERYWHERE } from './command';
import { frames } from './frame';
import type { Intent } from './intent';

/**
 * unmap NAME | remove the mapping of NAME | unlink NAME from B
 */
export const unmap: Command = {
  name: 'unmap',
  help: 'help.unmap',
  summary: 'Takes a mapping back, so that the account is open again.',
  scopes: EVERYWHERE,
  listed: false,
  cues: ['unmap'],
  frames: [
    ...frames([
      'unmap NAME from B',
      'unmap NAME',
      '(remove|undo|stop) mapping NAME',
      '(remove|undo|stop) NAME mapping',
      '(unmap|remove) mapping NAME (from|to) B',
    ]),
    ...frames(
      [
        'NAME unmap',
        'unmap NAME to B',
        '(remove|undo) NAME (from|to) B',
        'mapping NAME (remove|undo|unmap)',
        'NAME mapping (remove|undo)',
        '(mapped|map) NAME (remove|undo) mapping',
      ],
      { cost: 0.25 },
    ),
  ],
  examples: {
    en: ['unmap {name}', 'remove the mapping of {name}'],
    de: ['hebe die Zuordnung von {name} auf', 'entferne die Zuordnung von {name}'],
    fr: ['dissocie {name}', "supprime l'association de {name}"],
    es: ['desasigna {name}', 'quita la asignación de {name}'],
    nl: ['ontkoppel {name}', 'verwijder de koppeling van {name}'],
  },
  build,
};

const BETWEEN = new Set(['between', 'zwischen', 'entre', 'tussen']);

function build(reading: Reading): Intent | undefined {
  const companies = reading.companies();
  const part = reading.part('NAME');
  if (!companies || !part) return undefined;
  // "the mapping between A and B": the account comes first.
  const between = BETWEEN.has(reading.sentence.tokens[part.start - 1]?.fold ?? '');
  return { name: 'unmap', companies: between ? companies.slice(0, 1) : companies };
}
