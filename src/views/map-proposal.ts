import confirmCard from '../../cards/map-confirm.json';
import type { Action } from '../actions/action';
import type { Message } from '../courier';
import type { MapProposal } from '../domain/answers';
import { customerDetail } from './candidates';
import { choicesView } from './choices';
import { clean, shortName } from './escape';
import { reasonsFor, reasonsLine } from './evidence-words';
import { noteView } from './message-card';
import { button, toMessage } from './parts';
import { accountDetail, nearRows, row } from './rows';
import type { Speech } from './speech';
import { answersTo, fitsQuestion, othersChoice, othersLines } from './sure';
import { cardTemplate } from './template';

const draw = cardTemplate(confirmCard);
const CHOICES_SHOWN = 8;

/**
 * A typed `map A to B`: what was understood, to be confirmed by a click. `customerText` is B as typed, which the answer
 * to "which account?" has to carry along.
 */
export function mapProposalView(answer: MapProposal, speech: Speech, customerText?: string): Message {
  switch (answer.answer) {
    case 'confirm':
      return confirm(answer, speech);
    case 'which-account':
      return whichAccount(answer, customerText, speech);
    case 'which-customer':
      return whichCustomer(answer, speech);
    case 'no-account':
      return nothingCalled(
        answer,
        speech.say('no-account.title', { query: answer.query }),
        speech.say('no-account.body'),
        speech,
      );
    case 'no-customer': {
      const body = speech.say('no-customer.body', { name: shortName(answer.account.name) });
      return nothingCalled(answer, speech.say('no-customer.title', { query: answer.query }), body, speech);
    }
  }
}

type Confirm = Extract<MapProposal, { readonly answer: 'confirm' }>;

function confirm({ picture, customer, evidence, doubts }: Confirm, speech: Speech): Message {
  const { record } = picture;
  const { mapping, id: accountId, mappingVersion: asOf } = record;
  const names = { name: shortName(record.tenant.name), customer: shortName(customer.name) };
  if (mapping.state === 'mapped' && mapping.customer.id === customer.id) {
    const show = button(speech.say('show.button'), { verb: 'account', accountId });
    return noteView({ title: speech.say('map.same', names), actions: [show] }, speech);
  }
  const fits = doubts.find((doubt) => doubt.doubt === 'fits');
  const others = doubts.find((doubt) => doubt.doubt === 'others');
  const question =
    mapping.state === 'mapped'
      ? speech.say('map.title-again', { ...names, before: shortName(mapping.customer.name) })
      : speech.say('map.title', names);
  const title = fits === undefined ? question : fitsQuestion(fits.customer.name, names.name, names.customer, speech);
  const { reasons, against } = reasonsFor(evidence, speech);
  const why = reasons.length === 0 ? speech.say('map.none') : reasonsLine(reasons);
  const but = against === undefined ? undefined : speech.say('candidate.against', { reason: against });
  const detail = customerDetail(customer, speech);
  const identity = clean(record.tenant.domains?.[0] ?? record.tenant.defaultDomain ?? record.tenantId, 80);
  const facts = [
    { title: speech.say('fact.account'), value: `${names.name} · ${identity}` },
    { title: speech.say('fact.customer'), value: detail === '' ? names.customer : `${names.customer} · ${detail}` },
    { title: speech.say('fact.because'), value: but === undefined ? why : `${why}. ${but}` },
  ];
  const nothingYet = [
    ...(others === undefined ? [] : [othersChoice(others, speech), ...othersLines(others, speech)]),
    speech.say('map.nothing-yet'),
  ].join(' ');
  const despite = answersTo(doubts);
  const seen = mapping.state === 'open' ? {} : { seen: mapping.decisionId };
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say('map.kicker'),
        title,
        facts,
        nothingYet,
        actions: [
          button(
            speech.say('map.button'),
            {
              verb: 'confirm-map',
              accountId,
              customerId: customer.id,
              ...seen,
              asOf,
              ...(despite.length === 0 ? {} : { despite }),
            },
            { style: 'positive', tooltip: title },
          ),
          button(speech.say('show.button'), { verb: 'account', accountId }),
          button(speech.say('cancel.button'), { verb: 'cancel' }),
        ],
      },
      summary: title,
      text: [title, ...facts.map((fact) => `${fact.title}: ${fact.value}`), nothingYet],
    },
    speech,
  );
}

function whichAccount(
  answer: Extract<MapProposal, { readonly answer: 'which-account' }>,
  customerText: string | undefined,
  speech: Speech,
): Message {
  const cue = speech.say('which.choose');
  const customer = customerText === undefined ? '' : clean(customerText, 120);
  return choicesView(
    {
      kicker: speech.say('which.kicker'),
      title: speech.say('which.title', { query: answer.query }),
      lines: [speech.say('which.account')],
      rows: answer.choices.slice(0, CHOICES_SHOWN).map((line) => {
        const action: Action = {
          verb: 'which-account',
          accountId: line.accountId,
          ...(customer === '' ? {} : { customer }),
        };
        return row(line.name, accountDetail(line, speech), cue, action);
      }),
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
      lines: [speech.say('which.customer', { name: shortName(account.name) })],
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

/** Near customers of a known account lead straight to the question; everything else is asked about by name. */
function nothingCalled(
  answer: Extract<MapProposal, { readonly answer: 'no-account' | 'no-customer' }>,
  title: string,
  body: string,
  speech: Speech,
): Message {
  const near = answer.answer === 'no-account' ? nearRows(answer.near, speech) : nearCustomers(answer, speech);
  const lines = near.length === 0 ? [body] : [body, speech.say('near.title')];
  const open =
    answer.answer === 'no-account'
      ? button(speech.say('board.all'), { verb: 'list', what: 'unmapped', offset: 0 })
      : button(speech.say('show.button'), { verb: 'account', accountId: answer.account.accountId });
  return choicesView({ kicker: speech.say('map.kicker'), title, lines, rows: near, actions: [open] }, speech);
}

function nearCustomers(answer: Extract<MapProposal, { readonly answer: 'no-customer' }>, speech: Speech) {
  const { accountId } = answer.account;
  return answer.near.slice(0, 5).flatMap((near) => {
    if (near.customerId === undefined) return [];
    return [
      row(near.name, '', speech.say('which.choose'), {
        verb: 'which-customer',
        accountId,
        customerId: near.customerId,
      }),
    ];
  });
}
