import type { Action } from '../../actions/action';
import type { AccountPicture } from '../../domain/answers';
import type { Creation } from '../../domain/creation';
import { button, distinct } from '../parts/parts';
import type { Button } from '../parts/parts';
import { clean, shortName } from '../words/escape';
import type { Speech } from '../words/speech';

const WORDS_SHOWN = 300;

/** A customer that is being created for an open account, or was refused: what is said of it, and what can be done. */
export interface CreationParts {
  readonly lines: readonly string[];
  readonly actions: readonly Button[];
}

export function creationParts(picture: AccountPicture, creation: Creation, speech: Speech): CreationParts {
  return creation.state === 'owed' ? owedParts(picture, creation, speech) : refusedParts(picture, creation, speech);
}

function owedParts({ record }: AccountPicture, creation: Creation, speech: Speech): CreationParts {
  const { id: accountId, tenant } = record;
  const { id: creationId, by, details, lastError, begun } = creation;
  const values = { who: shortName(by.name), customer: shortName(details.name), name: shortName(tenant.name) };
  const giveUp = button(speech.say('creation.give-up'), { verb: 'create-give-up', accountId, creationId });
  return {
    lines: [speech.say('creation.owed', values), ...(lastError === undefined ? [] : [speech.say('creation.trying')])],
    // What is on its way cannot be called back.
    actions: begun === undefined ? [giveUp] : [],
  };
}

function refusedParts({ record }: AccountPicture, creation: Creation, speech: Speech): CreationParts {
  const { id: accountId, mappingVersion: asOf, tenant } = record;
  const { id: creationId, by, details, refusal } = creation;
  const { kind = 'data', words, like = [] } = refusal ?? {};
  const said = speech.say(`creation.refused-${kind}`, {
    customer: shortName(details.name),
    who: shortName(by.name),
  });
  const cause = words === undefined ? [] : [speech.say('creation.its-words', { words: clean(words, WORDS_SHOWN) })];
  const name = shortName(tenant.name);
  const shown = like.slice(0, 2);
  const titles = distinct(shown.map((one) => speech.say('choose.map-to', { customer: shortName(one.name) })));
  const mapTo = shown.map(({ id: customerId, name: liked }, at) => {
    const customer = shortName(liked);
    const action: Action = { verb: 'pick', accountId, customerId, asOf };
    const tooltip = speech.say('choose.map-to-tooltip', { name, customer });
    return button(titles[at] ?? '', action, { tooltip });
  });
  const again =
    kind === 'duplicate'
      ? [button(speech.say('create.send-anyway'), { verb: 'create-anyway', accountId, creationId, asOf })]
      : [];
  const change = kind === 'off' ? [] : [button(speech.say('creation.change'), { verb: 'create-form', accountId })];
  const giveUp = button(speech.say('creation.give-up'), { verb: 'create-give-up', accountId, creationId });
  return { lines: [said, ...cause], actions: [...mapTo, ...again, ...change, giveUp] };
}

/** The way to a customer that is not there yet; undefined where there is none. */
export function createButton({ record, creates }: AccountPicture, speech: Speech, below = false): Button | undefined {
  const { id: accountId, tenant, creation } = record;
  if (creates === undefined || creation !== undefined) return undefined;
  return button(
    speech.say('create.button'),
    { verb: 'create-form', accountId, ...(below ? { below: true as const } : {}) },
    { tooltip: speech.say('create.tooltip', { name: shortName(tenant.name) }) },
  );
}
