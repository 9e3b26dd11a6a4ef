import type { Command, Reading } from './command';
import { EVERYWHERE } from './command';
import { frames } from './frame';
import type { Intent } from './intent';

/**
 * stop watching NAME | unwatch NAME | no more notifications for NAME | stop all my watches
 */
export const unwatch: Command = {
  name: 'unwatch',
  help: 'help.unwatch',
  summary: 'Stops a watch, or all of yours.',
  scopes: EVERYWHERE,
  listed: false,
  cues: ['unwatch'],
  frames: [
    ...frames(
      [
        'unwatch all',
        'stop all (watches|watch)',
        '(stop|nomore) (watches|watch) all',
        'unwatch all watches?',
        'nomore watches all',
        'stop iam all? watches',
        'unwatch iam all? watches',
        'all watches (stop|remove|unwatch)',
        'remove all watches',
      ],
      { tag: 'all' },
    ),
    ...frames([
      'unwatch NAME watches?',
      '(stop|nomore) (watch|watches|notify|notifications|tellme) about? NAME nomore?',
      '(stop|nomore) NAME (watch|watches|notifications)',
      '(stop|nomore) (notify|tellme|watches|notifications) when NAME aux? (accept|acceptnow|appear)',
      'NAME stop watch',
      'stop watch (accept|invite) NAME',
    ]),
    ...frames(
      [
        'stop NAME unwatch',
        'NAME unwatch',
        'watch NAME nomore',
        'NAME nomore (watch|notify|notifications|watches) nomore?',
        'NAME (watch|notify|notifications|watches) nomore',
      ],
      { cost: 0.3 },
    ),
  ],
  examples: {
    en: ['stop watching {name}', 'unwatch {name}', 'stop all my watches'],
    de: ['beobachte {name} nicht mehr', 'alle Beobachtungen beenden'],
    fr: ['ne surveille plus {name}', 'arrête toutes mes alertes'],
    es: ['deja de vigilar {name}', 'cancela todas mis alertas'],
    nl: ['stop met volgen van {name}', 'stop al mijn meldingen'],
  },
  build,
};

function build(reading: Reading): Intent | undefined {
  if (reading.tag === 'all') return { name: 'unwatch', all: true };
  const companies = reading.companies();
  return companies ? { name: 'unwatch', companies } : undefined;
}
