import type { Command, Reading } from './command';
import { EVERYWHERE } from './command';
import { frame, frames } from './frame';
import type { Intent } from './intent';
import { toPeriod } from './values';

/** history | history of NAME | what happened with NAME | what happened last week | why is NAME mapped to B */
export const history: Command = {
  name: 'history',
  help: 'help.history',
  summary: 'Tells the whole story of an account, or what was done in a period.',
  scopes: EVERYWHERE,
  listed: true,
  cues: ['history', 'happened', 'why'],
  frames: [
    ...frames(
      [
        '(history|happened) (to|about)? NAME history?',
        'NAME history',
        'show history NAME',
        'show NAME history',
        '(history|happened) about? NAME happened',
        'why NAME (mapped|mapping|pending|unmapped|accept) REST?',
      ],
      { tag: 'company' },
    ),
    ...frames(
      [
        'why NAME neg REST?',
        'why NAME REST',
        'why (mapped|map|unmap|unmapped|undo) NAME REST?',
        'NAME happened',
        'happened NAME accept',
      ],
      { tag: 'company', cost: 0.25 },
    ),
    frame('history', { cost: 0.05 }),
    ...frames(['(history|happened) period happened?', 'period (history|happened)', 'happened'], {
      tag: 'period',
      cost: 0.05,
    }),
    frame('list mapped period', { tag: 'period', cost: 0.1 }),
  ],
  examples: {
    en: ['history {name}', 'what happened with {name}?', 'what was done last week?', 'why is {name} mapped?'],
    de: ['Verlauf von {name}', 'was ist mit {name} passiert?', 'was wurde letzte Woche gemacht?'],
    fr: ['historique de {name}', "que s'est-il passé avec {name} ?", "qu'est-ce qui a été fait la semaine dernière ?"],
    es: ['historial de {name}', '¿qué pasó con {name}?', '¿qué se hizo la semana pasada?'],
    nl: ['geschiedenis van {name}', 'wat is er met {name} gebeurd?', 'wat is er vorige week gedaan?'],
  },
  build,
};

function build(reading: Reading): Intent | undefined {
  const companies = reading.companies();
  const period = toPeriod(reading.value('period') ?? reading.anywhere('period'));
  if (companies) return /\bwould\b/i.test(reading.sentence.text) ? undefined : { name: 'history', companies };
  if (reading.tag === 'company') return undefined;
  return period === undefined ? { name: 'history' } : { name: 'history', period };
}
