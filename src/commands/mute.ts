import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { NEWS_KINDS } from '../domain/muting';
import type { NewsKind } from '../domain/muting';
import { namesJoined } from './assign';
import type { Command } from './command';
import { EVERYWHERE } from './command';
import type { Intent } from './intent';
import { SparingPattern } from './sparing-pattern';

/** Nothing is to be said here any more of one account, or of one kind of news. Said whole: alone the words mean other things. */
export const mute: Command = {
  name: 'mute',
  help: 'help.mute',
  summary: 'Says nothing more of an account in this conversation.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [],
  examples: {
    en: ['mute {name} here', 'nothing more about {name} here'],
    de: ['schalte {name} hier stumm', 'hier nichts mehr über {name}'],
    fr: ['mets {name} en sourdine ici', 'plus rien sur {name} ici'],
    es: ['silencia a {name} aquí', 'nada más sobre {name} aquí'],
    nl: ['demp {name} hier', 'niets meer over {name} hier'],
  },
  build: () => undefined,
};

export const unmute: Command = {
  name: 'unmute',
  help: 'help.unmute',
  summary: 'Tells of an account here again.',
  scopes: EVERYWHERE,
  listed: false,
  cues: [],
  frames: [],
  examples: {
    en: ['unmute {name}', 'announce {name} here again'],
    de: ['hebe die Stummschaltung von {name} auf', 'melde {name} hier wieder'],
    fr: ['enlève la sourdine de {name}', 'annonce de nouveau {name} ici'],
    es: ['deja de silenciar a {name}', 'vuelve a anunciar {name} aquí'],
    nl: ['demp {name} niet meer', 'meld {name} hier weer'],
  },
  build: () => undefined,
};

const NAME = String.raw`(?<name>[^,;:?!]{1,120}?(?:,? (?:inc|ltd|llc|gmbh|s\.?a|b\.?v|plc)\.?)?["”“»]?)`;

const HERE: Readonly<Record<Language, string>> = {
  en: 'here|in here|in this (?:channel|chat|group|team)|for (?:this channel|us|me)',
  de: 'hier|in diesem (?:kanal|chat)|bei uns',
  fr: 'ici|dans ce canal|dans cette conversation',
  es: 'aquí|aqui|en este (?:canal|chat)',
  nl: 'hier|in dit kanaal|in deze chat|bij ons',
};

