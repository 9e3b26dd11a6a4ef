import type { DigestNews } from '../../domain/digest-news';
import type { Report } from '../../domain/report';
import { weekLine } from '../report/report';
import { shortName } from '../words/escape';
import { actorName } from '../words/mapping-words';
import type { Speech } from '../words/speech';
import { happenedOn } from '../words/times';

export interface DigestShown {
  readonly report: Report;
  readonly news: DigestNews;
}

/** So many people are named. */
const NAMED = 4;

/** How the week goes; what came and was decided since the last one; what is stuck, and what ends soon. */
export function digestLines({ report, news }: DigestShown, speech: Speech): readonly string[] {
  const { fresh, stuck, ending, since } = news;
  const week = weekLine(report, speech);
  const date = happenedOn(since, speech);
  return [
    ...(week === undefined ? [] : [week]),
    ...(fresh === 0 ? [] : [speech.say('digest.fresh', { count: fresh, date })]),
    ...decidedLine(news, date, speech),
    ...(stuck === 0 ? [] : [speech.say('board.stuck', { count: stuck, line: speech.say('type.health') })]),
    ...(ending === undefined
      ? []
      : [
          speech.say('digest.ending', {
            count: ending.count,
            name: shortName(ending.name),
            date: happenedOn(ending.at, speech),
          }),
        ]),
  ];
}

function decidedLine({ decided }: DigestNews, date: string, speech: Speech): readonly string[] {
  const count = decided.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return [];
  const named = decided
    .slice(0, NAMED)
    .map((one) => speech.say('digest.by', { who: actorName(one.by, speech), count: one.count }));
  const others = decided.slice(NAMED).reduce((sum, one) => sum + one.count, 0);
  const all = others === 0 ? named : [...named, speech.say('digest.by-others', { count: others })];
  return [speech.say('digest.decided', { count, date, people: all.join(', ') })];
}
