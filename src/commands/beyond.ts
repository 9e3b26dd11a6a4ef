import { companiesOf } from './no-names';
import type { Intent } from './intent';
import { SparingPattern } from './sparing-pattern';

/**
 * What people ask that no command answers, though it shares words with one:
 * - `expiry`: whose admin access or subscription ends when
 * - `agreement`: who has signed the customer agreement, or has not
 * - `admin`: who has accepted or given admin access
 * - `by-person`: what one colleague decided
 * - `money`: prices, invoices, revenue
 * - `other`: anything else about several customers
 * - `not-accepted`: who has not accepted, which no list knows
 * - `detail`: contacts, addresses and numbers of a company
 * - `opened`: who was sent the invitation, has opened it or clicked its link, and when
 * - `holdings`: the subscriptions and licences of several companies
 * - `doing`, `mail`, `export`, `reminder`, `time-zone`, `admin-link`: what is not done here, and where it is (`cannot.ts`)
 * - `who-may`: who may decide
 * - `means-...`: what a word of ours means
 * - `provider`: one of our providers, as if it were a company
 * - `goodbye`, `complaint`, `useless`, `untold`: what is said to the bot, and not of an account (`small-talk.ts`)
 * - `count`: how many there are, `country`: where one company is, `same`: whether two names are one company's; these have an
 *   answer
 */
export type BeyondTopic =
  | 'expiry'
  | 'agreement'
  | 'admin'
  | 'by-person'
  | 'money'
  | 'other'
  | 'not-accepted'
  | 'detail'
  | 'opened'
  | 'holdings'
  | 'doing'
  | 'mail'
  | 'export'
  | 'reminder'
  | 'time-zone'
  | 'admin-link'
  | 'who-may'
  | 'means-acceptance'
  | 'means-admin'
  | 'means-agreement'
  | 'means-mapping'
  | 'means-sync-off'
  | 'same'
  | 'count'
  | 'country'
  | 'provider'
  | 'goodbye'
  | 'complaint'
  | 'useless'
  | 'untold';

const EXPIRY =
  /\b(?:expir\w*|runs? out|running out|lapses?|renew\w*|renewals?|läuft|laufen|abl(?:ä|au)uf\w*|abgelaufen\w*|verläng\w*|endet|enden|ausl(?:ä|au)uf\w*|caduc\w*|venc\w*|renov\w*|renouvel\w*|échéance\w*|verloop\w*|verlopen|verval\w*|verleng\w*|aflop\w*|loopt|lopen)(?!\p{L})/iu;
export const SIGNED =
  /(?:^|[^\p{L}])(?:sign(?:ed|s)?|unsigned|unterschrieben|unterzeichnet|unterschreiben|signé\w*|firm(?:ado|ó|aron|ada)|sin firmar|getekend|ondertekend)(?!\p{L})/iu;
export const AGREEMENT =
  /(?:^|[^\p{L}])(?:agreements?|mca|vereinbarung\w*|kundenvereinbarung\w*|contrat(?: client)?|acuerdo|contrato(?: de cliente)?|overeenkomst|klantovereenkomst)(?!\p{L})/iu;
const CUSTOMERS =
  /(?:^|[^\p{L}])(?:customers?|clients?|tenants?|accounts?|companies|kunden?|konten|firmen|mandanten|clientes?|comptes?|sociétés|entreprises|cuentas?|empresas|klanten|bedrijven)(?!\p{L})/iu;
