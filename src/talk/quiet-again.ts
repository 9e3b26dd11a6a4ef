import type { Intent } from '../commands/intent';
import { quietSaid } from '../commands/quiet-said';
import { zoneNamed } from '../commands/zone-said';
import type { Language } from '../domain/language';
import type { QuietWanted } from '../domain/quiet';
import type { CarriedOn, TalkHearing } from './carry-on';
import { asFilled, intentOf } from './commands';

/** What is said of quiet hours, or of a pause, that were just asked for: "no, from 8", "and on Fridays", "Berlin time". */

const FEW = 9;
/** A sentence with a gap, for hours of every day, and for a pause. */
const FRAMES: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['quiet hours {}', 'quiet {}'],
  de: ['Ruhezeit {}', 'Ruhe {}'],
  fr: ['heures calmes {}', 'silence {}'],
  es: ['horas de silencio {}', 'silencio {}'],
  nl: ['stille uren {}', 'stilte {}'],
};
/** "And not on weekends": nothing is to be said then, too. */
const NOT =
  /^(?:not|nothing|nicht|nichts|keine|pas|rien|no|nada|niet|niets)(?: (?:also|auch|either|non plus|tampoco|ook))? /iu;

export function quietAgain({ memory, core, vocabulary, spoken }: TalkHearing): CarriedOn | undefined {
  const before = intentOf(memory?.command);
  if (before?.name !== 'settings' || before.topic !== 'quiet' || core.words.length > FEW) return undefined;
  const { heard } = spoken;
  if (heard.outcome === 'understood' && heard.intent.name !== 'settings' && heard.intent.name !== 'status')
    return undefined;
  const zone = zoneNamed(core.text);
  if (zone !== undefined) return carried({ ...before, zone }, vocabulary.language);
  if (heard.outcome === 'understood' && (heard.intent.name === 'status' || saysQuiet(heard.intent))) return undefined;
  const said = anew(core.text.replace(NOT, ''), vocabulary.language, before.quiet);
  if (said === undefined) return undefined;
  const adds = core.carried && said.days !== undefined ? ({ adds: true } as const) : {};
  return carried({ ...before, quiet: { ...said, ...adds } }, vocabulary.language);
}

function saysQuiet(intent: Intent): boolean {
  return intent.name === 'settings' && intent.topic === 'quiet' && intent.quiet !== undefined;
}

function anew(text: string, language: Language, before: QuietWanted | undefined): QuietWanted | undefined {
  const [hours, pause] = FRAMES[language];
  const frames = before?.pause === undefined ? [hours, pause] : [pause, hours];
  for (const frame of frames) {
    const { intent } = quietSaid(frame.replace('{}', text)) ?? {};
    const quiet = intent?.name === 'settings' ? intent.quiet : undefined;
    if (quiet !== undefined && quiet.on !== false) return { ...quiet, ...evening(quiet, before) };
  }
  return undefined;
}

/** "From 8" instead of six in the evening is eight in the evening. */
function evening({ from }: QuietWanted, before: QuietWanted | undefined): Pick<QuietWanted, 'from'> {
  if (from === undefined || before?.from === undefined || before.from < '12:00' || from >= '12:00') return {};
  const [hour = '0', minute = '00'] = from.split(':');
  return { from: `${Number(hour) + 12}:${minute}` };
}

function carried(intent: Intent, language: Language): CarriedOn {
  return { carried: 'understood', heard: asFilled(intent, language) };
}
