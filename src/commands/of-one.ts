import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { Intent } from './intent';
import type { KnownNames } from './known-names';
import { isPureName } from './name-like';
import { isNoName } from './no-names';
import { isOfNobody } from './services-asked';
import { SparingPattern } from './sparing-pattern';

/**
 * Questions about one company that share their words with "has it accepted?" and are not answered by a yes to it: to
 * whom it is mapped, what it has, which tenant it is, and whether Work 365 has it.
 */
export interface OfOneAsked {
  readonly intent: Intent;
  readonly language: Language;
}

type Asks = 'who_mapped' | 'subscriptions' | 'users' | 'overview' | 'status' | 'agreement' | 'watch';

const N = '(?<name>.{1,100}?)';
/** Somebody by first name and surname. */
const PERSON = "(?<person>\\p{L}[\\p{L}’'-]+(?: \\p{L}[\\p{L}’'-]+)?)";
/** Products that people ask for by name. */
const P =
  '(?:any |a |an |des |de |du |una? |ein(?:en?)? |een )?(?:(?:microsoft|office|ms|m) ?365 )?(?:copilot|[eafg][1-5]|visio|project|power (?:bi|apps|automate)|teams|exchange(?: online)?|sharepoint|onedrive|intune|defender|entra(?: id)?|purview|windows 365|dynamics(?: 365)?|azure|business (?:basic|standard|premium)|(?:microsoft|office) 365)(?: (?:pro|plan|premium|p)? ?\\d?)?(?: (?:licen[cs]es?|subscriptions?|lizenz(?:en)?|abos?|licences?|licencias?|licenties?))?';
const W365 = '(?:work ?365|w365)';

