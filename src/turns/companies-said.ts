import { remembering } from '../commands/known-names';
import { hear } from '../commands/matters';
import { companiesOf } from '../commands/no-names';
import type { KnownNames } from '../commands/understand';
import { companiesInText } from '../tasks/companies-in-text';
import type { NamedCompany } from '../tasks/companies-in-text';
import type { Here } from './here';
import { knownNames } from './known-names';

/** More of a text than this is no question that a company stands in: its names are found, its sentences are not read. */
const READ_AS_SAID = 600;

/**
 * The companies of a text that somebody else wrote or that is no message to the bot: a quoted message, one that is asked
 * about from elsewhere, the words in a compose box. Links, ids, domains and names that we know are found, and what the
 * text would be about if it were said to the bot.
 */
export function companiesSaid(
  { ports, turn }: Here,
  text: string,
  known: KnownNames = remembering(knownNames(ports)),
): readonly NamedCompany[] {
  const { locale } = turn;
  const heard =
    text.length > READ_AS_SAID ? [] : hear(text, { known, ...(locale === undefined ? {} : { locale }) }).heard;
  const asked = heard.flatMap((one) => (one.outcome === 'understood' ? companiesOf(one.intent) : []));
  return companiesInText(ports, text, asked);
}
