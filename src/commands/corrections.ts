/** Said between a wrong name and the right one. */
const CORRECTION =
  /(?:(?:[\p{Lu}\d]\S*|&|and|of|the|de|und|et|y|en) ){1,6}(?:(?:um+|uh+|erm) )?(?:no sorry|no wait|sorry no|sorry i mean|no i mean|i mean|i meant|or rather|scratch that|make that|nein halt|ich meine|quatsch|non pardon|pardon|je veux dire|no perdón|perdón|quiero decir|nee sorry|ik bedoel),? (?=\p{Lu})/gu;
/** Sounds of somebody who speaks and thinks. */
const PAUSE = /(^|\b(?:and|or|but|so|for|with|to|with|of|when|if) |, )(?:um+|uh+|erm+|uhm+) /giu;

/** "Licences rather than subscriptions": what is not wanted. */
const INSTEAD =
  /,? (?:rather than|instead of|and not|(?:an)?statt|plutôt que|au lieu d(?:e|es|u)|en (?:vez|lugar) de|in plaats van) (?:the |their |its |die |der |les |l['’]|las |los |sus |de |het )?(?:licen[cs]es?|licencias?|licenties?|lizenzen|subscriptions?|subs|abos?|abonnements?|abonnementen|suscripciones|users?|benutzer|utilisateurs|usuarios|gebruikers)(?!\p{L})/giu;

/** Takes back what the speaker took back: "has Orchard Vale, no sorry, Orchard Lane accepted". */
export function withoutCorrections(text: string): string {
  const fluent = text.replace(PAUSE, '$1').replace(INSTEAD, '');
  return /\b(?:sorry|wait|mean|meant|rather|scratch|make|halt|meine|quatsch|pardon|dire|perdón|decir|bedoel)\b/iu.test(
    fluent,
  )
    ? fluent.replace(CORRECTION, '')
    : fluent;
}
