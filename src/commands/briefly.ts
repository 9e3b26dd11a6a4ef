import { SparingPattern } from './sparing-pattern';

/** What a person in a hurry puts behind a question, and no part of it: "just the number". Blanks before it are left: to look for them in a run of blanks takes ever longer. */
const JUST = new SparingPattern(
  '[,;–-]\\s*(?:just|only|nur|bloß|einfach|juste|seulement|solo|sólo|solamente|alleen|enkel|gewoon)\\s+(?:(?:the|an?|die|den|das|eine?|les?|la|une?|el|los|las|una|het|de|een)\\s+)?(?:numbers?|counts?|totals?|figures?|zahl(?:en)?|anzahl|summe|chiffres?|nombre|número|numero|cifra|cantidad|getal|aantal|totaal)(?:\\s+(?:please|pls|bitte|svp|stp|por favor|porfa|graag|aub))?(?=\\s*[.!?]*$)',
  'iu',
);

const HOW_OFTEN =
  '(?:every ?day|daily|every week|weekly|täglich(?:e[nrs]?)?|jeden tag|wöchentlich(?:e[nrs]?)?|jede woche|tous les jours|chaque jour|quotidien(?:ne)?(?:ment)?|chaque semaine|toutes les semaines|hebdo(?:madaire)?|diari[oa](?:mente)?|cada día|todos los días|semanal(?:mente)?|cada semana|elke dag|iedere dag|dagelijks|elke week|wekelijks)';
/** "Weekly rather than every day": what it is not to be any more; "instead of" says so by itself. */
const RATHER = new SparingPattern(
  `(?<=(?<!\\p{L})${HOW_OFTEN}(?!\\p{L}).{0,40}?)[\\s,]+(?:(?:better |rather )?than|als|(?:plutôt )?que|mejor que|(?:beter )?dan)\\s+${HOW_OFTEN}(?!\\p{L})`,
  'iu',
);

/** The message without what only says how briefly it is to be answered, and without what is compared with. */
export function briefly(text: string): string {
  return text.replace(JUST, '').replace(RATHER, '');
}
