import type { Command } from './command';
import { EVERYWHERE } from './command';
import { frames } from './frame';

/** undo | undo that last mapping | take that back */
export const undo: Command = {
  name: 'undo',
  help: 'help.undo',
  summary: 'Takes your last change back.',
  scopes: EVERYWHERE,
  listed: true,
  cues: ['undo', 'undothat'],
  frames: frames(['undo (mapping|mapped|history)?', 'undothat undo?', 'undo undo mapping?']),
  examples: {
    en: ['undo', 'undo that last mapping', 'take that back'],
    de: ['rückgängig', 'mach das rückgängig'],
    fr: ['annuler', 'annule la dernière modification'],
    es: ['deshacer', 'deshaz el último cambio'],
    nl: ['ongedaan maken', 'maak dat ongedaan'],
  },
  build: () => ({ name: 'undo' }),
};
