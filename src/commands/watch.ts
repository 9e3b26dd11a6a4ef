import type { Command, Reading } from './command';
import { EVERYWHERE } from './command';
import { frames } from './frame';
import type { Intent } from './intent';

/**
 * watch NAME | notify me when NAME accepts | tell me once NAME has accepted
 */
export const watch: Command = {
  name: 'watch',
  help: 'help.watch',
  summary: 'Tells you once, personally, when a company accepts.',
  scopes: EVERYWHERE,
  listed: true,
  cues: ['watch', 'notify'],
  frames: [
    ...frames(
      [
        'watch NAME (accept|invite|watch)?',
        '(notify|tellme) when NAME aux? (accept|acceptnow|appear) invite?',
        'when NAME aux? (accept|acceptnow|appear) invite? (notify|tellme)',
        '(notify|tellme) if NAME (acceptnow|appear)',
        'notify about NAME',
        '(notify|tellme) when (accept|acceptnow) NAME',
      ],
      { cost: -0.4 },
    ),
    ...frames(
      [
        'watch when NAME aux? (accept|acceptnow)',
        'watch NAME when aux? (accept|acceptnow)',
        'notify NAME (acceptnow|appear)',
        'if NAME (acceptnow|appear) (notify|tellme)',
        'set? NAME watch',
        'watch status NAME',
        'watch (accept|invite) NAME',
        '(notify|tellme) when status NAME',
        'watch NAME notify when? (accept|acceptnow|appear)?',
        '(notify|tellme) when NAME',
      ],
      { cost: 0.2 },
    ),
  ],
  examples: {
    en: ['watch {name}', 'notify me when {name} accepts', 'keep an eye on {name}'],
    de: ['beobachte {name}', 'sag mir Bescheid, wenn {name} annimmt'],
    fr: ['surveille {name}', 'préviens-moi quand {name} accepte'],
    es: ['vigila {name}', 'avísame cuando {name} acepte'],
    nl: ['volg {name}', 'laat me weten wanneer {name} accepteert'],
  },
  build,
};

function build(reading: Reading): Intent | undefined {
  const companies = reading.companies();
  if (isPast(reading) || isListing(reading)) return undefined;
  return companies ? { name: 'watch', companies } : undefined;
}

/** "Check the following customers: X": what follows is a list. */
function isListing({ sentence, match }: Reading): boolean {
  const cue = match.parts.find((part) => part.concept === 'watch');
  return (
    cue !== undefined &&
    sentence.tokens[cue.start]?.fold === 'following' &&
    sentence.tokens[cue.start - 1]?.fold === 'the'
  );
}

/** "tell me when X accepted" asks for a date; "tell me when X has accepted" asks for a watch. */
function isPast(reading: Reading): boolean {
  const { sentence, match } = reading;
  const when = match.parts.find((part) => part.concept === 'when');
  const done = match.parts.findLast((part) => part.concept === 'accept');
  const told = match.parts.some((part) => part.concept === 'tellme');
  if (!when || !done || !told || sentence.tokens[when.start]?.fold !== 'when') return false;
  if (!/ed$/.test(sentence.tokens[done.start]?.fold ?? '')) return false;
  const between = sentence.tokens.slice(when.end, done.start).map((token) => token.fold);
  return !between.some((word) => ['has', 'have', 'is', 'are', 'gets', 'get', 'been', 'finally'].includes(word));
}
