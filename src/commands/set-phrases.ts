import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { announcedPhrase } from './announced';
import { assignPhrase } from './assign';
import { createPhrase } from './create';
import { digestTime } from './digest-time';
import type { Intent } from './intent';
import { mutePhrase } from './mute';
import { noNews } from './no-news';
import { quietSaid } from './quiet-said';
import { remindersAsked } from './reminders-asked';
import { remindersSaid } from './reminders-said';
import { reviewPhrase } from './review';
import { snoozeAsked } from './snooze-asked';
import { SparingPattern } from './sparing-pattern';

/**
 * Short set phrases whose words mean something else one by one: "announce here" holds no name of a setting, "make the
 * link between A and B" holds "the link", and "open the mapping" undoes nothing.
 */
export type SetPhrase =
  | { readonly phrase: 'means'; readonly intent: Intent; readonly language: Language; readonly proposed?: true }
  /** A question for status, to be answered by a new look; one company or several, as typed. */
  | { readonly phrase: 'look-again'; readonly companies: string; readonly language: Language }
  /** It may mean either; what is offered names both. */
  | { readonly phrase: 'asked-back'; readonly company: string; readonly language: Language };

const ALL: Readonly<Record<Language, string>> = {
  en: '(?: (?:all|the|any|new|more|about|of|accounts?|customers?|tenants?|ones|them|it|anything))*',
  de: '(?: (?:bitte|alle|die|neue|neuen|konten|kunden|accounts|mandanten|sie|etwas|auch))*',
  fr: '(?: (?:tous|les|des|nouveaux|nouvelles|comptes|clients|aussi))*',
  es: '(?: (?:todas|las|los|nuevas|nuevos|cuentas|clientes|también))*',
  nl: '(?: (?:alle|de|nieuwe|accounts|klanten|ook))*',
};

const END =
  "(?: (?:too|again|please|from now on|any ?more|bitte|wieder|s'il te plaît|s'il vous plaît|por favor|aub|graag))*\\s*[.!]*$";

const ON: Readonly<Record<Language, string>> = {
  en: `(?:announce|post|start announcing|start posting)${ALL.en} (?:here|in this (?:channel|chat|team))`,
  de: `(?:(?:kündige|melde|poste)${ALL.de} hier${ALL.de}(?: an)?|(?:neue konten |neue kunden )?hier${ALL.de} (?:ankündigen|melden|ansagen|posten))`,
  fr: `annonce[rz]?${ALL.fr} ici`,
  es: `anunci(?:a|ar|e)${ALL.es} aquí`,
  nl: `(?:(?:meld|kondig|post)${ALL.nl} hier${ALL.nl}(?: aan)?|(?:nieuwe accounts |nieuwe klanten )?hier${ALL.nl} (?:melden|aankondigen))`,
};

const OFF: Readonly<Record<Language, string>> = {
  en: `(?:(?:do not|don't|dont|never|stop|quit|no longer) (?:announc(?:e|ing)|post(?:ing)?)${ALL.en} (?:here|in this (?:channel|chat|team))|no (?:more )?announcements here)`,
  de: `(?:(?:kündige|melde|poste)${ALL.de} hier${ALL.de} (?:nicht|nichts|keine(?: neuen)?(?: konten)?)(?: mehr)?(?: an)?|(?:neue konten )?hier (?:nicht|nichts|keine(?: neuen)? konten)(?: mehr)? (?:ankündigen|melden|posten)|keine ankündigungen(?: mehr)? hier|hier keine ankündigungen(?: mehr)?)`,
  fr: `(?:n'annonce[rz]? (?:pas|plus|rien)${ALL.fr} ici|ne (?:pas|plus) annoncer${ALL.fr} ici|(?:pas|plus) d'annonces ici)`,
  es: `(?:no anunci(?:es|ar|e)${ALL.es} (?:más )?aquí|deja de anunciar${ALL.es} aquí|no más anuncios aquí)`,
  nl: `(?:(?:meld|kondig|post)${ALL.nl} hier${ALL.nl} (?:niet|niets|geen(?: nieuwe)?(?: accounts)?)(?: meer)?(?: aan)?|(?:hier )?(?:niet|niets)(?: meer)? (?:melden|aankondigen)(?: hier)?|geen aankondigingen(?: meer)? hier)`,
};

