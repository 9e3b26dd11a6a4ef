import type { Action, Verb } from '../actions/action';
import type { AccountRecord } from '../domain/account';
import type { CreationAnswer } from '../domain/creation-answer';
import { mayDo } from '../policy/policy';
import { createCustomer, giveUpCustomer, insistOnCustomer, openCreation } from '../tasks/create-customer';
import type { FormReader } from '../tasks/create-customer';
import type { Reply } from '../turn';
import { creationView } from '../views/account/create-customer';
import { clickOf } from './clicked';
import { accountById, say } from './here';
import type { Here } from './here';
import { subjectOf, toldAbout } from './told';

type Of<V extends Verb> = Extract<Action, { readonly verb: V }>;

/** The form below the card that was clicked, or in its place. */
export async function openForm(here: Here, { accountId, below }: Of<'create-form'>): Promise<Reply> {
  const record = await accountById(here, accountId);
  if (record === undefined) return inPlace(here, { answer: 'account-gone' });
  return below === true
    ? sayForm(here, record)
    : inPlace(here, await openCreation(here.ports, record, readerHere(here)));
}

/** The form as a message of its own. */
export async function sayForm(here: Here, record: AccountRecord): Promise<Reply> {
  const answer = await openCreation(here.ports, record, readerHere(here));
  const told = toldAbout({ name: 'create', companies: [record.tenant.name] }, [subjectOf(record)]);
  return say(creationView(answer, here.speech), told);
}

export async function createFromForm(
  here: Here,
  { accountId, asOf, details, despite = [] }: Of<'create'>,
): Promise<Reply> {
  return onRecord(here, accountId, async (record) =>
    createCustomer(
      here.ports,
      here.person,
      record,
      { details, asOf, despite },
      await clickOf(here, accountId),
      readerHere(here),
    ),
  );
}

export async function createAnyway(here: Here, { accountId, creationId, asOf }: Of<'create-anyway'>): Promise<Reply> {
  return onRecord(here, accountId, async (record) =>
    insistOnCustomer(here.ports, here.person, record, { creationId, asOf }, await clickOf(here, accountId)),
  );
}

export async function giveUp(here: Here, { accountId, creationId }: Of<'create-give-up'>): Promise<Reply> {
  return onRecord(here, accountId, (record) => giveUpCustomer(here.ports, record, creationId));
}

async function onRecord(
  here: Here,
  accountId: string,
  answer: (record: AccountRecord) => Promise<CreationAnswer>,
): Promise<Reply> {
  const record = await accountById(here, accountId);
  return inPlace(here, record === undefined ? { answer: 'account-gone' } : await answer(record));
}

function inPlace(here: Here, answer: CreationAnswer): Reply {
  const message = creationView(answer, here.speech);
  if (!('picture' in answer) || answer.answer === 'line') return { reply: 'card', message };
  const { record } = answer.picture;
  // Only the account's own card is kept up to date.
  const keep = answer.answer === 'not-here' ? {} : { keep: { accountId: record.id, shownVersion: record.version } };
  return { reply: 'card', message, ...keep };
}

/** A customer's people are shown where `show users` is allowed. */
function readerHere({ sender, conversation, speech, turn }: Here): FormReader {
  const seesPeople = mayDo(sender.kind, 'see-users') && conversation.type !== 'group';
  return { seesPeople, where: turn.place.conversationId, country: (code) => speech.country(code) };
}
