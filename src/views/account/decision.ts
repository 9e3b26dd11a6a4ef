import type { Message } from '../../courier';
import type { DecisionAnswer } from '../../domain/answers';
import type { AccountRecord } from '../../domain/account';
import type { Decision } from '../../domain/decision';
import type { Instant } from '../../domain/time';
import { accountView } from './account';
import type { AccountOptions, Banner } from './account';
import { shortName } from '../words/escape';
import { actorName } from '../words/mapping-words';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import type { Speech } from '../words/speech';
import { age, keeping } from '../words/times';
import { latestNews } from '../words/story-words';
import { alongWords } from './sisters';
import { sureView } from './sure';

/**
 * After a click or a typed decision: the card of the account as it is now, with what became of the wish above it.
 * Who lost a race is told who won and how long ago.
 */
export function decisionView(answer: DecisionAnswer, spoken: Speech, options: AccountOptions = {}): Message {
  // What stands above a card stays with it.
  const speech = keeping(spoken);
  if (answer.answer === 'sure') return sureView(answer, speech);
  const banner = decisionBanner(answer, speech);
  if (answer.answer !== 'account-gone' && answer.picture !== undefined) {
    return accountView(answer.picture, speech, { ...options, banner });
  }
  const list = button(speech.say('board.all'), { verb: 'list', what: 'unmapped', offset: 0 });
  return noteView({ title: banner.text, actions: [list], hint: speech.say('type.list') }, speech);
}

/** The banner alone: also the short line for the person who clicked. */
export function decisionBanner(answer: Decided, speech: Speech): Banner {
  const banner = bannerOf(answer, speech);
  const along = 'along' in answer ? (answer.along ?? []) : [];
  if (along.length === 0) return banner;
  const isUndone = answer.answer === 'decided' && answer.decision.verdict === 'undone';
  const text = [banner.text, ...alongWords(along, isUndone ? 'undone' : 'mapped', speech)].join(' ');
  return { text, style: along.every(({ outcome }) => outcome === 'done') ? banner.style : 'attention' };
}

type Decided = Exclude<DecisionAnswer, { answer: 'sure' }>;

function bannerOf(answer: Decided, speech: Speech): Banner {
  switch (answer.answer) {
    case 'decided':
      return { text: decidedWords(answer.picture.record, answer.decision, speech), style: 'good' };
    case 'unchanged':
      return { text: speech.say('decided.unchanged'), style: 'emphasis' };
    case 'taken':
      return { text: takenWords(answer.picture.record, answer.picture.now, speech), style: 'attention' };
    case 'stale':
      return { text: speech.say('decided.stale'), style: 'attention' };
    case 'nothing-to-undo': {
      const key = answer.picture === undefined ? 'decided.nothing-to-undo-own' : 'decided.nothing-to-undo';
      return { text: speech.say(key), style: 'emphasis' };
    }
    case 'customer-gone':
    case 'account-gone':
      return { text: speech.say(`refused.${answer.answer}`), style: 'warning' };
  }
}

/** The sentence that every later drawing of the card has, too, and what only the person who clicked needs. */
function decidedWords(record: AccountRecord, decision: Decision, speech: Speech): string {
  const saved = speech.say(`decided.${decision.verdict}`);
  const news = latestNews(record, speech);
  return news === undefined ? saved : `${news.text} ${saved}`;
}

/** "Ana chose Contoso GmbH 4 seconds ago." */
function takenWords(record: AccountRecord, now: Instant, speech: Speech): string {
  const { mapping } = record;
  if (mapping.state === 'open') {
    const last = record.decisions.at(-1);
    if (last === undefined) return speech.say('taken.open-unknown');
    return speech.say('taken.open', { who: actorName(last.by, speech), ago: age(last.at, now, speech) });
  }
  const who = actorName(mapping.by, speech);
  const ago = age(mapping.at, now, speech);
  if (mapping.state === 'ignored') return speech.say('taken.ignored', { who, ago });
  return speech.say('taken.mapped', { who, customer: shortName(mapping.customer.name), ago });
}