/** `@`: the name; `#`: here, which the phrase then needs; `~`: here, or not. */
const SAID: Readonly<Record<Language, { readonly mute: readonly string[]; readonly unmute: readonly string[] }>> = {
  en: {
    mute: [
      '(?:mute|silence|hush)~ @~',
      'shut up about @ #',
      '(?:nothing|no) (?:more |further )?(?:news |messages |cards |announcements |updates |notifications )?(?:about|on|of|for) @ #',
      '# (?:nothing|no more news|no news) (?:more )?(?:about|on|of) @',
      "(?:don't|do not|never|stop|no longer) (?:announc|post|show|report)(?:e|ing)? @ #",
      "(?:don't|do not|never|stop|no longer) (?:tell(?:ing)?|notify(?:ing)?|bother(?:ing)?|post(?:ing)?)(?: us| me)? (?:about|of|with) @ #",
      "(?:we|i) (?:don't|do not) (?:want to|need to) (?:hear|see)(?: anything)?(?: more)?(?: about| of| from)? @ #",
    ],
    unmute: [
      '(?:unmute|un-mute|unsilence)~ @~',
      'stop muting @~',
      'you (?:can|may) (?:talk|tell us|post|speak) about @ again~',
      '(?:announce|post|show) @ # again',
      '(?:announce|post|show) @ again #',
      'tell (?:us|me) (?:about|of) @ (?:# again|again #)',
      '@ (?:is|should be) (?:no longer|not) muted~',
    ],
  },
  de: {
    mute: [
      '(?:schalte|schalt|stell|stelle|mach)~ @~ (?:stumm|auf stumm|lautlos)',
      '@~ (?:stummschalten|stumm schalten|auf stumm|stumm)',
      '(?:stummschalten|stumm schalten|stumm)~:? @~',
      '# (?:bitte )?(?:nichts|keine meldungen|keine nachrichten|keine karten) (?:mehr )?(?:über|von|zu|für) @',
      '(?:nichts|keine meldungen|keine nachrichten|keine karten) (?:mehr )?(?:über|von|zu|für) @ #',
      '(?:melde|poste|kündige) @ # nicht(?: mehr)?(?: an)?',
      'von @ (?:will|möchte|wollen|möchten) (?:ich|wir) # (?:nichts|nix) (?:mehr )?(?:lesen|hören|sehen|wissen)',
      '(?:ich|wir) (?:will|möchte|wollen|möchten) # (?:nichts|nix) (?:mehr )?(?:von|über) @ (?:lesen|hören|sehen|wissen)',
      '(?:ich|wir) (?:will|möchte|wollen|möchten) @ # (?:nicht|nimmer) (?:mehr )?(?:lesen|sehen)',
      '@ # nicht(?: mehr)? (?:melden|posten|ankündigen)',
      '# @ nicht(?: mehr)? (?:melden|posten|ankündigen)',
    ],
    unmute: [
      '(?:hebe?|heb) (?:die )?stummschaltung (?:von|für) @~ auf',
      'stummschaltung (?:von|für) @~ aufheben',
      'du (?:kannst|darfst) (?:# )?wieder (?:über|von) @ (?:reden|berichten|schreiben)',
      '@~ nicht(?: mehr)? (?:stumm|stummschalten|stumm schalten)',
      '(?:schalte|schalt|stell|stelle)~ @~ (?:nicht mehr stumm|wieder laut|wieder ein)',
      '(?:melde|poste) @ (?:# wieder|wieder #)',
      '@ # wieder (?:melden|posten|ankündigen)',
      '# @ wieder (?:melden|posten|ankündigen)',
      '(?:entstumme|unmute)~ @~',
    ],
  },
  fr: {
    mute: [
      '(?:mets|mettez|mettre|passe|passez|passer)~ @~ en (?:sourdine|silencieux)',
      '@~ en sourdine',
      "(?:ne (?:nous |me )?parle[rz]? plus de|n'annonce[rz]? plus|ne signale[rz]? plus|plus rien sur|rien sur|plus de nouvelles de|plus de messages sur) @ #",
      "# (?:n'annonce[rz]? plus|plus rien sur|rien sur) @",
      '(?:je|on|nous) (?:ne )?(?:veux|veut|voulons) plus (?:voir|lire|entendre parler de) @ #',
    ],
    unmute: [
      '(?:enlève|enlevez|enlever|retire|retirez|retirer|désactive) (?:la )?sourdine (?:de |à |pour |sur )@~',
      '(?:sors|sortez|retire|retirez|enlève)~ @~ de la sourdine',
      'tu peux (?:de nouveau|à nouveau) (?:parler de|annoncer) @~',
      '(?:annonce|annoncez) (?:de nouveau|à nouveau) @ #',
      '(?:annonce|annoncez) @ (?:de nouveau|à nouveau) #',
    ],
  },
  es: {
    mute: [
      '(?:silencia|silenciar|silencie|calla)~ (?:a )?@~',
      'no (?:nos |me )?(?:avises|avise|avisar|hables|digas nada|anuncies|anuncie|anunciar|informes)(?: más)? (?:de |sobre |a )?@ #',
      '(?:nada|no) (?:más )?(?:de|sobre) @ #',
      '# nada (?:más )?(?:de|sobre) @',
      'no (?:quiero|queremos) (?:volver a )?(?:ver|saber nada|oír hablar)(?: más)?(?: a| de)? @(?: por)? #',
    ],
    unmute: [
      '(?:deja|dejar|deje) de silenciar (?:a )?@~',
      '(?:quita|quitar|quite) (?:el )?silencio (?:de |a )@~',
      '(?:ya )?puedes volver a hablar de @~',
      '(?:desilencia|desilenciar)~ (?:a )?@~',
      '(?:vuelve|volver|vuelva) a (?:anunciar|avisar de) (?:a )?@ #',
    ],
  },
  nl: {
    mute: [
      '(?:demp|dempen|mute)~ @~',
      '@~ dempen',
      'zet @~ op (?:stil|dempen|mute)',
      '(?:niets|geen meldingen|geen berichten|geen nieuws) (?:meer )?(?:over|van) @ #',
      '# (?:niets|geen meldingen|geen berichten) (?:meer )?(?:over|van) @',
      'meld @ # niet(?: meer)?',
      '(?:ik|we) wil(?:len)? @ # niet meer (?:zien|horen|lezen)',
      '(?:ik|we) wil(?:len)? # niets meer (?:over|van) @ (?:zien|horen|lezen)',
      '@ # niet(?: meer)? melden',
    ],
    unmute: [
      'demp @~ niet(?: meer)?',
      'je mag weer (?:over|van) @ (?:praten|posten|schrijven)',
      '@~ niet(?: meer)? dempen',
      '(?:dempen|demping) van @~ opheffen',
      '(?:ontdemp|unmute)~ @~',
      'meld @ (?:# weer|weer #)',
      '@ # weer melden',
    ],
  },
};

