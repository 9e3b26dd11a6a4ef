import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { BeyondTopic } from './beyond';

/**
 * What people ask of a bot that this one does not do, and what its words mean. Such a sentence shares its words with a
 * command ("cancel the Litware subscription", "what is GDAP?") and is not answered with what that command shows.
 */
export interface CannotAsked {
  readonly topic: BeyondTopic;
  readonly language: Language;
}

type Patterns = Partial<Record<BeyondTopic, readonly string[]>>;

/** A word by itself: "Visio Partners" may be a company, "Invisio" is no licence. */
const word = (text: string): string => `(?<![\\p{L}\\p{N}])${text}(?![\\p{L}\\p{N}])`;

const LICENCE = {
  en: word('(?:licen[cs]es?|seats?|subscriptions?|e[1357]|f[13]|copilot|visio|power bi)'),
  de: word('(?:lizenz(?:en)?|abos?|abonnements?|plätze|e[1357])'),
  fr: word('(?:licences?|abonnements?|postes)'),
  es: word('(?:licencias?|suscripci(?:ón|ones)|puestos)'),
  nl: word('(?:licenties?|abonnement(?:en)?|plaatsen)'),
} as const;

const PLEASE =
  "(?:please |pls |kindly |can you |could you |would you |bitte |kannst du |könntest du |s'il te plaît,? |peux-tu |pouvez-vous |por favor,? |puedes |kun je |kunt u |graag )*";

