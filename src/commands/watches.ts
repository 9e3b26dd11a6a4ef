import type { Command } from './command';
import { EVERYWHERE } from './command';
import { frames } from './frame';

/** what am I watching | my watches */
export const watches: Command = {
  name: 'watches',
  help: 'help.watches',
  summary: 'Lists what you are watching.',
  scopes: EVERYWHERE,
  listed: false,
  cues: ['watches'],
  frames: frames(
    [
      '(list|show|who) iam (watch|watches)',
      'iam watches',
      '(list|show) watches',
      'iam (watch|watches) (who|list)',
      '(who|list) watches',
    ],
    { cost: 0.1 },
  ),
  examples: {
    en: ['what am I watching?', 'my watches'],
    de: ['was beobachte ich?', 'meine Beobachtungen'],
    fr: ['mes alertes', 'quelles sont mes alertes ?'],
    es: ['mis alertas', '¿qué estoy vigilando?'],
    nl: ['mijn meldingen', 'wat volg ik?'],
  },
  build: () => ({ name: 'watches' }),
};
