import type { Message } from '../../courier';
import type { Announced, AnnouncedAnswer } from '../../domain/announced';
import { snoozeOf } from '../../domain/snooze';
import type { Taken } from '../../domain/taken';
import { takenFact } from '../company/meant';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import type { Button } from '../parts/parts';
import { clean, shortName } from '../words/escape';
import { actorName, personName } from '../words/mapping-words';
import { routingWords } from '../words/routing-words';
import type { Speech } from '../words/speech';
import { happenedAt, happenedOn, knownBefore } from '../words/times';

const PLACES_SHOWN = 6;

/** Whether an account was announced here; the rule that kept it from that; and where else it was. */
export function announcedView(answer: AnnouncedAnswer, speech: Speech, taken?: Taken): Message {
  const { record, here, elsewhere } = answer;
  const name = shortName(record.tenant.name);
  const reason = reasonWords(here, speech);
  return noteView(
    {
      kicker: speech.say('announced.kicker'),
      title: titleOf(here, name, speech),
      lines: [
        ...(reason === undefined ? [] : [reason]),
        ...snoozed(answer, speech),
        ...elsewhere
          .slice(0, PLACES_SHOWN)
          .map(({ place, at }) =>
            speech.say('announced.there', { place: clean(place, 60), when: happenedAt(at, speech) }),
          ),
        ...(elsewhere.length === 0 ? [speech.say('announced.nowhere')] : []),
      ],
      facts: takenFact(taken, speech),
      actions: [
        ...wayOut(answer, speech),
        button(speech.say('show.button'), { verb: 'account', accountId: record.id }),
      ],
      hint: speech.say('type.settings'),
    },
    speech,
  );
}

function titleOf(here: Announced, name: string, speech: Speech): string {
  switch (here.rule) {
    case 'card':
      return speech.say('announced.title.card', { name, when: happenedAt(here.at, speech) });
    case 'gathered':
    case 'burst':
      return speech.say('announced.title.gathered', { name, when: happenedAt(here.at, speech) });
    case 'quiet':
    case 'waits':
      return speech.say('announced.title.not-yet', { name });
    default:
      return speech.say('announced.title.not', { name });
  }
}

/** Later than that, people ask why it came so late. */
const LATE = 60_000;

function reasonWords(here: Announced, speech: Speech): string | undefined {
  switch (here.rule) {
    case 'card':
      return here.at - here.wantedAt < LATE
        ? undefined
        : speech.say('announced.came', { when: happenedAt(here.wantedAt, speech) });
    case 'gathered':
      return speech.say('announced.gathered', { when: happenedAt(here.heldSince, speech) });
    case 'burst':
      return speech.say('announced.burst', { when: happenedAt(here.wantedAt, speech) });
    case 'quiet':
      return here.until === undefined
        ? speech.say('announced.quiet-over')
        : speech.say('announced.quiet', {
            since: happenedAt(here.heldSince, speech),
            until: happenedAt(here.until, speech),
          });
    case 'waits':
      return speech.say(here.isPaused ? 'announced.paused' : 'announced.waits', {
        when: happenedAt(here.since, speech),
      });
    case 'routing':
      return speech.say('announced.routing', { provider: shortName(here.provider) });
    case 'not-chosen':
    case 'not-known': {
      const chosen = routingWords({ [here.by]: here.routing[here.by] }, speech);
      return speech.say(`announced.${here.rule}`, { chosen });
    }
    case 'account-muted':
      return speech.say('announced.account-muted', { date: happenedOn(here.since, speech) });
    case 'before-us':
      return speech.say('announced.before-us', { date: knownBefore(here.at, speech) });
    case 'later':
      return speech.say('announced.later', { date: happenedOn(here.since, speech) });
    case 'mapped-already':
      return here.customer === undefined
        ? speech.say('announced.decided-already')
        : speech.say('announced.mapped-already', {
            customer: shortName(here.customer.name),
            who: actorName(here.by, speech),
          });
    default:
      return speech.say(`announced.${here.rule}`);
  }
}

/** What also keeps it silent, whether it was announced or not. */
function snoozed({ record }: AnnouncedAnswer, speech: Speech): readonly string[] {
  const snooze = snoozeOf(record);
  if (snooze === undefined) return [];
  const said = { who: personName(snooze.by, speech), until: happenedOn(snooze.until, speech) };
  return [speech.say('announced.snoozed', said)];
}

/** What somebody has set in the conversation. */
const SET_HERE: ReadonlySet<Announced['rule']> = new Set([
  'routing',
  'not-chosen',
  'not-known',
  'not-rest',
  'quiet',
  'gathered',
]);

/** What changes that. */
function wayOut({ here, scope, record }: AnnouncedAnswer, speech: Speech): readonly Button[] {
  if (here.rule === 'muted')
    return [
      button(speech.say('settings.button.announce'), {
        verb: 'settings',
        topic: 'notifications',
        value: 'on',
      }),
    ];
  if (here.rule === 'account-muted') {
    const line = speech.say('type.unmute', { name: shortName(record.tenant.name) });
    return [button(speech.say('announced.unmute'), { verb: 'type', line })];
  }
  const isSet = SET_HERE.has(here.rule) || scope === 'personal';
  return isSet ? [button(speech.say('gathered.settings'), { verb: 'type', line: speech.say('type.settings') })] : [];
}
