import type { Language } from '../domain/language';
import type { Intent, IntentName } from './intent';
import { namesIn } from './invitation-heard';
import { withoutRecipients } from './recipients';
import type { Understanding, UnderstandOptions } from './understanding';

/** What is said whole of companies, and done for each of them. */
export const OF_EACH: ReadonlySet<IntentName> = new Set<IntentName>([
  'assign',
  'unassign',
  'request',
  'remind',
  'snooze',
  'wake',
  'mute',
  'unmute',
]);
const JOIN = /\s*(?:,|\s(?:and|und|et|y|en|&)\s)\s*/iu;

/** "Contoso and HKB" are two where somebody bears each name, or where names are joined so; else it stays one. */
export function namesApart(heard: Understanding, message: string, options: UnderstandOptions): Understanding {
  if (heard.outcome !== 'understood') return heard;
  const said = withoutRecipients(heard);
  return {
    ...said,
    intent: ofEach(withoutVerbs(said.intent, { language: said.language, message, ...options }), options),
  };
}

/** "Fabrikam a (déjà accepté)": verbs and small words that no name ends with; "a" is one in French alone. */
const BEHIND = /(?: (?:ha|hat|has|have|est|ist|está|heeft|déjà|deja|ya|al|schon|already|porfa|pls|stp|svp|aub))+$/iu;
const BEHIND_IN_FRENCH = /(?: (?:a|n'a|est|déjà|deja|c|stp|svp|porfa))+$/iu;

/** "The company Proseware (proseware.com)": the name says enough, and the domain is no part of it. */
const WITH_DOMAIN =
  /^(?:(?:the|die|der|la|le|el|het|de) )?(?:(?:company|customer|firma|kunde|soci[eé]t[eé]|client|empresa|cliente|bedrijf|klant) )?(\S.{0,80}?) \((?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\)?$/iu;

function named(name: string): string {
  return WITH_DOMAIN.exec(name)?.[1] ?? name;
}

/** What stands in quotes is a name as it stands. */
function isQuoted(name: string, message: string): boolean {
  const at = message.indexOf(name);
  return at > 0 && /["“„«»‹']/u.test(message.charAt(at - 1));
}

interface Said extends UnderstandOptions {
  readonly language: Language;
  readonly message: string;
}

function withoutVerbs(intent: Intent, { language, message, known }: Said): Intent {
  if (!('companies' in intent)) return intent;
  const behind = language === 'fr' ? BEHIND_IN_FRENCH : BEHIND;
  const companies = intent.companies.map((name) => {
    if (isQuoted(name, message)) return name;
    const bare = named(name).replace(behind, '');
    // Somebody may be called so after all.
    return bare === name || (known?.has(name) === true && !known.has(bare)) ? name : bare;
  });
  return companies.join() === intent.companies.join() ? intent : Object.assign({}, intent, { companies });
}

function ofEach(intent: Intent, options: UnderstandOptions): Intent {
  if (!OF_EACH.has(intent.name) || !('companies' in intent)) return intent;
  const companies = intent.companies.flatMap((name) => apart(name, options));
  // "Snooze Contoso, HKB": what stands behind the comma is no reason.
  if (intent.name === 'snooze' && intent.until === undefined && options.known?.has(intent.reason ?? '') === true) {
    const { reason = '', ...rest } = intent;
    return { ...rest, companies: [...companies, reason] };
  }
  return companies.length === intent.companies.length ? intent : Object.assign({}, intent, { companies });
}

function apart(name: string, options: UnderstandOptions): readonly string[] {
  const parts = name.split(JOIN).filter((part) => part !== '');
  const { known } = options;
  if (parts.length < 2 || known?.has(name) === true) return [name];
  if (known !== undefined && parts.every((part) => known.has(part))) return parts;
  const found = namesIn(name, options);
  return found.length > 1 ? found : [name];
}
