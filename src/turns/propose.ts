import type { Intent } from '../commands/intent';
import { companiesOf } from '../commands/no-names';
import { typedLine } from '../commands/typed-line';
import type { Understanding } from '../commands/understand';
import type { Reply } from '../turn';
import { isWatched } from '../tasks/watch-company';
import { proposalView, typeAction } from '../views/talk/proposal';
import { askerOf } from './asker';
import { deedsOfIntent, refusalOf, refuse } from './gate';
import { dayNow, say } from './here';
import type { Here } from './here';
import { toldAbout } from './told';

/** What is done at once when it is asked for. All other changes are questions with a card of their own. */
const AT_ONCE: ReadonlySet<string> = new Set([
  'watch',
  'unwatch',
  'settings',
  'assign',
  'unassign',
  'request',
  'snooze',
  'wake',
  'mute',
  'unmute',
]);

/** Whoever watches none of these is told so; there is nothing to ask about. */
function isNoWatch({ ports, person }: Here, intent: Intent): boolean {
  if (intent.name !== 'unwatch') return false;
  const queries = 'companies' in intent ? intent.companies : [undefined];
  return !queries.some((query) => isWatched(ports, person, query));
}

/** The line on the button means the same day whenever it is clicked. */
function onItsDay(here: Here, intent: Intent): Intent {
  if (intent.name !== 'snooze' || intent.until === undefined) return intent;
  return { ...intent, until: dayNow(here, intent.until) };
}

/** The question whether a change is wanted that was not said plainly; undefined for all else. */
export function propose(
  here: Here,
  heard: Extract<Understanding, { readonly outcome: 'understood' }>,
): Reply | undefined {
  const { intent, proposed } = heard;
  if (proposed !== true || !AT_ONCE.has(intent.name) || isNoWatch(here, intent)) return undefined;
  const line = typedLine(onItsDay(here, intent), here.speech.language);
  if (line === undefined) return undefined;
  const refusal = refusalOf(here, deedsOfIntent(intent, here));
  if (refusal !== undefined) return refuse(here, refusal);
  // A yes is the click on the button that would type the line.
  const about = companiesOf(intent).map((name) => ({ name }));
  return say(proposalView(line, here.speech, askerOf(here)), toldAbout(intent, about, typeAction(line, askerOf(here))));
}
