import createCard from '../../../cards/create.json';
import { detailInput } from '../../actions/create-verbs';
import type { Message } from '../../courier';
import type { CreationAnswer, CreationForm, CreationStanding } from '../../domain/creation-answer';
import { DETAIL_FIELDS, DETAIL_LENGTHS } from '../../domain/creation';
import { withoutUnseen } from '../../domain/unseen';
import { candidateBlock, candidateText } from '../parts/candidates';
import { noteView } from '../parts/message-card';
import { button, distinct, maybe, toMessage } from '../parts/parts';
import type { Button } from '../parts/parts';
import { cardTemplate } from '../parts/template';
import { clean, shortName } from '../words/escape';
import { sourceName } from '../words/source-words';
import type { Speech } from '../words/speech';
import { keeping } from '../words/times';
import { accountView } from './account';
import type { Banner } from './account';
import { decisionView } from './decision';

const draw = cardTemplate(createCard);

/** What came of wanting a customer created: the form, the line, or the card of the account with what is so now. */
export function creationView(answer: CreationAnswer, spoken: Speech): Message {
  const speech = keeping(spoken);
  switch (answer.answer) {
    case 'form':
      return formView(answer.form, speech);
    case 'line':
      return lineView(answer, speech);
    case 'not-here':
      return accountView(answer.picture, speech, {
        banner: { text: speech.say(`create.not-${answer.why}`), style: 'warning' },
      });
    case 'decided':
      return accountView(answer.picture, speech, {
        banner: { text: decidedWords(answer, speech), style: 'attention' },
      });
    case 'taken':
    case 'stale':
      return decisionView({ answer: answer.answer, picture: answer.picture }, speech);
    case 'account-gone':
      return decisionView({ answer: 'account-gone' }, speech);
    case 'started':
    case 'under-way':
    case 'given-up':
    case 'too-late':
    case 'nothing':
      return accountView(answer.picture, speech, { banner: bannerOf(answer, speech) });
  }
}

type Answered<A extends CreationAnswer['answer']> = Extract<CreationAnswer, { readonly answer: A }>;

function decidedWords({ picture }: Answered<'decided'>, speech: Speech): string {
  const { mapping, tenant } = picture.record;
  const name = shortName(tenant.name);
  if (mapping.state !== 'mapped') return speech.say('create.not-ignored', { name });
  return speech.say('create.not-decided', { name, customer: shortName(mapping.customer.name) });
}

function bannerOf({ answer, picture }: CreationStanding, speech: Speech): Banner {
  const who = shortName(picture.record.creation?.by.name ?? '');
  switch (answer) {
    case 'started':
      // It may be there by now.
      return picture.record.creation === undefined
        ? { text: speech.say('decided.unchanged'), style: 'emphasis' }
        : { text: speech.say('creation.started'), style: 'emphasis' };
    case 'under-way':
      return { text: speech.say('creation.under-way', { who }), style: 'attention' };
    case 'given-up':
    case 'too-late':
    case 'nothing':
      return { text: speech.say(`creation.${answer}`), style: 'emphasis' };
  }
}

function formView(form: CreationForm, speech: Speech): Message {
  const { picture, details } = form;
  const name = shortName(picture.record.tenant.name);
  const title = speech.say('create.title', { name });
  const lines = formLines(form, speech);
  const near = nearParts(form, speech);
  const nothingYet = speech.say('create.nothing-yet');
  const fields = DETAIL_FIELDS.map((field) => ({
    id: detailInput(field),
    label: speech.say(`create.field.${field}`),
    value: clean(details[field] ?? '', DETAIL_LENGTHS[field]),
    maxLength: DETAIL_LENGTHS[field],
    isRequired: field === 'name',
    error: speech.say('create.name-needed'),
  }));
  const filled = fields.filter(({ value }) => value !== '');
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say('create.kicker'),
        title,
        lines: lines.map((text) => ({ text })),
        near: maybe(near),
        fields,
        line: [],
        notes: [{ text: nothingYet }],
        actions: formActions(form, speech),
      },
      summary: near === undefined || !form.asked ? title : near.title,
      text: [
        title,
        ...lines,
        near?.title,
        ...form.near.map((line, index) => candidateText(line, index, speech)),
        ...(near?.notes ?? []).map(({ text }) => text),
        ...filled.map(({ label, value }) => `${label}: ${value}`),
        nothingYet,
      ],
    },
    speech,
  );
}