const ASKED: Readonly<Record<Language, Patterns>> = {
  en: {
    'doing': [
      `(?:add|buy|order|purchase|get us|cancel|increase|decrease|reduce|upgrade|downgrade|renew|suspend|reactivate) (?!.*\\?$)(?!.*(?:watch|notif|news|mapping|link)).{0,60}${LICENCE.en}(?: .{0,60})?`,
      `assign (?:an? |the |\\d+ )?${LICENCE.en} to .{1,60}`,
      `(?:remove|delete) .{0,30}${LICENCE.en}(?: (?:of|from|for|at) .{0,60})?`,
      '(?:reset|change) (?:the |a )?password .{0,80}',
      '(?:block|unblock|disable|enable|create|delete) (?:the |a )?(?:user|login|sign-in) .{0,80}',
    ],
    'mail': [
      '(?:send|write) (?:an? |the )?(?:e-?mail|mail|message) to .{1,80}',
      'e-?mail (?!(?:me|us) (?:when|as soon as|if|once)).{1,80}',
    ],
    'export': [
      '(?:export|download)(?: .{0,60})?',
      '.{0,60}(?<!\\p{L})(?:to|as|in|into) (?:excel|csv|xlsx?|a (?:file|spreadsheet)|pdf)',
      '(?:a )?(?:csv|excel|spreadsheet) (?:of|for|with) .{1,60}',
    ],
    'reminder': [
      'remind me (?:to |about |of |on |at |in |tomorrow|next |later).{0,80}',
      '(?:mute|snooze|pause)(?: (?:notifications|this|it|everything|me))? (?:for|until|till) .{1,40}',
    ],
    'time-zone': ['.{0,40}(?<!\\p{L})time ?zone(?!\\p{L}).{0,40}'],
    'holdings': [
      '(?:which|what|whose|who|how many|list|show)(?: me)?(?: of)?(?: all| our| the)* (?:customers?|accounts?|companies|clients?|tenants?) .{0,30}(?:suspended|unused|free|cancelled|disabled) (?:subscriptions?|licen[cs]es?|seats?)',
      '(?:which|what|list|show|all)(?: me)?(?: all| our| the)* (?:suspended|cancelled|unused|expired) (?:subscriptions?|licen[cs]es?|seats?)',
      '(?:total|sum of|number of|how many) (?:licen[cs]es?|seats?|subscriptions?|users?)(?: .{0,40})? (?:across|over|of|for|in|do) (?:all|our|the|every|we)(?: .{0,40})?',
      '(?:the )?(?:largest|biggest|smallest|top(?: \\d+)?) (?:customers?|accounts?|clients?|tenants?)(?: .{0,60})?',
    ],
    'expiry': [
      '(?:what|which|who)(?: subscriptions?| licen[cs]es?)? (?:renews?|is up for renewal|are up for renewal) .{1,40}',
    ],
    'admin-link': [
      '.{0,60}(?<!\\p{L})(?:invite|invitation|link)(?!\\p{L}).{0,40} (?:with|for) (?:g?dap|admin(?:istrator)? access)',
    ],
    'who-may': [
      'who (?:can|may|is allowed to|is able to) (?:map|decide|assign|unmap|use you)(?: .{0,30})?',
      '(?:can|may|am) i (?:allowed to |able to )?(?:map|decide|unmap)(?: (?:accounts?|customers?|anything|here))?',
    ],
    'opened': [
      '(?:and )?(?:if not,? )?when (?:was|did) (?:we |you |i |they )?(?:the |our |their |an? )?(?:invite|invitation|link)(?: (?:get )?sent| go out)?(?: .{0,60})?',
      '(?:and )?(?:if not,? )?when did (?:we|you|i) (?:invite|send .{0,20}(?:invite|invitation|link)).{0,60}',
    ],
    'other': [
      '(?:who|what) else is (?:called|named) .{1,80}',
      '(?:which|what) (?:tenants?|accounts?) (?:does|do|has|have) .{1,80} have',
      '(?:which|what) (?:tenants?|accounts?) (?:belongs?|is|are|is mapped|are mapped) (?:to|of) .{1,80}',
    ],
    'money': [
      '(?:what|how much) (?:do|does|did) .{1,80} (?:owe|pay|spend|cost)(?: us)?',
      "(?:what(?:'s| is|s)? )?(?:the )?prices? (?:of|for) .{1,80}",
      '(?:the |an? )?(?:invoices?|bills?) (?:for|of|from) .{1,80}',
    ],
  },
  de: {
    'doing': [
      `(?:bestelle?|kaufe?|kündige?|storniere?|erhöhe?|reduziere?|füge?) .{0,60}${LICENCE.de}(?: .{0,60})?`,
      '(?:setze?) .{0,40}passwort .{0,60}',
    ],
    'mail': ['(?:schick|schicke|sende?|schreib|schreibe) (?:bitte )?(?:eine )?(?:e-?mail|mail|nachricht) an .{1,80}'],
    'export': [
      '(?:exportier\\p{L}*|lad\\p{L}* .{0,40}herunter)(?: .{0,60})?',
      '.{0,60}(?<!\\p{L})(?:nach|als|in) (?:excel|csv|pdf)(?: .{0,20})?',
    ],
    'reminder': ['erinnere? mich (?:an|morgen|in|um|am|nächste) .{0,80}'],
    'time-zone': ['.{0,40}(?<!\\p{L})zeitzone(?!\\p{L}).{0,40}'],
    'who-may': [
      'wer (?:darf|kann) (?:hier )?(?:konten |kunden )?(?:zuordnen|entscheiden)',
      'darf ich (?:hier )?zuordnen',
    ],
    'opened': ['wann wurde die einladung (?:an .{1,60} )?(?:verschickt|gesendet|geschickt)'],
    'money': ['(?:was|wie ?viel) schuldet (?:uns )?.{1,80}', '(?:die |eine )?rechnung(?:en)? (?:für|von) .{1,80}'],
  },
  fr: {
    'doing': [
      `(?:ajoute|commande|achète|annule|résilie|augmente|réduis)[rz]? .{0,60}${LICENCE.fr}(?: .{0,60})?`,
      'réinitialise[rz]? (?:le )?mot de passe .{0,60}',
    ],
    'mail': ['(?:envoie|envoyez|écris|écrivez) (?:un )?(?:e-?mail|mail|message|courriel) (?:à|au) .{1,80}'],
    'export': ['(?:exporte|télécharge)[rz]?(?: .{0,60})?', '.{0,60}(?<!\\p{L})(?:en|vers|dans) (?:excel|csv|pdf)'],
    'reminder': ['rappelle[rz]?-moi (?:de |demain|dans |à ).{0,80}'],
    'time-zone': ['.{0,40}(?<!\\p{L})fuseau horaire.{0,40}'],
    'who-may': ["qui (?:peut|a le droit d[e’'] ?)(?: )?(?:associer|décider)(?: .{0,30})?"],
    'opened': ["quand l['’]invitation (?:a-t-elle été|a été) envoyée(?: .{0,60})?"],
    'money': ['combien (?:nous )?doit .{1,80}', '(?:la |une |les )?factures? (?:de |pour ).{1,80}'],
  },
  es: {
    'doing': [
      `(?:añade|agrega|pide|compra|cancela|aumenta|reduce) .{0,60}${LICENCE.es}(?: .{0,60})?`,
      'restablece (?:la )?contraseña .{0,60}',
    ],
    'mail': ['(?:envía|escribe|manda) (?:un )?(?:correo|e-?mail|mensaje) a .{1,80}'],
    'export': ['(?:exporta|descarga)r?(?: .{0,60})?', '.{0,60}(?<!\\p{L})(?:a|en|como) (?:excel|csv|pdf)'],
    'reminder': ['recuérdame (?:mañana|en |a las |que ).{0,80}'],
    'time-zone': ['.{0,40}(?<!\\p{L})(?:zona horaria|huso horario).{0,40}'],
    'who-may': ['¿?quién (?:puede|tiene permiso para) (?:asignar|decidir)(?: .{0,30})?'],
    'opened': ['¿?cuándo se envió la invitación(?: .{0,60})?'],
    'money': ['¿?cuánto nos debe .{1,80}', '(?:la |una |las )?facturas? (?:de|para) .{1,80}'],
  },
  nl: {
    'doing': [
      `(?:bestel|koop|annuleer|zeg|verhoog|verlaag) .{0,60}${LICENCE.nl}(?: .{0,60})?`,
      '(?:reset) (?:het )?wachtwoord .{0,60}',
    ],
    'mail': ['(?:stuur|schrijf) (?:een )?(?:e-?mail|mail|bericht) (?:aan|naar) .{1,80}'],
    'export': ['(?:exporteer|download)(?: .{0,60})?', '.{0,60}(?<!\\p{L})(?:naar|als|in) (?:excel|csv|pdf)'],
    'reminder': ['herinner me (?:morgen|over|om|aan) .{0,80}'],
    'time-zone': ['.{0,40}(?<!\\p{L})tijdzone(?!\\p{L}).{0,40}'],
    'who-may': ['wie (?:mag|kan) (?:hier )?(?:accounts |klanten )?(?:koppelen|beslissen)'],
    'opened': ['wanneer is de uitnodiging (?:naar .{1,60} )?(?:verstuurd|verzonden)'],
    'money': ['hoeveel is .{1,80} ons schuldig', '(?:de |een )?factu(?:ur|ren) (?:van|voor) .{1,80}'],
  },
};

