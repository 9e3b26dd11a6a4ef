import { lineName } from '../parts/rows';
import healthCard from '../../../cards/health.json';
import type { Message } from '../../courier';
import type { Freshness } from '../../domain/answers';
import type { HealthAnswer } from '../../domain/health-answer';
import type { SignInHealth } from '../../domain/consent';
import type { LookedAtAll } from '../../domain/looked-at-all';
import { driftLines } from '../words/drift-words';
import { clean, shortName } from '../words/escape';
import { toMessage } from '../parts/parts';
import { isLackingPermission, permissionLines, withRemedy } from './permission-lines';
import { sentenceCase, sourceName, troubleWords } from '../words/source-words';
import type { Speech } from '../words/speech';
import { cardTemplate } from '../parts/template';
import { age, happenedAt, happenedOn, seenAt } from '../words/times';

const draw = cardTemplate(healthCard);
const LINES_SHOWN = 5;

interface Section {
  readonly title: string;
  readonly items: readonly { readonly text: string }[];
}

/** How fresh each source is, what is stuck, and what to do about it; `found` is what a look just now came to. */
export function healthView(answer: HealthAnswer, speech: Speech, found?: string): Message {
  const sections = healthSections(answer, speech);
  const good =
    answer.freshness.every(isWell) &&
    answer.failing.length + answer.unheard.length + answer.unrouted.count === 0 &&
    answer.unread.count === 0 &&
    answer.signIns.every(({ trouble }) => trouble === undefined) &&
    !isLackingPermission(answer.permissions) &&
    answer.unreachable.length + answer.stuck.length + answer.setup.length + answer.waitingTeams.length === 0 &&
    !answer.noAdministrators;
  const title = found ?? speech.say(good ? 'health.title.good' : 'health.title.trouble');
  const { accounts, customers, open } = answer;
  const counts = speech.say('health.counts', { accounts, customers, open: speech.number(open) });
  return toMessage(
    {
      draw,
      data: { kicker: speech.say('health.kicker'), title, counts, sections },
      summary: title,
      text: [
        title,
        counts,
        ...sections.flatMap((section) => [`${section.title}:`, ...section.items.map((item) => `- ${item.text}`)]),
      ],
    },
    speech,
  );
}

/** What came of looking at all sources again. */
export function lookedAtAllView({ isDone, changed, names, health }: LookedAtAll, speech: Speech): Message {
  const isTroubled = health.freshness.some(({ trouble }) => trouble !== undefined);
  if (isTroubled) return healthView(health, speech, speech.say('looked.trouble'));
  if (!isDone) return healthView(health, speech, speech.say('looked.reading'));
  const shown = names.map(shortName).join(', ');
  const more = changed > names.length ? `${shown}, …` : shown;
  return healthView(health, speech, speech.say('looked.found', { count: changed, names: more }));
}

function isWell({ trouble, asOf, overdue, leftOut, missing }: Freshness): boolean {
  return (
    trouble === undefined && asOf !== undefined && overdue !== true && leftOut === undefined && missing === undefined
  );
}

function healthSections(answer: HealthAnswer, speech: Speech): readonly Section[] {
  const { now } = answer;
  const sections = [
    section(
      'health.sources',
      answer.freshness.slice(0, 12).flatMap((part) => sourceLines(part, now, speech)),
      speech,
    ),
    section(
      'health.setup',
      answer.setup
        .slice(0, LINES_SHOWN)
        .map((trouble) => withRemedy(troubleWords(trouble, speech), trouble.remedy, speech)),
      speech,
    ),
    section(
      'health.signin',
      answer.signIns.slice(0, LINES_SHOWN).map((signIn) => signInLine(signIn, now, speech)),
      speech,
    ),
    section(
      'health.jobs',
      answer.failing
        .slice(0, LINES_SHOWN)
        .map(({ job, reason, remedy, since }) =>
          withRemedy(
            speech.say('health.job-line', { job: clean(job, 60), reason, since: happenedAt(since, speech) }),
            remedy,
            speech,
          ),
        ),
      speech,
    ),
    section(
      'health.unheard',
      [
        ...answer.unheard.map((name) => speech.say('health.unheard-line', { provider: shortName(name) })),
        ...unroutedLines(answer.unrouted, speech),
      ],
      speech,
    ),
    section('health.rehearsal', rehearsalLines(answer.rehearsal, speech), speech),
    section('health.drift', driftHealthLines(answer.drift, speech), speech),
    section('health.permissions', permissionLines(answer.permissions, now, speech), speech),
    section('health.store', unreadLines(answer, speech), speech),
    section('health.teams', teamLines(answer, speech), speech),
    section(
      'health.unreachable',
      answer.unreachable
        .slice(0, LINES_SHOWN)
        .map(({ name, reason, since }) =>
          speech.say('health.unreachable-line', { name: shortName(name), reason, since: happenedAt(since, speech) }),
        ),
      speech,
    ),
    section(
      'health.stuck',
      answer.stuck
        .slice(0, LINES_SHOWN)
        .map(({ account, error }) => speech.say('health.stuck-line', { name: lineName(account), error })),
      speech,
    ),
  ];
  return sections.filter((part) => part.items.length > 0);
}

