import type { Language } from '../domain/language';
import { placesIn, foldedWords } from './provider-names';

/** Of which providers' accounts a conversation is to hear. */
export interface RoutingSaid {
  readonly what: 'only' | 'also' | 'not' | 'all';
  /** Names of providers; empty with `all`. */
  readonly providers: readonly string[];
  readonly language: Language;
}

interface Words {
  readonly language: Language;
  /** Word beginnings that mean announcing. */
  readonly announce: RegExp;
  readonly only: RegExp;
  readonly not: RegExp;
  readonly all: RegExp;
  /** Behind what means all: who is left out. */
  readonly but: RegExp;
  /** Besides those that are heard of already. */
  readonly also: RegExp;
}

/** Folded: small letters, no accents. Where one word means the same in several languages, the first one counts. */
const LANGUAGES: readonly Words[] = [
  {
    language: 'en',
    announce:
      /\b(announc\w*|notif\w*|alerts?|new accounts?|hear (?:of|about|from)|tell (?:us|me|this channel) (?:of|about))\b/,
    only: /\b(only|just|nothing (?:but|except))\b/,
    not: /\b(not|dont|don t|do not|stop|no|no more|mute|never|without)\b/,
    all: /\b(all|every|both) (?:the |of the )?(?:providers?|tenants?|distributors?)\b/,
    but: /\b(but|except|excluding|apart from|other than|minus)\b/,
    also: /\b(also|too|as well|additionally|again)\b/,
  },
  {
    language: 'de',
    announce: /\b(meld\w*|gemeldet|benachrichtig\w*|ankundig\w*|neue[nr]? konten|hor\w* von)\b/,
    only: /\b(nur|ausschlie(?:ss|s)lich|lediglich|nichts ausser)\b/,
    not: /\b(nicht|keine?n?|kein|ohne|stopp\w*)\b/,
    all: /\b(alle[nr]?|beide[nr]?) (?:anbieter\w*|provider\w*|mandanten|distributoren)\b/,
    but: /\b(ausser|bis auf|ausgenommen|mit ausnahme)\b/,
    also: /\b(auch|zusatzlich|wieder|ebenfalls)\b/,
  },
  {
    language: 'fr',
    announce: /\b(n?annonc\w*|notifi\w*|nouveaux comptes|previen\w*|signal\w*)\b/,
    only: /\b(seulement|uniquement|seul\w*|rien que|ne \w+ (?:\w+ )?que|n ?annonc\w* (?:\w+ )?que|rien (?:d autre )?que)\b/,
    not: /\b(pas|plus|sans|arret\w*|stop)\b/,
    all: /\b(tous les|toutes les|les deux) (?:fournisseurs?|locataires?|distributeurs?)\b/,
    but: /\b(sauf|excepte|hormis|a part|a l exception)\b/,
    also: /\b(aussi|egalement|en plus|de nouveau)\b/,
  },
  {
    language: 'es',
    announce: /\b(anunci\w*|notific\w*|avis\w*|nuevas cuentas|cuentas nuevas)\b/,
    only: /\b(solo|solamente|unicamente|nada mas que)\b/,
    not: /\b(no|sin|deja\w*|para de)\b/,
    all: /\b(todos los|ambos|los dos) (?:proveedores|inquilinos|distribuidores)\b/,
    but: /\b(menos|excepto|salvo|a excepcion)\b/,
    also: /\b(tambien|ademas|de nuevo)\b/,
  },
  {
    language: 'nl',
    announce: /\b(meld\w*|gemeld|aankondig\w*|nieuwe accounts|notificaties)\b/,
    only: /\b(alleen|slechts|enkel|uitsluitend|niets (?:behalve|dan))\b/,
    not: /\b(niet|geen|zonder|stop)\b/,
    all: /\b(alle|beide) (?:leveranciers|providers|tenants|distributeurs)\b/,
    but: /\b(behalve|uitgezonderd|met uitzondering)\b/,
    also: /\b(ook|daarnaast|weer)\b/,
  },
];

/** A question asks what is set, and sets nothing. */
const ASKS = /\?\s*$/;
/** What is said longer than this is about something else. */
const MOST_WORDS = 14;
const LONGEST = 300;

/** "Announce only TD SYNNEX here", "hear of all providers": undefined where nothing of the kind is said. */
export function routingSaid(text: string, providers: readonly string[]): RoutingSaid | undefined {
  if (providers.length < 2 || text.length > LONGEST || ASKS.test(text)) return undefined;
  const words = foldedWords(text);
  if (words.length > MOST_WORDS) return undefined;
  const mentions = placesIn(words, providers).filter(({ place }) => providers.includes(place));
  const isNamed = (at: number): boolean => mentions.some(({ first, last }) => at >= first && at <= last);
  const plain = words.flatMap(({ folded }, at) => (isNamed(at) ? [] : [folded])).join(' ');
  const names = [...new Set(mentions.map(({ place }) => place))];
  const fitting = LANGUAGES.filter(
    ({ announce, all }) => announce.test(plain) && (names.length > 0 || all.test(plain)),
  );
  const tells = ({ only, not, all, but }: Words): boolean => [only, not, all, but].some((word) => word.test(plain));
  const spoken = fitting.find(tells) ?? fitting[0];
  if (spoken === undefined) return undefined;
  const { language } = spoken;
  if (names.length === 0) return spoken.not.test(plain) ? undefined : { what: 'all', providers: [], language };
  return { ...routed(spoken, plain, names, providers), language };
}

/** Two that are named together are meant to be all, unless they come in addition. */
function routed(
  { only, not, but, also }: Words,
  plain: string,
  names: readonly string[],
  providers: readonly string[],
): Pick<RoutingSaid, 'what' | 'providers'> {
  if (only.test(plain)) return { what: 'only', providers: names };
  if (but.test(plain)) {
    const others = providers.filter((name) => !names.includes(name));
    return others.length === 0 ? { what: 'not', providers: names } : { what: 'only', providers: others };
  }
  if (not.test(plain)) return { what: 'not', providers: names };
  return { what: names.length > 1 && !also.test(plain) ? 'only' : 'also', providers: names };
}
