import type { Language } from '../domain/language';
import { amongNames } from './among-names';
import { factsAsked } from './facts-asked';
import type { Intent } from './intent';
import { withJoined } from './joined-names';
import type { KnownNames } from './known-names';
import { languageOfWords } from './lexicons';
import { companiesOf } from './no-names';
import { normalise } from './normalise';
import { withoutKinds, withoutPrepositions, withoutTimes, withoutVerbs } from './prepositions';
import { tokenise } from './token';
import { ownLanguage } from './readings';
import type { Understanding, UnderstandOptions } from './understanding';

/** What the words around the names say besides: the language, and which fact is asked for. */
export function refined(
  text: string,
  heard: Extract<Understanding, { readonly outcome: 'understood' | 'beyond' }>,
  { known, locale }: UnderstandOptions,
): Understanding {
  const own = locale === undefined ? undefined : ownLanguage(locale);
  // The pattern that found it is of one language.
  if (heard.outcome === 'beyond' && heard.topic === 'country') return heard;
  if (heard.outcome === 'beyond') return { ...heard, language: languageSaid(normalise(text), heard.language, own) };
  const named = withoutVerbs(withDomains(heard.intent), heard.language, known);
  const bare = withoutKinds(withoutPrepositions(named, heard.language, known), known);
  const intent = amongNames(text, joined(text, withoutTimes(bare, heard.language, known), known), known);
  const said = companiesOf(intent).reduce((rest, name) => rest.replace(name, ' '), normalise(text));
  const language = languageSaid(said, heard.language, own);
  const facts = factsAsked(said, intent, language);
  return facts.length === 0 || intent.name !== 'status'
    ? { ...heard, language, intent }
    : { ...heard, language, intent: { ...intent, facts } };
}

/** "Ms Jensen at hkbyg.dk": the domain is the name. */
function withDomains(intent: Intent): Intent {
  if (!('companies' in intent)) return intent;
  const companies = intent.companies.map((name) => AT_DOMAIN.exec(name)?.[1] ?? name);
  return { ...intent, companies };
}

const AT_DOMAIN = /^\p{L}[\p{L}. ]*\s(?:at|from|bei|von|chez|de|en|van|bij)\s((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})$/u;

/** A question about one company, with what belongs to its name; a change is proposed or made for the name as it was read. */
function joined(text: string, intent: Intent, known: KnownNames | undefined): Intent {
  if (intent.name !== 'status' && intent.name !== 'show') return intent;
  const companies = withJoined(text, intent.companies, known);
  return companies === intent.companies ? intent : { ...intent, companies };
}

/** What the locale of a client makes of a short question must not hide the language that its words are in. */
function languageSaid(said: string, otherwise: Language, own: Language | undefined): Language {
  return languageOfWords(
    tokenise(said).flatMap(({ kind, fold }) => (kind === 'word' ? [fold] : [])),
    otherwise,
    own,
  );
}
