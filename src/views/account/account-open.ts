import type { AccountPicture } from '../../domain/answers';
import type { StateParts } from './account';
import { CANDIDATES_SHOWN, candidateBlock, candidateText, choiceTitle } from '../parts/candidates';
import { shortName } from '../words/escape';
import { button, maybe } from '../parts/parts';
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

/** The parts of the card while the account has no customer: the candidates and the ways to decide. */
export function openParts(picture: AccountPicture, speech: Speech, typeahead: boolean): StateParts {
  const { record } = picture;
  const name = shortName(record.tenant.name);
  const candidates = picture.candidates.slice(0, CANDIDATES_SHOWN);
  const verdict = speech.say(`verdict.${picture.verdict}`);
  const waits = isWaiting(picture) ? speech.say('account.waits') : undefined;
  const choice = {
    label: speech.say('choose.label'),
    placeholder: speech.say('choose.placeholder'),
    // Only decisive evidence is preselected, and even then a person clicks.
    value: picture.verdict === 'this-one' ? (candidates[0]?.customer.id ?? '') : '',
    choices: candidates.map(({ customer }) => ({ title: choiceTitle(customer), value: customer.id })),
  };
  const hasChoice = candidates.length > 0 || typeahead;
  const best = picture.verdict === 'this-one' ? candidates[0] : undefined;
  return {
    chosen: [],
    check: [],
    waits: maybe(waits === undefined ? undefined : { text: waits }),
    candidates: [{ verdict, rows: candidates.map((line) => candidateBlock(line, speech)) }],
    choose: maybe(hasChoice && !typeahead ? choice : undefined),
    typeahead: maybe(hasChoice && typeahead ? choice : undefined),
    search: [
      {
        label: speech.say('search.label'),
        placeholder: speech.say('search.placeholder'),
        actions: [
          button(
            speech.say('search.button'),
            { verb: 'search', accountId: record.id },
            { inputs: 'auto', tooltip: speech.say('search.tooltip') },
          ),
        ],
      },
    ],
    actions: openActions(picture, hasChoice, speech),
    hint:
      best === undefined
        ? speech.say('type.map-blank', { name })
        : speech.say('type.map', { name, customer: shortName(best.customer.name) }),
    text: [
      ...(waits === undefined ? [] : [waits]),
      verdict,
      ...candidates.map((line, index) => candidateText(line, index, speech)),
    ],
  };
}

function openActions(picture: AccountPicture, hasChoice: boolean, speech: Speech): StateParts['actions'] {
  const { id: accountId, mappingVersion: asOf } = picture.record;
  const name = shortName(picture.record.tenant.name);
  const map = button(
    speech.say('choose.map'),
    { verb: 'pick', accountId, asOf },
    { inputs: 'auto', style: 'positive', tooltip: speech.say('choose.map-tooltip', { name }) },
  );
  const ignore = button(
    speech.say('choose.ignore'),
    { verb: 'ignore', accountId, asOf },
    { tooltip: speech.say('choose.ignore-tooltip', { name }) },
  );
  return hasChoice ? [map, ignore] : [ignore];
}
