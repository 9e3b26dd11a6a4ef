import confirmCard from '../../../cards/map-confirm.json';
import type { Action, CardAsker } from '../../actions/action';
import type { Message } from '../../courier';
import type { MapProposal } from '../../domain/answers';
import { customerDetail } from '../parts/candidates';
import { choicesView } from '../parts/choices';
import { clean, shortName } from '../words/escape';
import { reasonsFor, reasonsLine } from '../words/evidence-words';
import { goesBy, takenTitle } from '../company/meant';
import { noteView } from '../parts/message-card';
import { button, toMessage } from '../parts/parts';
import { lineName, row } from '../parts/rows';
import type { Speech } from '../words/speech';
import { answersTo, fitsQuestion, othersChoice, othersLines } from './sure';
import { cardTemplate } from '../parts/template';

const draw = cardTemplate(confirmCard);
const CHOICES_SHOWN = 8;

/** A typed `map A to B`, where it is clear what A is: what was understood, to be confirmed by a click. */
export function mapProposalView(answer: MapProposal, speech: Speech, asker?: CardAsker): Message {
  switch (answer.answer) {
    case 'confirm':
      return confirm(answer, speech, asker === undefined ? {} : { asker });
    case 'which-customer':
      return whichCustomer(answer, speech);
    case 'no-customer':
      return noCustomer(answer, speech);
  }
}

type Confirm = Extract<MapProposal, { readonly answer: 'confirm' }>;

/** The click that does what is proposed; undefined where the account has that customer already. */
export function confirmAction(proposal: Confirm): Action | undefined {
  const { mapping } = proposal.picture.record;
  return mapping.state === 'mapped' && mapping.customer.id === proposal.customer.id ? undefined : mapAction(proposal);
}

function mapAction({ picture, customer, doubts }: Confirm): Extract<Action, { readonly verb: 'confirm-map' }> {
  const { mapping, id: accountId, mappingVersion: asOf } = picture.record;
  const despite = answersTo(doubts);
  return {
    verb: 'confirm-map',
    accountId,
    customerId: customer.id,
    ...(mapping.state === 'open' ? {} : { seen: mapping.decisionId }),
    asOf,
    ...(despite.length === 0 ? {} : { despite }),
  };
}

function confirm(answer: Confirm, speech: Speech, whose: { readonly asker?: CardAsker }): Message {
  const { picture, customer, evidence, doubts, taken, goingBy } = answer;
  const { record } = picture;
  const { mapping, id: accountId } = record;
  const names = { name: shortName(record.tenant.name), customer: shortName(customer.name) };
  if (mapping.state === 'mapped' && mapping.customer.id === customer.id) {
    const show = button(speech.say('show.button'), { verb: 'account', accountId });
    const same = takenTitle(speech.say('map.same', names), record.tenant.name, taken, speech);
    return noteView({ title: same, actions: [show] }, speech);
  }
  const fits = doubts.find((doubt) => doubt.doubt === 'fits');
  const others = doubts.find((doubt) => doubt.doubt === 'others');
  const question =
    mapping.state === 'mapped'
      ? speech.say('map.title-again', { ...names, before: shortName(mapping.customer.name) })
      : speech.say('map.title', names);
  const asked = fits === undefined ? question : fitsQuestion(fits.customer.name, names.name, names.customer, speech);
  const title = takenTitle(asked, record.tenant.name, taken, speech);
  const { reasons, against } = reasonsFor(evidence, speech);
  const why = reasons.length === 0 ? speech.say('map.none') : reasonsLine(reasons);
  const but = against === undefined ? undefined : speech.say('candidate.against', { reason: against });
  const detail = customerDetail(customer, speech);
  const customerName = goingBy === undefined ? names.customer : goesBy(customer.name, goingBy, speech);
  const domain = clean(record.tenant.domains?.[0] ?? record.tenant.defaultDomain ?? '', 80);
  const provider = picture.providerName === undefined ? '' : shortName(picture.providerName);
  const identity = [domain, provider].filter((part) => part !== '').join(' · ');
  const facts = [
    { title: speech.say('fact.account'), value: identity === '' ? names.name : `${names.name} · ${identity}` },
    { title: speech.say('fact.customer'), value: detail === '' ? customerName : `${customerName} · ${detail}` },
    { title: speech.say('fact.because'), value: but === undefined ? why : `${why}. ${but}` },
  ];
  const nothingYet = [
    ...(others === undefined ? [] : [othersChoice(others, speech), ...othersLines(others, speech)]),
    speech.say('map.nothing-yet'),
  ].join(' ');
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say('map.kicker'),
        title,
        facts,
        nothingYet,
        actions: [
          button(speech.say('map.button'), { ...mapAction(answer), ...whose }, { style: 'positive', tooltip: asked }),
          button(speech.say('show.button'), { verb: 'account', accountId }),
          button(speech.say('cancel.button'), { verb: 'cancel', ...whose }),
        ],
      },
      summary: title,
      text: [title, ...facts.map((fact) => `${fact.title}: ${fact.value}`), nothingYet],
    },
    speech,
  );
}

function whichCustomer(answer: Extract<MapProposal, { readonly answer: 'which-customer' }>, speech: Speech): Message {
  const { account } = answer;
  return choicesView(
    {
      kicker: speech.say('which.kicker'),
      title: speech.say('which.customer.title', { query: answer.query }),
      lines: [speech.say('which.customer', { name: lineName(account) })],
      rows: answer.choices.slice(0, CHOICES_SHOWN).map((customer) =>
        row(customer.name, customerDetail(customer, speech), speech.say('which.choose'), {
          verb: 'which-customer',
          accountId: account.accountId,
          customerId: customer.id,
        }),
      ),
    },
    speech,
  );
}

/** Near customers lead straight to the question. */
function noCustomer(answer: Extract<MapProposal, { readonly answer: 'no-customer' }>, speech: Speech): Message {
  const { accountId, name } = answer.account;
  const near = answer.near.slice(0, 5).flatMap(({ name: customer, customerId }) => {
    if (customerId === undefined) return [];
    return [row(customer, '', speech.say('which.choose'), { verb: 'which-customer', accountId, customerId })];
  });
  const body = speech.say('no-customer.body', { name: shortName(name) });
  return choicesView(
    {
      kicker: speech.say('map.kicker'),
      title: speech.say('no-customer.title', { query: answer.query }),
      lines: near.length === 0 ? [body] : [body, speech.say('near.title')],
      rows: near,
      actions: [button(speech.say('show.button'), { verb: 'account', accountId })],
    },
    speech,
  );
}