const QUESTIONS: Readonly<Record<Language, readonly (readonly [Asks, string])[]>> = {
  en: [
    [
      'who_mapped',
      `(?:(?:to )?(?:which|what) (?:customer|record|customer record)) is ${N} (?:mapped|linked|assigned)(?: to)?`,
    ],
    ['who_mapped', `(?:is|isn['’]t) ${N} (?:already |yet |not )?(?:mapped|linked|assigned)(?: yet| already| or not)?`],
    [
      'agreement',
      `(?:has|have|did) ${N} (?:already |yet )?(?:sign|signed|accept|accepted) (?:the |our |their |an? )?(?:mca|(?:microsoft )?customer agreement|agreement)(?: yet| already| now)?`,
    ],
    [
      'who_mapped',
      `${N} (?:is(?:n['’]t| not)? )?(?:already |yet )?(?:mapped|linked|assigned)(?: yet| already| or not)?(?:, (?:is it|isn['’]t it|right|correct))?`,
    ],
    [
      'who_mapped',
      `(?:did|has|was it) ${PERSON} (?:who )?(?:map|mapped|link|linked|assign|assigned) ${N}(?: (?:on|in|at|last|yesterday|today) .{0,40})?`,
    ],
    ['users', `(?:is|was) ${PERSON} (?:at|from|of) ${N} (?:still )?(?:active|blocked|enabled|disabled|signed in)`],
    ['users', `(?:is|was) ${PERSON} (?:still )?(?:active|blocked|enabled|disabled|a user) (?:at|in|for) ${N}`],
    ['subscriptions', `(?:does|do|will) ${N}['’]s? ${P} (?:renew|expire|end|run out)(?: automatically| by itself)?`],
    [
      'status',
      `(?:is|isn['’]t) ${N} (?:already )?(?:a|our|one of our) (?:customer|client)s?(?: of ours)?(?: yet| already)?`,
    ],
    [
      'status',
      `(?:can|may|could|should) (?:we|i) (?:now |already )?(?:bill|invoice|charge) ${N}(?: (?:now|already|yet|this month|next month|today))?`,
    ],
    [
      'status',
      `(?:.{0,60} )?(?:are we|we['’]re|we are) ready to (?:bill|invoice|charge) ${N}(?: (?:now|already|yet|this month|next month|today))?`,
    ],
    [
      'overview',
      `(?:.{0,80} )?(?:whether|if) ${N}(?: account)? (?:is|has) (?:already |yet )?(?:\\p{L}+ing )?(?:arrived )?(?:in|on) ${W365}(?:,? or not)?(?:, .{0,80})?`,
    ],
    [
      'overview',
      `why (?:does|is|do) ${N} (?:show|showing|listed|shown) as (?:pending|open|unmapped|waiting)(?: .{0,60})?`,
    ],
    ['overview', `which (?:customer )?record is (?:the )?(?:right|best|correct)(?: one)? for ${N}`],
    ['subscriptions', `(?:does|do|did|has|have) ${N} (?:have|has|use|own|got|buy) ${P}`],
    ['subscriptions', `(?:is|are) ${P} (?:active|enabled|on|there|available) (?:for|at|in) ${N}`],
    [
      'overview',
      `(?:what(?:['’]s| is) |show me |give me )?(?:the )?(?:tenant id|tenant number|tenant|primary domain|domain)(?: and (?:the )?(?:tenant id|primary domain|domain))? (?:of|for) ${N}`,
    ],
    [
      'overview',
      `(?:what(?:['’]s| is) |show me |give me )?${N}['’]s (?:tenant id|tenant number|primary domain|domain)(?: and (?:tenant id|primary domain|domain))?`,
    ],
    ['overview', `(?:is|isn['’]t) ${N}['’]s? sync (?:switched |turned )?(?:off|on|disabled|enabled)`],
    ['overview', `(?:is|isn['’]t) (?:the )?sync (?:switched |turned )?(?:off|on|disabled|enabled) for ${N}`],
    [
      'overview',
      `(?:is|isn['’]t|is there|does) ${N} (?:already |yet |show up |appear |reflecting )?(?:in|on) ${W365}(?: yet| already)?(?:,? or not)?`,
    ],
    ['overview', `${N} is in ${W365} or not`],
    ['overview', `why is(?:n['’]t)? ${N} (?:not )?(?:yet )?in ${W365}(?: yet)?`],
  ],
  de: [
    [
      'who_mapped',
      `(?:wem|welchem kunden|welchem datensatz|zu wem|zu welchem kunden) (?:ist|wurde|gehört) ${N}(?: zugeordnet| verknüpft)?`,
    ],
    ['users', `ist ${PERSON} (?:bei|von) ${N} (?:noch )?(?:aktiv|gesperrt|blockiert)`],
    ['status', `(?:können|dürfen) wir ${N} (?:schon |jetzt )?(?:abrechnen|berechnen)`],
    ['overview', `${N}\\s*[–—:,-]\\s*welche[rs]? (?:datensatz|kunde) ist (?:der )?richtige`],
    ['who_mapped', `ist ${N} (?:schon |bereits |noch nicht |noch |nicht )?(?:zugeordnet|verknüpft)`],
    ['subscriptions', `(?:hat|nutzt|verwendet) ${N} ${P}`],
    [
      'overview',
      `(?:was ist |wie lautet |zeig(?:e)? mir )?(?:die )?(?:tenant-?id|mandanten-?id|domain|domäne) (?:von|für) ${N}`,
    ],
    ['overview', `ist ${N} (?:schon |bereits )?in ${W365}(?: oder nicht)?`],
    [
      'watch',
      `(?:bitte )?(?:sag|sage|gib) (?:mir|uns) bescheid,? (?:sobald|wenn|falls|sowie) ${N} (?:angenommen|akzeptiert|zugestimmt) hat`,
    ],
  ],
  fr: [
    ['who_mapped', `à (?:quel client|quelle fiche|qui) (?:est|a été) (?:lié|associé|rattaché)e? ${N}`],
    ['who_mapped', `${N} est (?:lié|associé|rattaché)e? à (?:quel client|quelle fiche|qui)`],
    [
      'who_mapped',
      `(?:est-ce que )?${N} (?:est|n['’]est)(?:-il|-elle)? (?:déjà |bien |pas |pas encore )?(?:lié|associé|rattaché)e?`,
    ],
    ['subscriptions', `(?:est-ce que )?${N} (?:a|utilise|possède)(?:-t-il|-t-elle)? ${P}`],
    [
      'overview',
      `(?:quel est |donne-moi )?(?:l['’]id (?:du|de) (?:tenant|locataire)|l['’]identifiant (?:du|de) (?:tenant|locataire)|le domaine) (?:de |d['’])${N}`,
    ],
    ['overview', `(?:est-ce que )?${N} est(?:-il|-elle)? (?:déjà )?dans ${W365}`],
  ],
  es: [
    ['who_mapped', `¿?(?:a )?(?:qué cliente|qué registro|quién) (?:está|fue) (?:asignad|vinculad|asociad)[oa] ${N}`],
    ['who_mapped', `¿?${N} (?:ya )?(?:está|no está) (?:ya )?(?:asignad|vinculad|asociad)[oa](?: ya)?`],
    ['who_mapped', `¿?(?:ya )?está (?:ya )?(?:asignad|vinculad|asociad)[oa] ${N}`],
    ['who_mapped', `¿?(?:ya )?está ${N} (?:ya )?(?:asignad|vinculad|asociad)[oa](?: ya)?`],
    ['subscriptions', `¿?(?:tiene|usa) ${N} ${P}`],
    ['subscriptions', `¿?${N} (?:tiene|usa) ${P}`],
    ['overview', `¿?(?:cuál es |dame )?(?:el id (?:del|de) (?:tenant|inquilino)|el dominio) de ${N}`],
    ['overview', `¿?(?:ya )?está ${N} (?:ya )?en ${W365}`],
  ],
  nl: [
    ['who_mapped', `aan (?:welke klant|welk record|wie) (?:is|werd) ${N} (?:gekoppeld|toegewezen)`],
    ['who_mapped', `is ${N} (?:al |reeds |nog niet |nog |niet )?(?:gekoppeld|toegewezen)`],
    ['subscriptions', `(?:heeft|gebruikt) ${N} ${P}`],
    ['overview', `(?:wat is |geef me )?(?:het |de )?(?:tenant-?id|domein) van ${N}`],
    ['overview', `(?:staat|is|zit) ${N} (?:al )?in ${W365}(?: of niet)?`],
  ],
};