const LINK: Readonly<Record<Language, RegExp>> = {
  en: new SparingPattern(
    /^(?:please )?(?:make|create|set up|add|establish) (?:the|a) (?:link|mapping|connection) between (.{1,100}?) and (.{1,100}?)[.!]*$/iu,
  ),
  de: new SparingPattern(
    /^(?:bitte )?(?:stelle?|mach) (?:die|eine) (?:verbindung|verknüpfung|zuordnung) zwischen (.{1,100}?) und (.{1,100}?)(?: her)?[.!]*$/iu,
  ),
  fr: new SparingPattern(
    /^(?:fais|crée|établis|faites|créez) (?:le|un|la) (?:lien|liaison|association) entre (.{1,100}?) et (.{1,100}?)[.!]*$/iu,
  ),
  es: new SparingPattern(
    /^(?:haz|crea|establece) (?:el|un|la) (?:enlace|vínculo|asignación|relación) entre (.{1,100}?) y (.{1,100}?)[.!]*$/iu,
  ),
  nl: new SparingPattern(
    /^(?:maak|leg) (?:de|een) (?:koppeling|link|verbinding) tussen (.{1,100}?) en (.{1,100}?)[.!]*$/iu,
  ),
};

/** To look at a mapping and to make it anew both begin with the account's card. */
const OPEN: Readonly<Record<Language, RegExp>> = {
  en: new SparingPattern(
    /^(?:please )?(?:open|redo|show|view|re-?do|revisit|change|correct|edit) (?:the |this )?mapping (?:of|for) (.{1,100}?)[.!]*$/iu,
  ),
  de: new SparingPattern(
    /^(?:bitte )?(?:öffne|zeige?|ändere|korrigiere) (?:die )?zuordnung (?:von|für) (.{1,100}?)[.!]*$/iu,
  ),
  fr: new SparingPattern(/^(?:ouvre|montre|refais|change|corrige) l'association (?:de|pour|d') ?(.{1,100}?)[.!]*$/iu),
  es: new SparingPattern(/^(?:abre|muestra|rehaz|cambia|corrige) la asignación (?:de|para) (.{1,100}?)[.!]*$/iu),
  nl: new SparingPattern(/^(?:open|toon|wijzig|corrigeer) de koppeling (?:van|voor) (.{1,100}?)[.!]*$/iu),
};

const RELEASE: Readonly<Record<Language, RegExp>> = {
  en: new SparingPattern(/^(?:please )?release (.{1,100}?)[.!]*$/iu),
  de: new SparingPattern(/^gib (.{1,100}?) frei[.!]*$/iu),
  fr: new SparingPattern(/^(?:libère|libérez) (.{1,100}?)[.!]*$/iu),
  es: new SparingPattern(/^libera (.{1,100}?)[.!]*$/iu),
  nl: new SparingPattern(/^geef (.{1,100}?) vrij[.!]*$/iu),
};

