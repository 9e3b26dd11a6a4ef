import type { InvitationNews } from '../../domain/invitation-answers';
import type { Message } from '../../courier';
import type { AccountPicture } from '../../domain/answers';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import { pictureIdentity } from '../parts/rows';
import { acceptanceFacts } from '../words/acceptance-words';
import { shortName } from '../words/escape';
import type { Speech } from '../words/speech';
import { keeping } from '../words/times';
import { inviterReminderView } from './follow-up';
import { invitedName, tookOf, tookWords, unansweredWords } from './invitation-words';

/** The one message about what became of an invitation. */
export function invitationNewsView(news: InvitationNews, spoken: Speech): Message {
  if (news.news === 'reminder') return inviterReminderView(news, spoken);
  const speech = keeping(spoken);
  const { picture, line } = news;
  const { record, now } = picture;
  const name = shortName(record.tenant.name);
  const company = invitedName(line);
  return noteView(
    {
      kicker: speech.say('invited.kicker'),
      title: speech.say(`invited.news.${news.news}`, { company, name }),
      lines: [...newsLines(news, speech), [name, pictureIdentity(picture, speech)].join(' · ')],
      facts: acceptanceFacts(record.acceptance, now, speech),
      actions: newsActions(news, speech),
      hint: speech.say('type.show', { name }),
    },
    speech,
  );
}

type AccountNews = Extract<InvitationNews, { readonly picture: AccountPicture }>;

function newsLines({ news, line, picture, now }: AccountNews, speech: Speech): readonly string[] {
  switch (news) {
    case 'accepted':
      return [tookWords(tookOf(line), speech)];
    case 'asked':
      return [speech.say('watch.asked.body'), unansweredWords(line, now, speech)];
    case 'otherwise':
      return [otherwiseWords(picture, speech), speech.say('invited.otherwise.goes-on')];
  }
}

/** What the company has instead of what it was invited to. */
export function otherwiseWords({ record, providerName }: AccountPicture, speech: Speech): string {
  const name = shortName(record.tenant.name);
  const { reseller } = record.acceptance;
  if (reseller.state === 'other-relation')
    return speech.say('invited.otherwise.relation', { name, relation: reseller.relation });
  if (reseller.state === 'not-listed') return speech.say('invited.otherwise.admin', { name });
  const provider = shortName(reseller.state === 'not-ours' ? reseller.provider : (providerName ?? ''));
  return speech.say('invited.otherwise.provider', { name, provider });
}

function newsActions({ news, line, picture }: AccountNews, speech: Speech) {
  const { id: accountId } = picture.record;
  const { id: invitationId } = line.invitation;
  const show = button(speech.say('show.button'), { verb: 'account', accountId });
  if (news === 'accepted') return [show];
  const withdraw = button(speech.say('invited.withdraw'), { verb: 'uninvite', invitationId });
  if (news === 'otherwise') return [show, withdraw];
  const reply = (yes: boolean) => ({ verb: 'invited-reply' as const, invitationId, accountId, yes });
  return [
    button(speech.say('watch.asked.yes'), reply(true), { style: 'positive' }),
    button(speech.say('invited.asked.no'), reply(false)),
    show,
  ];
}