const PATTERNS = LANGUAGES.flatMap((language) =>
  QUESTIONS[language].map(([asks, text]) => ({
    language,
    asks,
    pattern: new SparingPattern(`^[¿¡\\s]*(?:(?:and|und|et|y|en) )?${text}\\s*[?.!]*$`, 'iu'),
  })),
);
/** A question without one of these words is none of them. */
const MAYBE =
  /copilot|visio|power bi|mapped|linked|assigned|zugeordnet|verknüpft|gehört|lié|associé|rattaché|asignad|vinculad|asociad|gekoppeld|toegewezen|have|has|use|own|customer|client|bill|invoice|charge|blocked|disabled|shown?|record|datensatz|kunde|abrechnen|berechnen|gesperrt|aktiv|renew|hat |nutzt|verwendet|utilise|possède|tiene|usa|heeft|gebruikt|365|sign|agreement|active|enabled|available|tenant|mandant|domain|domäne|domein|dominio|domaine|sync|bescheid|(?:did|has) .* (?:map|link|assign)|^(?:please )?map |^(?:bitte )?ordne |^koppel /iu;
/** The two names of a mapping. */
const TO = /\s(?:to|with|as|zu|mit|dem|der|aan|met|->|=>|→|=)\s/iu;
const LONGEST = 160;
const NO_PERSON = new RegExp(
  `^(?:${P}|.*(?:dap|mca|365|access|sync|agreement|relationship|licen[cs]es?|subscriptions?))$`,
  'iu',
);

/** What one company is asked about by one of these sentences; undefined for anything else. */
export function ofOneAsked(plain: string, known: KnownNames | undefined): OfOneAsked | undefined {
  if (plain.length > LONGEST || !MAYBE.test(plain)) return undefined;
  for (const { language, asks, pattern } of PATTERNS) {
    const { name: typed, person } = pattern.exec(plain)?.groups ?? {};
    const name = typed?.trim().replace(/^"(.+)"$/, '$1');
    const several = name === undefined || asks !== 'status' ? undefined : severalIn(name, known);
    if (several !== undefined) return { intent: { name: 'status', companies: several }, language };
    if (name === undefined || !(isOne(name, known) || (asks === 'agreement' && isWord(name)))) continue;
    if (person === undefined || isPerson(person, known)) return { intent: intentOf(asks, name), language };
  }
  return undefined;
}

/** One company and nothing else. A single word in small letters may be any word, unless somebody is called so. */
export function isOne(name: string, known: KnownNames | undefined): boolean {
  if (known?.has(name) === true) return !isOfNobody(name) && !isNoName(name, known);
  if (TO.test(` ${name} `) || isOfNobody(name) || isNoName(name, known) || !isPureName(name, known)) return false;
  return !/^\p{Ll}+$/u.test(name);
}

/** "Ready to invoice Woodgrove and Margie's Travel?" */
function severalIn(name: string, known: KnownNames | undefined): readonly string[] | undefined {
  if (known?.has(name) === true) return undefined;
  const names = name.split(/,?\s+(?:and|und|et|y|en)\s+|,\s+/u);
  return names.length > 1 && names.every((one) => isOne(one, known)) ? names : undefined;
}

/** Whose agreement it is can be nothing but a company, in small letters too. */
function isWord(name: string): boolean {
  return !isOfNobody(name) && !isNoName(name, undefined) && isPureName(name, undefined);
}

/** Neither a product or an agreement, nor a word such as "anyone". */
function isPerson(name: string, known: KnownNames | undefined): boolean {
  return (
    known?.has(name) !== true && !isNoName(name, undefined) && isPureName(name, undefined) && !NO_PERSON.test(name)
  );
}

function intentOf(asks: Asks, name: string): Intent {
  const companies = [name];
  switch (asks) {
    case 'who_mapped':
    case 'watch':
      return { name: asks, companies };
    case 'status':
      return { name: 'status', companies };
    case 'agreement':
      return { name: 'status', companies, facts: ['agreement'] };
    case 'subscriptions':
    case 'users':
    case 'overview':
      return { name: 'show', companies, what: asks };
  }
}