/** Words of ours that people ask the meaning of. */
const TERMS: readonly (readonly [BeyondTopic, string])[] = [
  ['means-acceptance', '(?:mca and gdap|gdap and (?:the )?mca|mca (?:und|et|y|en) gdap|gdap (?:und|et|y|en) mca)'],
  ['means-admin', '(?:gdap|granular delegated admin privileges|delegated admin(?:istration)?|admin access)'],
  [
    'means-agreement',
    '(?:mca|(?:microsoft )?customer agreement|microsoft-?kundenvereinbarung|contrat client|acuerdo de cliente|klantovereenkomst)',
  ],
  ['means-acceptance', '(?:[\'"“]?accepted[\'"”]?|acceptance|reseller relationship|accepting)'],
  ['means-mapping', '(?:(?:un)?mapping|mapped accounts?|zuordnung|association|asignación|koppeling)'],
  ['means-sync-off', '(?:[\'"“]?sync (?:is )?(?:switched |turned )?off[\'"”]?)'],
];

const MEANS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "(?:what(?:'s| is| are| does| do)?|whats|explain|define) (?:the |an? )?(?:meaning of |difference between )?(?:the )?TERM(?: mean| stand for| in this context| exactly)?",
    'how (?:does|do) (?:the )?TERM work',
  ],
  de: [
    '(?:was (?:ist|sind|bedeutet|heißt)|erkläre? mir|wie funktioniert) (?:der |die |das |eine? )?(?:unterschied zwischen )?TERM',
  ],
  fr: [
    "(?:c'est quoi|qu'est-ce que(?: c'est que)?|que (?:veut dire|signifie)|explique-moi|comment marche) (?:l['’]|le |la |un |une )?(?:différence entre )?TERM",
  ],
  es: ['¿?(?:qué (?:es|son|significa)|explica(?:me)?|cómo funciona) (?:el |la |un |una )?(?:diferencia entre )?TERM'],
  nl: ['(?:wat (?:is|zijn|betekent)|leg uit wat|hoe werkt) (?:de |het |een )?(?:verschil tussen )?TERM(?: is)?'],
};

interface Compiled extends CannotAsked {
  readonly pattern: RegExp;
}

const whole = (text: string): RegExp =>
  new RegExp(`^[¿¡\\s]*${PLEASE}${text}(?:,? (?:please|pls|bitte|por favor|graag|thanks))?\\s*[?.!]*$`, 'iu');

const PATTERNS: readonly Compiled[] = LANGUAGES.flatMap((language) => [
  ...MEANS[language].flatMap((frame) =>
    TERMS.map(([topic, term]) => ({ topic, language, pattern: whole(frame.replace('TERM', term)) })),
  ),
  ...(Object.entries(ASKED[language]) as [BeyondTopic, readonly string[]][]).flatMap(([topic, texts]) =>
    texts.map((text) => ({ topic, language, pattern: whole(text) })),
  ),
]);

const LONGEST = 200;

/** What the text asks that nothing here does, and no command is asked for; undefined for anything else. */
export function cannotAsked(plain: string): CannotAsked | undefined {
  if (plain.length > LONGEST) return undefined;
  const found = PATTERNS.find(({ pattern }) => pattern.test(plain));
  return found === undefined ? undefined : { topic: found.topic, language: found.language };
}