/** To look at the source again, whatever the age of what we have. */
const FRESH: Readonly<Record<Language, RegExp>> = {
  en: new SparingPattern(
    /^(?:please |pls |can you |could you )*(?:(?:refresh|re-?check|reload|re-?read|look again at|look at|look up|check(?: on)?) (.{1,100}?) (?:again|once more|one more time|afresh)|(?:refresh|re-?check|reload|look again at|look again for|check again(?: on| for)?|(?:ask|check with) partner center again (?:about|for)) (.{1,100}?))(?: now| please| pls)*[.!?]*$/iu,
  ),
  de: new SparingPattern(
    /^(?:bitte |kannst du |könntest du )*(?:(?:prüfe?|überprüfe?|schau|sieh|check(?:e)?|lies|frag(?:e)?)(?: bitte)? (?:bei |nach |die daten von )?(.{1,100}?) (?:noch ?mals?|noch einmal|erneut|neu|wieder)(?: nach| an| ein| prüfen| ansehen)*|(?:aktualisiere?|erneuere?) (.{1,100}?)|(?:schau|sieh|prüfe?|check(?:e)?|überprüfe?)(?: bitte)? (?:noch ?mals?|noch einmal|erneut) (?:bei |nach )?(.{1,100}?)(?: nach| an)?|(.{1,100}?) (?:aktualisieren|(?:noch ?mals?|noch einmal|erneut) (?:prüfen|überprüfen|ansehen|nachsehen)))(?: bitte)?[.!?]*$/iu,
  ),
  fr: new SparingPattern(
    /^(?:s'il te plaît,? |s'il vous plaît,? |peux-tu |pouvez-vous )*(?:(?:vérifie[rz]?|regarde[rz]?|consulte[rz]?|contrôle[rz]?) (?:encore une fois|à nouveau|de nouveau) (.{1,100}?)|(?:vérifie[rz]?|regarde[rz]?|consulte[rz]?|contrôle[rz]?) (.{1,100}?) (?:encore une fois|à nouveau|de nouveau|encore)|(?:actualise[rz]?|rafraîchi(?:s|r|ssez)|revérifie[rz]?|reconsulte[rz]?) (.{1,100}?))(?: maintenant| stp| svp| s'il te plaît| s'il vous plaît)*\s*[.!?]*$/iu,
  ),
  es: new SparingPattern(
    /^(?:por favor,? |puedes |podrías )*(?:(?:vuelve|volver) a (?:mirar|comprobar|revisar|consultar|verificar) (?:a )?(.{1,100}?)|(?:comprueba|revisa|mira|consulta|verifica) (?:otra vez|de nuevo|nuevamente) (?:a )?(.{1,100}?)|(?:comprueba|revisa|mira|consulta|verifica) (?:a )?(.{1,100}?) (?:otra vez|de nuevo|nuevamente)|(?:actualiza|actualizar|refresca) (?:a )?(.{1,100}?))(?: ahora| por favor)*[.!?]*$/iu,
  ),
  nl: new SparingPattern(
    /^(?:graag |kun je |wil je )*(?:(?:controleer|bekijk|check|kijk|vraag)(?: even)? (?:bij |naar )?(.{1,100}?) (?:nog eens|nog een keer|opnieuw|nogmaals)(?: na| op)?|(?:controleer|bekijk|check|kijk)(?: even)? (?:nog eens|nog een keer|opnieuw|nogmaals) (?:bij |naar )?(.{1,100}?)|(?:ververs|vernieuw|herlaad) (.{1,100}?))(?: nu| aub| graag| alsjeblieft)*[.!?]*$/iu,
  ),
};