function formLines({ from, source, withoutPeople }: CreationForm, speech: Speech): readonly string[] {
  const named = { source: sourceName(source, speech) };
  const asks = from === 'provider' || from === 'failed';
  const filled = asks ? speech.say(`create.from-${from}`, named) : speech.say(`create.from-${from}`);
  return [filled, ...(withoutPeople ? [speech.say('create.people-left-out')] : [])];
}

/** Whoever may be that customer already, each with a way to map to them instead. */
function nearParts({ picture, near, underWay, asked }: CreationForm, speech: Speech) {
  if (near.length === 0 && underWay.length === 0) return undefined;
  const { id: accountId, mappingVersion: asOf, tenant } = picture.record;
  const name = shortName(tenant.name);
  const titles = near.map((line) => speech.say('choose.map-to', { customer: shortName(line.customer.name) }));
  const numbered = distinct(titles);
  const rows = near.map((line, at) => {
    const customer = shortName(line.customer.name);
    const map = button(
      numbered[at] ?? '',
      { verb: 'pick', accountId, customerId: line.customer.id, asOf },
      { tooltip: speech.say('choose.map-to-tooltip', { name, customer }) },
    );
    return { ...candidateBlock(line, speech), actions: [map] };
  });
  const notes = underWay.map(({ by, customer, account }) => ({
    text: speech.say('create.near-under-way', {
      who: shortName(by),
      customer: shortName(customer),
      name: shortName(account),
    }),
  }));
  return {
    title: speech.say(asked ? 'create.near-new' : 'create.near-title'),
    style: asked ? 'attention' : 'emphasis',
    rows,
    notes,
  };
}

function formActions({ picture, near, underWay, asked }: CreationForm, speech: Speech): readonly Button[] {
  const { id: accountId, mappingVersion: asOf, tenant } = picture.record;
  const despite = [...near.map(({ customer }) => customer.id), ...underWay.map(({ creationId }) => creationId)];
  const send = button(
    speech.say(asked ? 'create.send-anyway' : 'create.send'),
    { verb: 'create', accountId, asOf, ...(despite.length === 0 ? {} : { despite }) },
    {
      inputs: 'auto',
      // With somebody near, the first thought is to look at them.
      style: despite.length === 0 ? 'positive' : 'default',
      tooltip: speech.say('create.send-tooltip', { name: shortName(tenant.name) }),
    },
  );
  return [send, button(speech.say('search.back'), { verb: 'refresh', accountId })];
}

/** A customer file is written by people: they get the line. */
function lineView({ picture, line }: Answered<'line'>, speech: Speech): Message {
  const { id: accountId, tenant } = picture.record;
  const title = speech.say('create.line-title', { name: shortName(tenant.name) });
  const back = button(speech.say('search.back'), { verb: 'refresh', accountId });
  if ('trouble' in line) {
    const { remedy } = line.trouble;
    const lines = [speech.say('create.line-failed'), ...(remedy === undefined ? [] : [clean(remedy, 300)])];
    return noteView({ kicker: speech.say('create.kicker'), title, lines, actions: [back] }, speech);
  }
  const lines = [speech.say('create.line-body'), speech.say('create.line-id')];
  const label = speech.say('create.line-label');
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say('create.kicker'),
        title,
        lines: lines.map((text) => ({ text })),
        near: [],
        fields: [],
        // In a field it stands letter by letter: text of a card would be read as Markdown.
        line: [{ label, value: withoutUnseen(line.text) }],
        notes: [],
        actions: [back],
      },
      summary: title,
      text: [title, ...lines, `${label}: ${withoutUnseen(line.text)}`],
    },
    speech,
  );
}