const POLITE =
  '(?:(?:please|pls|hey|ok|bitte|mal|stp|svp|por favor|graag|aub|can you|could you|kannst du|peux-tu|puedes|kun je) )*';
const AND_ALL =
  "please|pls|thanks|bitte|danke|stp|svp|s'il te plaît|merci|por favor|gracias|graag|aub|(?:ever )?again|any ?more|from now on|ab jetzt|for now";

/** Words that one of these messages holds; most messages hold none, and are tried with no pattern. */
const LEADS =
  /mut|silen|hush|shut|stumm|laut|sourdine|demp|nothing|nichts|nix|niets|volver|otra vez|de nuevo|nada|rien|again|wieder|weer|nouveau|vuelve|vuelva|not |n't|never|stop|no |nicht|n'annonce|plus |geen |keine |niet |op stil/iu;

const PATTERNS = LANGUAGES.flatMap((language) =>
  (['unmute', 'mute'] as const).flatMap((name) =>
    SAID[language][name].map((said) => {
      const here = HERE[language];
      const source = said.replaceAll('@', NAME).replaceAll('~', `(?: (?:${here}))?`).replaceAll('#', `(?:${here})`);
      return {
        language,
        name,
        pattern: new SparingPattern(`^[¡¿ ]*${POLITE}${source}(?: (?:${here}|${AND_ALL}))*\\s*[.!?]*$`, 'iu'),
      };
    }),
  ),
);

/** What else is muted, or somebody who is not named. */
const NOBODY =
  /^(?:it|this|that|them|him|her|me|us|you|yourself|here|all|everything|everyone|anything|sounds?|(?:the |all |all the |your |my |new |any )*(?:notifications?|messages?|alerts?|announcements?|digests?|summar(?:y|ies)|reminders?|channels?|chats?|bot|accounts?|customers?|news|updates?)|das|alles|sie|ihn|dich|mich|uns|(?:alle |die |den |das |deine |neue[nr]? )*(?:benachrichtigungen|meldungen|nachrichten|erinnerungen|übersicht|zusammenfassung|konten|kunden|kanal|chat|töne|ton)|tout|toi|vous|moi|nous|ça|(?:tous |toutes |les |le |la |des )*(?:notifications?|messages?|annonces?|rappels?|résumé|comptes|clients|canal|son)|todo|eso|me|nos|(?:todas? |todos? |las? |los? |el )*(?:notificaciones|mensajes|avisos|anuncios|recordatorios|resumen|cuentas|clientes|canal|sonido)|dit|dat|je|jezelf|mij|ons|(?:alle |de |het |je )*(?:meldingen|berichten|notificaties|herinneringen|overzicht|samenvatting|accounts|klanten|kanaal|geluid))$/iu;