/** How somebody is invited is answered with the invitation to send. */
const INVITE: Readonly<Record<Language, RegExp>> = {
  en: new SparingPattern(
    /^how (?:do|can|should|would) (?:i|we|you) (?:invite|send an invitation to) (.{1,100}?)\s*[?.!]*$/iu,
  ),
  de: new SparingPattern(
    /^wie (?:lade(?:n)? (?:ich|wir) (.{1,100}?) ein|kann (?:ich|man) (.{1,100}?) einladen|können wir (.{1,100}?) einladen)\s*[?.!]*$/iu,
  ),
  fr: new SparingPattern(/^comment (?:inviter|j'invite|puis-je inviter|peut-on inviter) (.{1,100}?)\s*[?.!]*$/iu),
  es: new SparingPattern(
    /^¿?\s*(?:cómo (?:invito|invitamos|puedo invitar|se invita)|(?:por favor,? )?invita[rd]?) (?:a )?(.{1,100}?)\s*[?.!]*$/iu,
  ),
  nl: new SparingPattern(
    /^hoe (?:nodig(?:en)? (?:ik|we|wij) (.{1,100}?) uit|kan (?:ik|je|men) (.{1,100}?) uitnodigen)\s*[?.!]*$/iu,
  ),
};

/** "How do I invite a customer?" names nobody, and asks for help. */
const ANYBODY =
  /^(?:(?:a|an|the|our|new|more|another|einen|eine|neue|neuen|un|une|le|les|de|nouveau|nouveaux|una|nuevo|nuevos|los|een|nieuwe|klant\w*|customers?|clients?|clientes?|kunden?|tenants?|companies|company|somebody|someone|people|them|it|jemanden|firma|quelqu'un|alguien|iemand)(?:\s+|$))+$/iu;

/** "Check it again" names nobody. */
const NOBODY_NAMED =
  /^(?:it|this|that|them|him|her|(?:the|your|my) (?:cards?|list|board|data|customers|accounts)|all|everything|es|das|alle|alles|le|la|ça|cela|tout|lo|todo|het|dit|dat)$/iu;

const compiled = (phrases: Readonly<Record<Language, string>>) =>
  LANGUAGES.map((language) => ({
    language,
    pattern: new SparingPattern(`^(?:please |bitte )?${phrases[language]}${END}`, 'iu'),
  }));
const ANNOUNCE = { off: compiled(OFF), on: compiled(ON) } as const;

/** The set phrase that the text is, and nothing but that. */
export function setPhrase(plain: string): SetPhrase | undefined {
  const text = plain.trim();
  for (const value of ['off', 'on'] as const) {
    const said = ANNOUNCE[value].find(({ pattern }) => pattern.test(text));
    if (said)
      return { phrase: 'means', intent: { name: 'settings', topic: 'notifications', value }, language: said.language };
  }
  const quiet = quietSaid(text);
  if (quiet !== undefined) return { phrase: 'means', ...quiet };
  const muted = mutePhrase(text);
  if (muted !== undefined) return { phrase: 'means', ...muted };
  const reminders = remindersSaid(text) ?? remindersAsked(text);
  if (reminders !== undefined) return { phrase: 'means', ...reminders };
  const silence = noNews(text);
  if (silence !== undefined) return { phrase: 'means', ...silence, proposed: true };
  const digest = digestTime(text);
  if (digest !== undefined) return { phrase: 'means', ...digest };
  const review = reviewPhrase(text);
  if (review !== undefined) return { phrase: 'means', ...review };
  const deed = announcedPhrase(text) ?? createPhrase(text) ?? assignPhrase(text) ?? snoozeAsked(text);
  if (deed !== undefined) return { phrase: 'means', ...deed };
  for (const language of LANGUAGES) {
    const found = aboutCompanies(text, language);
    if (found !== undefined) return found;
  }
  return undefined;
}

function aboutCompanies(text: string, language: Language): SetPhrase | undefined {
  const [, account, customer] = LINK[language].exec(text) ?? [];
  if (account !== undefined && customer !== undefined)
    return {
      phrase: 'means',
      intent: { name: 'map', account: unquoted(account), customer: unquoted(customer) },
      language,
    };
  const [, opened] = OPEN[language].exec(text) ?? [];
  if (opened !== undefined)
    return { phrase: 'means', intent: { name: 'show', companies: [unquoted(opened)], what: 'overview' }, language };
  const looked = FRESH[language].exec(text)?.slice(1).find(Boolean);
  if (looked !== undefined && !NOBODY_NAMED.test(looked.trim()))
    return { phrase: 'look-again', companies: looked, language };
  const invited = INVITE[language].exec(text)?.slice(1).find(Boolean);
  if (invited !== undefined && !ANYBODY.test(invited))
    return { phrase: 'means', intent: { name: 'invite_link', companies: [unquoted(invited)] }, language };
  const [, released] = RELEASE[language].exec(text) ?? [];
  return released === undefined ? undefined : { phrase: 'asked-back', company: unquoted(released), language };
}

function unquoted(name: string): string {
  return name.trim().replace(/^"(.*)"$/, '$1');
}