function section(
  key: `health.${'sources' | 'setup' | 'signin' | 'permissions' | 'jobs' | 'store' | 'teams' | 'drift' | 'rehearsal' | 'unheard' | 'unreachable' | 'stuck'}`,
  lines: readonly string[],
  speech: Speech,
): Section {
  return { title: speech.say(key), items: lines.map((text) => ({ text })) };
}

function unroutedLines({ count, names }: HealthAnswer['unrouted'], speech: Speech): readonly string[] {
  const named = speech.list(names.map((name) => shortName(name)));
  return count === 0 ? [] : [speech.say('health.unrouted-line', { count, names: named })];
}

function rehearsalLines(rehearsal: HealthAnswer['rehearsal'], speech: Speech): readonly string[] {
  if (rehearsal === undefined) return [];
  const { places, waiting } = rehearsal;
  const where =
    places === undefined
      ? speech.say('health.rehearsal-everywhere')
      : speech.say('health.rehearsal-places', { places: speech.list(places.map((name) => shortName(name))) });
  return [where, speech.say('rehearsal.day-writes', { count: waiting })];
}

function driftHealthLines({ count, first }: HealthAnswer['drift'], speech: Speech): readonly string[] {
  const lines = first.slice(0, LINES_SHOWN).map((line) => {
    const name = speech.say('sisters.named', {
      name: shortName(line.account.name),
      provider: shortName(line.provider),
    });
    return speech.say('health.drift-line', { name, what: driftLines(line.drift, line, speech).join(' ') });
  });
  const more = count - lines.length;
  return more > 0 ? [...lines, speech.say('health.drift-more', { count: more })] : lines;
}

function unreadLines({ unread: { count, first } }: HealthAnswer, speech: Speech): readonly string[] {
  const lines = first
    .slice(0, LINES_SHOWN)
    .map(({ reason, remedy }) => withRemedy(clean(reason, 200).replace(/\.$/, ''), remedy, speech));
  const more = count - lines.length;
  return more > 0 ? [...lines, speech.say('health.store-more', { count: more })] : lines;
}

function signInLine(signIn: SignInHealth, now: number, speech: Speech): string {
  const { person, provider, renewedAt, endsAt, trouble } = signIn;
  const who = person === '' ? speech.say('health.signin-nobody') : shortName(person);
  const name = provider === undefined ? who : `${shortName(provider)}, ${who}`;
  const line =
    renewedAt === undefined || endsAt === undefined
      ? speech.say('health.signin-never', { name })
      : speech.say('health.signin-line', { name, ago: age(renewedAt, now, speech), day: happenedOn(endsAt, speech) });
  if (trouble === undefined) return line;
  return withRemedy(`${line}. ${sentenceCase(troubleWords(trouble, speech))}`, trouble.remedy, speech);
}

function teamLines({ waitingTeams, noAdministrators }: HealthAnswer, speech: Speech): readonly string[] {
  const named = (name: string | undefined): string =>
    name === undefined || name === '' ? speech.say('team.unnamed') : shortName(name);
  const waiting = waitingTeams
    .slice(0, LINES_SHOWN)
    .map(({ name }) => speech.say('health.team-line', { team: named(name) }));
  return noAdministrators ? [...waiting, speech.say('health.no-administrators')] : waiting;
}

function sourceLines(part: Freshness, now: number, speech: Speech): readonly string[] {
  const line = `${partName(part, speech)}: ${partState(part, now, speech)}`;
  const { leftOut, missing } = part;
  const lines = missing === undefined ? [line] : [line, speech.say('health.missing', { ...missing })];
  if (leftOut === undefined) return lines;
  const named = leftOut.first.map(({ name, why }) =>
    speech.say('health.left-out-item', { name: shortName(name), why: clean(why, 160) }),
  );
  const names = [...named, ...(leftOut.count > named.length ? ['…'] : [])].join('; ');
  return [...lines, speech.say('health.left-out', { count: leftOut.count, names })];
}

function partName(part: Freshness, speech: Speech): string {
  const source = part.name === undefined ? sentenceCase(sourceName(part.source, speech)) : shortName(part.name);
  switch (part.part) {
    case 'accounts':
    case 'rows':
    case 'customers':
      return speech.say(`health.source.${part.part}`, { source });
    default:
      return speech.say('health.source.other', { source, part: clean(part.part, 40) });
  }
}

function partState(part: Freshness, now: number, speech: Speech): string {
  const { trouble, asOf } = part;
  if (trouble === undefined) {
    if (asOf === undefined) return speech.say('health.never');
    return speech.say(part.overdue === true ? 'health.overdue' : 'health.read', { ago: age(asOf, now, speech) });
  }
  const { troubleSince: since } = part;
  const words = troubleWords(trouble, speech);
  const state =
    asOf === undefined || since === undefined
      ? speech.say('health.trouble-never', { trouble: words })
      : speech.say('health.trouble', { trouble: words, since: seenAt(since, speech), ago: age(asOf, now, speech) });
  return withRemedy(state, trouble.remedy, speech);
}