/** For a time only, or at times, which is not done; and what a watch says. */
const LASTS =
  /(?:^| )(?:until|till|til|for|bis|jusqu.*|hasta|tot|alerts?|updates?|notifs?|benachrichtigungen|meldungen)(?: |$)|^(?:notifs?|mets-toi|nachts|overnight|tonight|today|tomorrow|heute|morgen|demain|hoy|mañana|vandaag|'s nachts)$|^(?:at|on|over|during|every|in der|über|am|la nuit|le|pendant|por la|durante|los|op|tijdens) /iu;

/** What people call the kinds of news, in all languages; small letters. */
const KINDS: Readonly<Record<NewsKind, RegExp>> = {
  'endings':
    /^(?:(?:the |all |any )*(?:endings|expiries|expirations|expiry (?:news|dates)|what (?:ends|expires)(?: soon)?|expiring (?:access|subscriptions|things))|(?:was (?:bald )?(?:endet|ausläuft|abläuft)|(?:das )?(?:auslaufende[ns]?|ablaufende[ns]?)(?: (?:abos|abonnements|zugriffe|zugänge))?|abläufe)|(?:les )?(?:échéances|expirations)|ce qui (?:se termine|expire|prend fin)|(?:los )?vencimientos|lo que (?:vence|termina|caduca)|wat (?:er )?(?:afloopt|eindigt)|aflopende (?:abonnementen|toegang|zaken)|vervaldata)$/iu,
  'ended':
    /^(?:(?:the |all )*(?:ended|lost|terminated) (?:relationships?|relations?|customers?|accounts?)|(?:relationships?|customers) that (?:ended|left)|(?:die )?beendete[nr]? (?:beziehungen|kundenbeziehungen|konten)|(?:les )?relations (?:terminées|rompues|finies)|(?:las )?relaciones (?:terminadas|finalizadas)|(?:de )?beëindigde (?:relaties|accounts))$/iu,
  'contradictions':
    /^(?:(?:the |all )*(?:contradictions|conflicts|contradicting mappings)|(?:die )?(?:widersprüche[n]?|konflikte[n]?)|(?:les )?(?:contradictions|conflits)|(?:las |los )?(?:contradicciones|conflictos)|(?:de )?(?:tegenstrijdigheden|conflicten))$/iu,
  'customers-gone':
    /^(?:(?:the |all )*(?:deleted|removed|gone) (?:customers|customer records|records)|(?:die )?gelöschte[nr]? (?:kunden|datensätze)|(?:les )?clients supprimés|(?:los )?clientes (?:eliminados|borrados)|(?:de )?verwijderde klanten)$/iu,
};

/** "Mute Contoso here", "unmute endings"; undefined for anything else. */
export function mutePhrase(plain: string): { readonly intent: Intent; readonly language: Language } | undefined {
  const text = plain.trim().replaceAll('’', "'");
  if (text.length > 200 || text.includes('\n') || !LEADS.test(text)) return undefined;
  for (const { language, name, pattern } of PATTERNS) {
    const found = pattern
      .exec(text)
      ?.groups?.['name']?.trim()
      .replace(/^["“„«»']+|["”“»',]+$|(?: bitte| please| any ?more| mehr| meer)+$/gu, '')
      .trim();
    if (found === undefined || found === '') continue;
    if (LASTS.test(found)) return undefined;
    const kind = NEWS_KINDS.find((one) => KINDS[one].test(found));
    if (kind !== undefined)
      return {
        language,
        intent: { name: 'settings', topic: 'muted', news: kind, value: name === 'mute' ? 'off' : 'on' },
      };
    if (!NOBODY.test(found)) return { language, intent: { name, companies: namesJoined(found) } };
    return undefined;
  }
  return undefined;
}
