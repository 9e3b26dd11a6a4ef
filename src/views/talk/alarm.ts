import type { Message } from '../../courier';
import type { AlarmRecord } from '../../domain/alarm';
import { noteView } from '../parts/message-card';
import { troubleWords } from '../words/source-words';
import type { Speech } from '../words/speech';
import { happenedOn, seenAt } from '../words/times';

/** To an administrator, in their own chat: what is wrong, what that costs and what to do; or that it is over. */
export function alarmView({ what, since, isOver }: AlarmRecord, speech: Speech): Message {
  const kicker = speech.say('alarm.kicker');
  const title = titleOf(what, speech);
  if (isOver) {
    return noteView(
      { kicker, title: speech.say('alarm.over', { title }), lines: [speech.say('alarm.over.line')] },
      speech,
    );
  }
  const { remedy } = what.of === 'stuck' ? {} : what.trouble;
  return noteView(
    {
      kicker,
      title,
      lines: [
        speech.say('alarm.since', { since: seenAt(since, speech) }),
        ...effectOf(what, speech),
        ...(remedy === undefined ? [] : [speech.say('health.remedy', { remedy })]),
      ],
    },
    speech,
  );
}

function titleOf(what: AlarmRecord['what'], speech: Speech): string {
  switch (what.of) {
    case 'signin':
      return what.endsAt === undefined
        ? speech.say('alarm.signin.refused')
        : speech.say('alarm.signin.ends', { day: happenedOn(what.endsAt, speech) });
    case 'source':
      return troubleWords(what.trouble, speech);
    case 'stuck':
      return speech.say('alarm.stuck', { count: what.count });
  }
}

function effectOf({ of }: AlarmRecord['what'], speech: Speech): readonly string[] {
  if (of === 'signin') return [speech.say('alarm.signin.effect')];
  return of === 'stuck' ? [speech.say('alarm.stuck.effect')] : [];
}
