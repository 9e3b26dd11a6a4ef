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
  return news.news === 'reminder' ? reminded(news, query, speech) : accountNews(news, query, speech);
}

/** What somebody wanted to be reminded of, with how it stands. */
function reminded(
  { watch, picture }: Extract<WatchNews, { readonly news: 'reminder' }>,
  query: string,
  speech: Speech,
): Message {
  const accountId = picture?.record.id;
  const facts = picture === undefined ? [] : acceptanceFacts(picture.record.acceptance, picture.now, speech);
  const show = speech.say('show.button');
  return noteView(
    {
      kicker: speech.say('remind.kicker'),
      title: speech.say('remind.now', { query }),
      lines: [speech.say('remind.asked', { date: happenedOn(watch.since, speech) })],
      facts,
      actions: [
        accountId === undefined
          ? button(speech.say('look-again.button'), { verb: 'ask-again', query })
          : button(show, { verb: 'account', accountId }),
      ],
      hint: speech.say('type.remind', { name: query }),
    },
    speech,
  );
}

type AccountNews = Exclude<Extract<WatchNews, { readonly picture: AccountPicture }>, { readonly news: 'reminder' }>;

function accountNews(news: AccountNews, query: string, speech: Speech): Message {
  const { record, now, providerName } = news.picture;
  const accountId = record.id;
  const watchId = news.watch.id;
  const name = shortName(record.tenant.name);
  const domain = clean(record.tenant.domains?.[0] ?? record.tenant.defaultDomain ?? record.tenantId, 80);
  const provider = providerName === undefined ? [] : [shortName(providerName)];
  const identity = [name, ...provider, domain, clean(record.tenantId, 60)];
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
      title: speech.say(arrivedKey(news, 'title'), { query, name }),
      lines: [speech.say(arrivedKey(news, 'body'), { name }), identity.join(' · ')],
      facts,
      actions: news.news === 'asked' ? [...answers, show] : [show],
      hint: speech.say('type.show', { name }),
    },
    speech,
  );
}

/** Whom another provider has now has not accepted anything of ours. */
function arrivedKey({ news, picture }: AccountNews, part: 'title' | 'body') {
  const isThere = picture.record.acceptance.reseller.state === 'not-ours';
  if (!isThere || (news === 'asked' && part === 'title')) return `watch.${news}.${part}` as const;
  return news === 'asked' ? ('watch.asked.body-there' as const) : (`watch.fired.${part}-there` as const);
}
