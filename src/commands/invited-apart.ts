import type { DayBefore } from '../domain/invited-on';
import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { cutDay, cutDayInside } from './day-before';
import type { WithDay } from './day-before';
import { holdsSentence, invitationSaid, isNobody, mayTellOfInvitation } from './invited';
import { namesIn } from './invitation-heard';
import { normalise } from './normalise';
import type { Understanding, UnderstandOptions } from './understanding';

/** "We invited A last Thursday and B yesterday": each with a day of its own. */

const JOIN = /(?:,?\s+(?:and|und|et|y|en)|,)\s+(?:(?:also|auch|aussi|también|ook|then|dann|puis|luego|dan) )?/iu;
const AND: Readonly<Record<Language, string>> = { en: 'and', de: 'und', fr: 'et', es: 'y', nl: 'en' };
const MOST_PARTS = 8;
const MOST_WORDS = 6;
/** Days are looked for in short messages only. */
const MOST_OF_ALL = 60;
/** The end of a sentence in German and Dutch. */
const VERB =
  / (?:eingeladen|(?:raus|ver)?ge(?:schickt|sandt|sendet|mailt)|verschickt|uitgenodigd|gestuurd|verstuurd|gemaild|verzonden)$/iu;
const TO = /^(?:to|an|à|au|a|al|aan|naar) /iu;

type Understood = Extract<Understanding, { readonly outcome: 'understood' }>;
interface Told {
  readonly companies: string;
  readonly on: DayBefore;
}

/** Each as it was invited; undefined where not everybody has a day of their own. */
export function invitedApart(text: string, options: UnderstandOptions): readonly Understood[] | undefined {
  const plain = normalise(text)
    .replaceAll('’', "'")
    .trim()
    .replace(/[.!\s]+$/u, '');
  if (!mayTellOfInvitation(plain)) return undefined;
  const parts = plain.split(JOIN);
  if (parts.length < 2 || parts.length > MOST_PARTS || plain.split(' ').length > MOST_OF_ALL) return undefined;
  for (const language of LANGUAGES) {
    const told = toldApart(parts, plain, language);
    if (told === undefined) continue;
    return told.map(({ companies, on }) => ({
      outcome: 'understood',
      intent: { name: 'invited', companies: namesIn(companies, options), on },
      language,
      evidence: [`phrase "${companies}"`],
    }));
  }
  return undefined;
}

function toldApart(parts: readonly string[], plain: string, language: Language): readonly Told[] | undefined {
  const verb = VERB.exec(plain)?.[0] ?? '';
  const [first = '', ...more] = grouped(parts, language);
  if (more.length === 0) return undefined;
  const told = [
    wholeIn(first, language) ?? wholeIn(`${first}${verb}`, language),
    ...more.map((one) => partIn(one, language)),
  ];
  return told.every((one) => one !== undefined) ? told : undefined;
}

/** Up to a day each; none where what stands last has no day. */
function grouped(parts: readonly string[], language: Language): readonly string[] {
  const groups: string[] = [];
  let open: readonly string[] = [];
  for (const part of parts) {
    open = [...open, part];
    if (dayOf(part.replace(VERB, ''), language) === undefined) continue;
    groups.push(open.join(` ${AND[language]} `));
    open = [];
  }
  return open.length > 0 ? [] : groups;
}

function dayOf(text: string, language: Language): WithDay | undefined {
  return cutDay(text, language, 'end') ?? cutDay(text, language, 'start') ?? cutDayInside(text, language);
}

function wholeIn(text: string, language: Language): Told | undefined {
  const said = invitationSaid(text);
  if (said?.says !== 'invited' || said.language !== language || said.on === undefined) return undefined;
  return { companies: said.companies, on: said.on };
}

/** "Tailspin yesterday", and the same with the verb said again. */
function partIn(text: string, language: Language): Told | undefined {
  const whole = wholeIn(text, language);
  if (whole !== undefined) return whole;
  const { rest, day } = dayOf(text.replace(VERB, ''), language) ?? {};
  const companies = rest?.replace(TO, '').trim();
  if (day === undefined || companies === undefined || companies === '') return undefined;
  const isName = companies.split(/[ ,]+/u).length <= MOST_WORDS && !isNobody(companies) && !holdsSentence(companies);
  return isName ? { companies, on: day } : undefined;
}
