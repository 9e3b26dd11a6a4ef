import type { Command } from './command';
import { EVERYWHERE } from './command';
import { frames } from './frame';

/** how fresh are your data | status of the sources | are you working */
export const health: Command = {
  name: 'health',
  help: 'help.health',
  summary: 'Says how fresh the data are and whether the sources answer.',
  scopes: EVERYWHERE,
  listed: false,
  cues: ['fresher', 'bothealth'],
  frames: [
    ...frames(['fresher bothealth?', 'bothealth fresher', 'status bothealth', 'bothealth status'], { cost: 0.1 }),
    ...frames(['bothealth', '(check|show) bothealth'], { cost: 0.4 }),
  ],
  examples: {
    en: ['how fresh are your data?', 'status of the sources'],
    de: ['wie aktuell sind deine Daten?', 'Status der Quellen'],
    fr: ['tes données sont-elles à jour ?', 'état des sources'],
    es: ['¿qué tan actuales son tus datos?', 'estado de las fuentes'],
    nl: ['hoe actueel zijn je gegevens?', 'status van de bronnen'],
  },
  build: () => ({ name: 'health' }),
};
