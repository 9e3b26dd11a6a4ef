import searchCard from '../../../cards/search.json';
import type { Message } from '../../courier';
import type { SearchAnswer } from '../../domain/answers';
import { CANDIDATES_SHOWN, candidateBlock, candidateText, choiceTitle } from '../parts/candidates';
import { clean, shortName } from '../words/escape';
import { button, maybe, pageButtons, toMessage } from '../parts/parts';
import type { Button } from '../parts/parts';
import type { Speech } from '../words/speech';
import { cardTemplate } from '../parts/template';

const draw = cardTemplate(searchCard);

/** What the field takes. */
const QUERY_LENGTH = 120;
/** From here on cards call a candidate likely. */
const LIKELY = 0.6;

/** Customers that match what was typed on an account's card, to pick from; the field stays for the next try. */
export function searchView(answer: SearchAnswer, speech: Speech): Message {
  const name = shortName(answer.picture.record.tenant.name);
  const query = clean(answer.query, 80);
  const found = answer.found.slice(0, CANDIDATES_SHOWN);
  const { offset, total } = answer;
  const title = titleOf(answer, query, speech);
  const forWhom = speech.say('search.for', { name });
  const none = found.length === 0 ? [speech.say('search.none')] : [];
  const range =
    total > found.length && found.length > 0
      ? [speech.say('page.range', { from: offset + 1, to: offset + found.length, total })]
      : [];
  const [first, another] = found;
  const customer = shortName(first?.customer.name ?? '…');
  const hint = speech.say('type.hint', { line: speech.say('type.map', { name, customer }) });
  const choice = {
    label: speech.say('choose.label'),
    placeholder: speech.say('choose.placeholder'),
    // Nothing that our matching does not hold for likely is chosen beforehand.
    value:
      total === 1 && another === undefined && (first?.probability ?? 0) >= LIKELY ? (first?.customer.id ?? '') : '',
    choices: found.map((line) => ({ title: choiceTitle(line.customer), value: line.customer.id })),
  };
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say('search.kicker'),
        title,
        forWhom,
        lines: [...none, ...range].map((text) => ({ text })),
        rows: found.map((line) => candidateBlock(line, speech)),
        choose: maybe(found.length === 0 ? undefined : choice),
        search: searchField(answer, query, speech),
        hint,
        actions: searchActions(answer, speech),
      },
      summary: title,
      text: [
        title,
        forWhom,
        ...none,
        ...range,
        ...found.map((line, index) => candidateText(line, offset + index, speech)),
        hint,
      ],
    },
    speech,
  );
}

/** Names that are merely like what was typed are never counted as matches. */
function titleOf({ near, more, total: count }: SearchAnswer, query: string, speech: Speech): string {
  if (near) return speech.say('search.title-near', { query, count });
  return speech.say(more ? 'search.title-more' : 'search.title', { query, count });
}

function searchField(answer: SearchAnswer, query: string, speech: Speech): object {
  const search = button(
    speech.say('search.button'),
    { verb: 'search', accountId: answer.picture.record.id },
    { inputs: 'auto', tooltip: speech.say('search.tooltip') },
  );
  const label = speech.say('search.label');
  return { label, placeholder: speech.say('search.placeholder'), value: query, actions: [search] };
}

function searchActions(answer: SearchAnswer, speech: Speech): readonly Button[] {
  const { mapping, mappingVersion: asOf, id: accountId, tenant } = answer.picture.record;
  const { offset, total, found } = answer;
  const query = clean(answer.query, QUERY_LENGTH);
  const back = button(speech.say('search.back'), { verb: 'refresh', accountId });
  const pages = pageButtons(
    { offset, shown: found.length, total, page: CANDIDATES_SHOWN },
    (to) => ({ verb: 'search', accountId, query, offset: to }),
    speech,
  );
  if (found.length === 0) return [...pages, back];
  const seen = mapping.state === 'open' ? {} : { seen: mapping.decisionId };
  const pick = button(
    speech.say('choose.map'),
    { verb: 'pick', accountId, ...seen, asOf },
    {
      inputs: 'auto',
      style: 'positive',
      tooltip: speech.say('choose.map-tooltip', { name: shortName(tenant.name) }),
    },
  );
  return [pick, ...pages, back];
}
