import type { WatchNews } from '../../domain/watch-answers';
import type { Message } from '../../courier';
import type { AccountPicture } from '../../domain/answers';
import { acceptanceFacts } from '../words/acceptance-words';
import { clean, shortName } from '../words/escape';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import type { Speech } from '../words/speech';
import { happenedOn, keeping } from '../words/times';

/** The one message that a watch owes: it has accepted, "is this the one?", or a week of silence. */
export function watchNoticeView(news: WatchNews, spoken: Speech): Message {
  const speech = keeping(spoken);
  const query = clean(news.watch.query, 80);
  const watchId = news.watch.id;
  if (news.news === 'silence') {
    return noteView(
      {
        kicker: speech.say('watch.kicker'),
        title: speech.say('watch.silence.title', { query }),
        lines: [speech.say('watch.silence.body', { date: happenedOn(news.watch.since, speech) })],
        actions: [
          button(speech.say('invite.button'), { verb: 'invite', company: query }),
          button(speech.say('watch.stop'), { verb: 'unwatch', watchId }),
        ],
        hint: speech.say('type.unwatch', { name: query }),
      },
      speech,
    );
  }
  return accountNews(news, query, speech);
}

function accountNews(
  news: Extract<WatchNews, { readonly picture: AccountPicture }>,
  query: string,
  speech: Speech,
): Message {
  const { record, now } = news.picture;
  const accountId = record.id;
  const watchId = news.watch.id;
  const name = shortName(record.tenant.name);
  const domain = clean(record.tenant.domains?.[0] ?? record.tenant.defaultDomain ?? record.tenantId, 80);
  const facts = acceptanceFacts(record.acceptance, now, speech);
  const reply = (yes: boolean) => ({ verb: 'watch-reply' as const, watchId, accountId, yes });
  const answers = [
    button(speech.say('watch.asked.yes'), reply(true), { style: 'positive' }),
    button(speech.say('watch.asked.no'), reply(false)),
  ];
  const show = button(speech.say('show.button'), { verb: 'account', accountId });
  return noteView(
    {
      kicker: speech.say('watch.kicker'),
      title: speech.say(`watch.${news.news}.title`, { query, name }),
      lines: [speech.say(`watch.${news.news}.body`, { name }), `${name} · ${domain} · ${clean(record.tenantId, 60)}`],
      facts,
      actions: news.news === 'asked' ? [...answers, show] : [show],
      hint: speech.say('type.show', { name }),
    },
    speech,
  );
}
