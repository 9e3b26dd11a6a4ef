import type { Message } from '../../courier';
import type { AlarmRecord } from '../../domain/alarm';
import { noteView } from '../parts/message-card';
import { shortName } from '../words/escape';
import { button } from '../parts/parts';
import { troubleWords } from '../words/source-words';
import type { Speech } from '../words/speech';
import { happenedOn, seenAt } from '../words/times';

/** To an administrator, in their own chat: what is wrong, what that costs and what to do; or that it is over. */
export function alarmView({ what, since, isOver }: AlarmRecord, speech: Speech): Message {
  if (what.of === 'rehearsal' || what.of === 'rehearsal-over') return rehearsalView(what, speech);
  const kicker = speech.say('alarm.kicker');
  const title = titleOf(what, speech);
  if (isOver) {
    return noteView(
      { kicker, title: speech.say('alarm.over', { title }), lines: [speech.say('alarm.over.line')] },
      speech,
    );
  }
  const { remedy } = 'trouble' in what ? what.trouble : {};
  return noteView(
    {
      kicker,
      title,
      lines: [
        speech.say('alarm.since', { since: seenAt(since, speech) }),
        ...effectOf(what, speech),
        ...(remedy === undefined ? [] : [speech.say('health.remedy', { remedy })]),
      ],
      ...(what.of === 'overdue' ? { actions: [button(speech.say('review.button'), { verb: 'review' })] } : {}),
    },
    speech,
  );
}

type Trouble = Exclude<AlarmRecord['what'], { readonly of: `rehearsal${string}` }>;

/** What the bot would have done, once a day; or what it does from now on. */
function rehearsalView(what: Exclude<AlarmRecord['what'], Trouble>, speech: Speech): Message {
  const kicker = speech.say('alarm.kicker');
  if (what.of === 'rehearsal-over') {
    const { writes, open } = what;
    return noteView(
      {
        kicker,
        title: speech.say('rehearsal.over'),
        lines: [
          speech.say('rehearsal.over-writes', { count: writes }),
          speech.say('rehearsal.over-open', { count: open }),
        ],
        actions: [button(speech.say('review.go-on'), { verb: 'review' })],
      },
      speech,
    );
  }
  const { announced, writes, places } = what.day;
  return noteView(
    {
      kicker,
      title: places === undefined ? speech.say('rehearsal.day') : speech.say('rehearsal.day-places', { count: places }),
      lines: [
        speech.say('rehearsal.day-announced', { count: announced }),
        speech.say('rehearsal.day-writes', { count: writes }),
        speech.say('rehearsal.day-end'),
      ],
      actions: [button(speech.say('comparison.button'), { verb: 'compare', offset: 0 })],
    },
    speech,
  );
}

function titleOf(what: Trouble, speech: Speech): string {
  switch (what.of) {
    case 'signin':
      return what.endsAt === undefined
        ? speech.say('alarm.signin.refused')
        : speech.say('alarm.signin.ends', { day: happenedOn(what.endsAt, speech) });
    case 'source':
      return troubleWords(what.trouble, speech);
    case 'stuck':
      return speech.say('alarm.stuck', { count: what.count });
    case 'overdue':
      return speech.say('alarm.overdue', { count: what.count, days: what.days });
    case 'unrouted':
      return speech.say('alarm.unrouted', { count: what.count });
    case 'unheard':
      return speech.say('alarm.unheard', { provider: shortName(what.provider) });
  }
}

function effectOf(what: Trouble, speech: Speech): readonly string[] {
  if (what.of === 'source') return [];
  if (what.of !== 'unrouted') return [speech.say(`alarm.${what.of}.effect`)];
  const names = speech.list(what.names.map((name) => shortName(name)));
  return [speech.say('alarm.unrouted.effect', { names })];
}
