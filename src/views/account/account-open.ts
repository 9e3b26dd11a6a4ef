import type { AccountPicture, CandidateLine } from '../../domain/answers';
import type { AccountOptions, StateParts } from './account';
import { assignmentLine } from './assignment';
import { createButton, creationParts } from './creation';
import { CANDIDATES_SHOWN, candidateBlock, candidateText, choiceTitle } from '../parts/candidates';
import { mapAllButton, sistersLine } from './sisters';
import { datasetFor } from '../parts/suggestions';
import { answerPart, requestLine } from './request';
import { NO_SNOOZE, snoozeLine, snoozeParts } from './snooze';
import { shortName } from '../words/escape';
import { button, maybe, toggle } from '../parts/parts';
import type { Button, Toggle } from '../parts/parts';
import type { Speech } from '../words/speech';

/** Nothing is held up when the tenant has not accepted, or when Work 365 does not read its subscriptions. */
function isWaiting(picture: AccountPicture): boolean {
  const { acceptance, directoryRow, writeBack } = picture.record;
  return (
    acceptance.reseller.state === 'accepted' &&
    directoryRow?.syncEnabled !== false &&
    writeBack.state !== 'not-applicable'
  );
}

/** The parts of the card while the account has no customer: the best candidate, the others and the ways to decide. */
export function openParts(
  picture: AccountPicture,
  speech: Speech,
  { snoozing, reader }: Pick<AccountOptions, 'snoozing' | 'reader'>,
): StateParts {
  const { record } = picture;
  const name = shortName(record.tenant.name);
  const candidates = picture.candidates.slice(0, CANDIDATES_SHOWN);
  const verdict = speech.say(`verdict.${picture.verdict}`);
  const elsewhere = sistersLine(picture, speech);
  // One that fits best says so itself.
  const taken = [requestLine(record, speech), assignmentLine(picture, speech)].filter((part) => part !== undefined);
  const assigned = taken.length === 0 ? undefined : taken.join(' ');
  const snoozed = snoozeLine(picture, speech);
  const shownVerdict = [picture.verdict === 'this-one' ? undefined : verdict, elsewhere, assigned]
    .filter((part) => part !== undefined)
    .join(' ');
  const waits = isWaiting(picture) ? [speech.say('account.waits')] : [];
  // Where none fits, none is shown as the best: the way to a customer is the search, which is there at once.
  const nothingFits = picture.verdict === 'nothing-fits';
  const best = nothingFits ? undefined : candidates[0];
  const { creation } = record;
  const making = creation === undefined ? undefined : creationParts(picture, creation, speech);
  const others = best === undefined ? candidates : candidates.slice(1);
  return {
    verdict: making?.lines.map((text) => ({ text })) ?? maybe(shownVerdict === '' ? undefined : { text: shownVerdict }),
    best: maybe(best === undefined ? undefined : candidateBlock(best, speech)),
    asked: answerPart(record, reader, speech),
    actions: making?.actions ?? openActions(picture, best, speech),
    ...(making === undefined ? snoozeParts(picture, snoozing, speech) : NO_SNOOZE),
    others: [othersPart(picture, candidates, others, speech)],
    chosen: [],
    notes: waits.map((text) => ({ text })),
    check: [],
    hint:
      best === undefined || picture.verdict !== 'this-one'
        ? speech.say('type.map-blank', { name })
        : speech.say('type.map', { name, customer: shortName(best.customer.name) }),
    text: [
      ...waits,
      ...[snoozed, elsewhere, assigned].filter((part) => part !== undefined),
      ...(making?.lines ?? [verdict]),
      ...candidates.map((line, index) => candidateText(line, index, speech)),
    ],
  };
}

/** Who is only possible has no button of its own: whoever means it chooses it among the others. */
const LIKELY = 0.6;

function openActions(
  picture: AccountPicture,
  best: CandidateLine | undefined,
  speech: Speech,
): readonly (Button | Toggle)[] {
  const { id: accountId, mappingVersion: asOf } = picture.record;
  const name = shortName(picture.record.tenant.name);
  const ignore = button(
    speech.say('choose.ignore'),
    { verb: 'ignore', accountId, asOf },
    { tooltip: speech.say('choose.ignore-tooltip', { name }) },
  );
  const create = createButton(picture, speech);
  if (best === undefined) return create === undefined ? [ignore] : [create, ignore];
  const others = toggle(speech.say('account.others'), 'others');
  if (best.probability < LIKELY) return [others, ignore];
  const customer = shortName(best.customer.name);
  const all = mapAllButton(picture, best, speech);
  // Four buttons with a name in one of them are cut short; the name stands above them.
  const title = all === undefined ? speech.say('choose.map-to', { customer }) : speech.say('sisters.map-one');
  const map = button(
    title,
    { verb: 'pick', accountId, customerId: best.customer.id, asOf },
    {
      style: picture.verdict === 'this-one' && all === undefined ? 'positive' : 'default',
      tooltip: speech.say('choose.map-to-tooltip', { name, customer }),
    },
  );
  return [...(all === undefined ? [] : [all]), map, others, ignore];
}

/** Without a best one it is there at once: it is the only way to a customer. */
function othersPart(
  picture: AccountPicture,
  candidates: readonly CandidateLine[],
  others: readonly CandidateLine[],
  speech: Speech,
): object {
  const { record, searchesAsYouType: typeahead } = picture;
  const { id: accountId, mappingVersion: asOf } = record;
  const create = createButton(picture, speech);
  const map = button(
    speech.say('choose.map'),
    { verb: 'pick', accountId, asOf },
    { inputs: 'auto', tooltip: speech.say('choose.map-tooltip', { name: shortName(record.tenant.name) }) },
  );
  const find = button(
    speech.say('search.button'),
    { verb: 'search', accountId },
    { inputs: 'auto', tooltip: speech.say('search.tooltip') },
  );
  const choice = {
    label: speech.say('choose.label'),
    placeholder: speech.say('choose.placeholder'),
    value: '',
    choices: candidates.map(({ customer }) => ({ title: choiceTitle(customer), value: customer.id })),
    actions: [map],
  };
  return {
    isVisible: others.length === candidates.length,
    rows: others.map((line) => candidateBlock(line, speech)),
    choose: maybe(candidates.length > 0 && typeahead !== true ? choice : undefined),
    typeahead: maybe(typeahead === true ? { ...choice, dataset: datasetFor(accountId) } : undefined),
    search: [{ label: speech.say('search.label'), placeholder: speech.say('search.placeholder'), actions: [find] }],
    // Where none fits the button is there without unfolding anything.
    create: maybe(others.length === candidates.length || create === undefined ? undefined : { actions: [create] }),
  };
}
