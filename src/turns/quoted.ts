import { hear } from '../commands/matters';
import { companiesOf } from '../commands/no-names';
import type { KnownNames } from '../commands/understand';
import { distinctSubjects } from '../domain/told';
import type { Subject } from '../domain/told';
import { whatIsShown } from './clicked';
import type { Quote } from '../turn';
import { findAccount } from '../records/find-account';
import type { Here } from './here';
import { subjectOf } from './told';

/** Words of a preview that can be a name together. */
const LONGEST_NAME = 6;

/**
 * What a quoted message was about: as we remember it, else what its card shows, else whose name stands in the beginning
 * of it that Teams sends along.
 */
export async function quotedSubjects(here: Here, quote: Quote, known: KnownNames): Promise<readonly Subject[]> {
  const { messageId, preview } = quote;
  const kept = await here.talk.saidIn(messageId);
  if (kept !== undefined) return kept;
  const { conversationId } = here.turn.place;
  const shown = whatIsShown(here.ports, { conversationId, messageId }, undefined);
  const record = shown.shows === 'account' ? here.ports.register.account(shown.accountId) : undefined;
  if (record !== undefined) return [subjectOf(record)];
  return namedIn(here, preview, known);
}

function namedIn({ ports, turn }: Here, preview: string, known: KnownNames): readonly Subject[] {
  const { locale } = turn;
  const { heard } = hear(preview, { known, ...(locale === undefined ? {} : { locale }) });
  const companies = heard.flatMap((one) => {
    if (one.outcome === 'understood') return companiesOf(one.intent);
    return one.outcome === 'misunderstood' ? (one.companies ?? []) : [];
  });
  const found = companies.flatMap((name) => accountNamed(ports.register, name));
  return found.length > 0
    ? distinctSubjects(found)
    : distinctSubjects(runsOf(preview).flatMap((name) => exactly(ports.register, known, name)));
}

function accountNamed(register: Here['ports']['register'], name: string): readonly Subject[] {
  const found = findAccount(register, name);
  return found.found === 'one' || found.found === 'assumed' ? [subjectOf(found.account)] : [];
}

function exactly(register: Here['ports']['register'], known: KnownNames, name: string): readonly Subject[] {
  return known.has(name) ? accountNamed(register, name) : [];
}

/** Every run of words of the text, the longer ones first. */
function runsOf(text: string): readonly string[] {
  const words = text.split(/\s+/).map((word) => word.replace(/^["“„«(]+|["”“»).,:;!?]+$/g, ''));
  const runs: string[] = [];
  for (let length = Math.min(LONGEST_NAME, words.length); length > 0; length--)
    for (let at = 0; at + length <= words.length; at++) runs.push(words.slice(at, at + length).join(' '));
  return runs.filter((run) => run.length > 2);
}