export const ADMIN =
  /(?:^|[^\p{L}])(?:g?dap|granular|delegated admin\w*|admin(?:istrator)? (?:access|rights?|relationships?|roles?)|adminzugriff\w*|admin(?:istrator)?rechte\w*|accès admin(?:istrateur|istration)?|droits? d['’]admin\w*|acceso de admin(?:istrador|istración)?|permisos? de admin\w*|admin(?:istrator)?-?toegang|beheer(?:ders?)?toegang|beheer(?:ders)?rechten)(?!\p{L})/iu;
const MONEY =
  /(?:^|[^\p{L}])(?:pays?|paid|invoic\w*|revenue|spend\w*|owes?|turnover|margin|prices?|costs?|rechnung\w*|umsatz|zahlt|zahlen|kostet|kosten|factures?|paient?|chiffre|coûte\w*|facturas?|pagan?|ingresos|cuesta\w*|facturen|factuur|betaalt|betalen|omzet)(?!\p{L})/iu;
/** "how many customers do we have": nothing follows that narrows it down. */
const COUNT =
  /^(?:so |and |und |et |y |en )?(?:how many|number of|count (?:of )?|what(?:'s| is) the (?:total )?number of|wie ?viele|anzahl (?:der )?|combien (?:de |d')|nombre de |cuánt[ao]s |número de |hoeveel |aantal )\s*(?:of )?(?:our |the |unsere |nos |nuestr[oa]s |onze )?(?:customers?|clients?|tenants?|accounts?|companies|kunden|konten|firmen|mandanten|clientes?|comptes?|sociétés|cuentas|empresas|klanten|bedrijven)(?:\s+(?:do|does|have|has|we|you|are|there|in|total|overall|altogether|now|currently|the|list|know|got|haben|wir|hat|gibt|es|insgesamt|gerade|kennst|du|avons|avez|nous|vous|y|a|a-t-il|avons-nous|on|au|connais|tu|tenemos|tienes|hay|en|hebben|we|er|zijn|zijn er|heb|je|ken))*\s*[?.!]*$/iu;
const LONGEST =
  /^(?:who|which|what|wer|welche\w*|qui|quel\w*|quién|cuál|wie|welke?)\b.*\b(?:wait\w*|open|unmapped|wartet|warten|offen|attend\w*|espera\w*|wacht\w*)\b.*(?:longest|oldest|am längsten|le plus longtemps|más tiempo|het langst)/iu;
const VERBS =
  'map(?:ped)?|decided?|undone|undo|link(?:ed)?|assign(?:ed)?|match(?:ed)?|zugeordnet|entschieden|verknüpft|associé\\w*|décidé|asignó|asignado|decidió|gekoppeld|besloten|toegewezen';
const PERIOD =
  "(?:\\s+(?:today|yesterday|this|last|week|month|heute|gestern|diese|letzte|woche|monat|aujourd'hui|hier|cette|semaine|ce|mois|hoy|ayer|esta|este|semana|mes|vandaag|gisteren|deze|vorige|maand|so far|bisher))*";
const BY_PERSON = [
  new SparingPattern(
    `^(?:which|what|how many|show me (?:what|which)|list what)\\b.*\\b(?:did|has|have)\\s+(\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+)?|she|he|my colleague)\\s+(?:${VERBS})${PERIOD}\\s*[?.!]*$`,
    'u',
  ),
  new SparingPattern(
    `^(?:welche\\w*|was|wie ?viele|welke|wat|hoeveel)\\b.*\\b(?:hat|heeft)\\s+(\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+)?)${PERIOD}\\s+(?:${VERBS})${PERIOD}\\s*[?.!]*$`,
    'iu',
  ),
  new SparingPattern(
    `^(?:lesquel\\w*|quel\\w*|qu'est-ce que|que|combien)\\b.*\\b(\\p{Lu}[\\p{L}'-]+)\\s+(?:a|a-t-il|a-t-elle)\\s+(?:${VERBS})${PERIOD}\\s*[?.!]*$`,
    'u',
  ),
  new SparingPattern(
    `^(?:¿\\s*)?(?:qué|cuáles|cuántas|cuántos)\\b.*\\b(?:${VERBS})\\s+(\\p{Lu}[\\p{L}'-]+)${PERIOD}\\s*[?.!]*$`,
    'iu',
  ),
];
const NOT_ACCEPTED =
  /(?<!\p{L})(?:(?:not|never|\p{L}+n['’]t)(?: yet| even)? accept\w*|still (?:has|have|needs?|got) to accept|(?:muss|müssen|sollen?) noch (?:annehmen|akzeptieren|zustimmen)|doi(?:t|vent) (?:encore|toujours) accepter|(?:tienen?|deben?) (?:que )?aceptar (?:todavía|aún)|(?:todavía|aún) (?:tienen?|deben?) (?:que )?aceptar|moet(?:en)? nog (?:accepteren|aanvaarden)|(?:noch )?nicht (?:angenommen|akzeptiert|zugestimmt)|n['’](?:a|ont) (?:pas|toujours pas|pas encore|jamais) (?:encore )?accepté|(?:falta|faltan) (?:por|de|que) acept\w*|(?:aún |todavía )?no (?:ha|han) aceptado|(?:nog )?niet geaccepteerd)(?!\p{L})/iu;
const DETAIL_ASKED =
  /^¿?\s*(?:who|what|which|where|give me|show me|tell me|send me|do (?:you|we) have|gib mir|zeige? mir|nenne? mir|donne[rz]?[- ]moi|montre[rz]?[- ]moi|dame|dime|muéstrame|geef (?:me|mij)|toon|wer|was|welche\w*|wo|wie (?:ist|lautet)|in welche\w*|in which|in what|qui|quel\w*|où|dans quel|quién|cuál|qué|dónde|en qué|wie is|wat|welke?|waar|in welk)(?!\p{L})/iu;
const DETAIL =
  /(?<!\p{L})(?:(?:billing |main |primary )?contacts?(?: persons?| people| details)?|(?:tele)?phone(?: number)?|(?:postal |street |billing |e-?mail )?address|e-?mail|vat(?: number| id)?|tax (?:id|number)|city|website|ansprechpartner\w*|kontaktperson|telefonnummer|anschrift|adresse|ust-?id\w*|steuernummer|téléphone|numéro de (?:téléphone|tva)|contacto|teléfono|dirección|nif|cif|contactpersoon|telefoonnummer|adres|btw-nummer)(?!\p{L})(?:\s+(?:of|for|at|from|is|are|does|do|von|vom|bei|für|ist|hat|sitzt|liegt|de|d['’]|du|chez|pour|est|se|del|para|es|está|tiene|van|bij|voor|heeft|zit)(?!\p{L})|\s*[?.!]*$)/iu;
/** "Contoso VAT number": what can be asked of a company by nothing but its name and these words. */
const DETAIL_OF_NAME =
  /^\S.{0,80}\s(?:(?:tele)?phone number|contact (?:person|details)|vat (?:number|id)|tax (?:number|id)|telefonnummer|steuernummer|ansprechpartner|telefoonnummer|btw-nummer|numéro de (?:téléphone|tva))\s*[?.!]*$/iu;
/** "Who do I call about Contoso?": a person at the company. */
const WHOM_TO_REACH =
  /^(?:who(?:m)? (?:do|should|can|could|must) (?:i|we) (?:call|ring|phone|e-?mail|contact|write to|talk to|speak to|ask)|wen (?:rufe|kontaktiere|frage|soll|kann|muss) (?:ich|wir)|qui (?:dois|doit|peut|puis)[- ](?:je|on) (?:appeler|contacter)|a quién (?:llamo|llamamos|contacto|escribo|debo llamar)|wie (?:bel|moet|kan|mag) (?:ik|we))(?!\p{L})/iu;
/** Whether somebody has opened the invitation or clicked its link. */
const OPENED =
  /^(?:(?:did|does)(?!\p{L})(?=.*(?<!\p{L})(?:click|open|read)(?!\p{L}))|(?:has|have|was|were)(?!\p{L})(?=.*(?<!\p{L})(?:clicked|opened|read)(?!\p{L}))|(?:hat|haben|wurde)(?!\p{L})(?=.*(?:geklickt|geöffnet|gelesen)(?!\p{L}))|.*(?<!\p{L})(?:cliqué|ouvert|lu)(?!\p{L})(?=.*(?:lien|mail|invitation))|.*(?<!\p{L})(?:abierto|leído|hecho clic|pinchado)(?!\p{L})(?=.*(?:enlace|correo|invitación))|(?:heeft|hebben)(?!\p{L})(?=.*(?:geklikt|geopend|gelezen)(?!\p{L})))(?=.*(?<!\p{L})(?:link|(?:e-?)?mail|invit\w*|message|einladung\w*|nachricht|lien|invitation|enlace|correo|invitación|uitnodiging|bericht)(?!\p{L}))/iu;
/** "Who at Contoso accepted?": which person it was. */
const WHICH_PERSON =
  /^(?:who|wer|qui|quién|wie)(?: (?:hat|a|ha|heeft))? (?:at|from|in|of|bei|von|chez|à|de|en|bij|van) \S.{0,80} (?:clicked|accepted|opened|signed|geklickt|angenommen|akzeptiert|unterschrieben|cliqué|accepté|signé|aceptado|aceptó|firmado|geklikt|geaccepteerd|getekend)\s*[?.!]*$|^(?:qui|quién|wie|who) (?:a|ha|heeft|has )?\s*(?:accepté|accepted|aceptado|aceptó|geaccepteerd|clicked|cliqué|aangeklikt) .{0,40}(?:chez|at|en|bij) \S.{0,80}$|^wie heeft de link aangeklikt|^who clicked /iu;
const PRICE_ASKED =
  /^(?:what|how much|was|wie ?viel|combien|cuánto|qué|wat|hoeveel)(?!\p{L}).*(?<!\p{L})(?:costs?|pays?|price|kostet|kosten|zahlt|coûte\w*|paie|cuesta|paga|kost|betaalt)(?!\p{L})/iu;
const ACCEPTING = /accept|angenommen|akzeptiert|zugestimmt|acept|aanvaard|geaccepteerd/iu;
const INVITATION = /(?<!\p{L})(?:link|invit\w*|einladung\w*|uitnodig\w*)(?!\p{L})/iu;
/** A question about several: who, which, whose, how many. */
const OF_SEVERAL =
  /^(?:and |also |so |und |et |y |en )?[¿]?\s*(?:who|whose|which|what|how many|how much|when|where|list|show|wer|wessen|welche\w*|wie ?viele?|wann|wo|bei wem|qui|quel\w*|combien|quand|où|à qui|quién\w*|cuál\w*|cuánt\w*|qué|cuándo|dónde|de quién|wie|wiens|welke?|hoeveel|wanneer|waar)(?!\p{L})/iu;

/** What the text asks that no command answers; undefined when it may be answered as it was read. */
export function beyond(plain: string, intent: Intent | undefined): BeyondTopic | undefined {
  const text = plain.replace(/^[¿¡\s]+/, '').trim();
  if (COUNT.test(text)) return 'count';
  if (BY_PERSON.some((pattern) => pattern.test(text))) return 'by-person';
  if (asksDetail(text)) return 'detail';
  if (WHICH_PERSON.test(text) || (OPENED.test(text) && !ACCEPTING.test(text))) return 'opened';
  if (PRICE_ASKED.test(text)) return 'money';
  if (intent !== undefined && !ABOUT_SEVERAL.has(intent.name)) return undefined;
  if (intent !== undefined && companiesOf(intent).length > 0) return undefined;
  if (!OF_SEVERAL.test(text)) return undefined;
  if (NOT_ACCEPTED.test(text) && !AGREEMENT.test(text) && !ADMIN.test(text)) return 'not-accepted';
  if (EXPIRY.test(text) && !/\bläuft\b(?!.*\bab\b)/iu.test(text)) return 'expiry';
  if (AGREEMENT.test(text) || (SIGNED.test(text) && CUSTOMERS.test(text))) return 'agreement';
  if (ADMIN.test(text)) return 'admin';
  if (intent !== undefined) return undefined;
  if (MONEY.test(text)) return 'money';
  return CUSTOMERS.test(text) ? 'other' : undefined;
}

/** "The phone number of Woodgrove": whose detail it is, as it stands at the end. */
export function companyBehind(plain: string): string | undefined {
  return /(?<!\p{L})(?:of|for|at|from|von|bei|chez|de|du|van|bij)\s+(\S.{0,80}?)\s*[?.!]*$/iu.exec(plain)?.[1];
}

/** The address of the invitation is the bot's own link, and no detail of a company. */
function asksDetail(text: string): boolean {
  if (INVITATION.test(text)) return false;
  return WHOM_TO_REACH.test(text) || (DETAIL_ASKED.test(text) && DETAIL.test(text)) || DETAIL_OF_NAME.test(text);
}

/** "Who waits longest?" is the list of open accounts, which begins with the oldest. */
export function asksForOldest(plain: string): boolean {
  return LONGEST.test(plain.replace(/^[¿¡\s]+/, '').trim());
}

/** The intents that answer questions about several companies. */
const ABOUT_SEVERAL: ReadonlySet<Intent['name']> = new Set<Intent['name']>([
  'list',
  'history',
  'health',
  'help',
  'watches',
  'names',
]);
