import { workAsked } from './work-asked';

/** "Neither A nor B, only C" is about C alone; with a question for it where nothing else is asked. */
const ONLY: readonly { readonly pattern: RegExp; readonly asks: string }[] = [
  {
    pattern:
      /(?<!\p{L})(?:neither|not|nor) [^?!\n]{1,150}?,? (?:nor|or) [^?!\n]{1,150}?,? (?:but )?(?:only|just) (?=\S)/iu,
    asks: 'status of',
  },
  {
    pattern: /(?<!\p{L})weder [^?!\n]{1,150}? noch [^?!\n]{1,150}?,? (?:sondern )?(?:nur|bloß) (?=\S)/iu,
    asks: 'wie steht es mit',
  },
  {
    pattern: /(?<!\p{L})ni [^?!\n]{1,150}? ni [^?!\n]{1,150}?,? (?:mais )?(?:seulement|uniquement|juste|que) (?=\S)/iu,
    asks: 'où en est',
  },
  {
    pattern:
      /(?<!\p{L})ni (?:a )?[^?!\n]{1,150}? ni (?:a )?[^?!\n]{1,150}?,? (?:sino )?(?:solo|sólo|solamente|únicamente) (?:a )?(?=\S)/iu,
    asks: 'estado de',
  },
  {
    pattern: /(?<!\p{L})noch [^?!\n]{1,150}? noch [^?!\n]{1,150}?,? (?:maar )?(?:alleen|slechts|enkel) (?=\S)/iu,
    asks: 'hoe staat het met',
  },
];
const NAME_WORDS = 4;

/** "Weder A noch B haben angenommen" is about both; that it is denied is seen in the text as it was typed. */
const NEITHER: readonly { readonly pattern: RegExp; readonly and: string }[] = [
  { pattern: /^weder (\S[^?!\n]{0,100}?) noch (?=\S)/iu, and: 'und' },
  { pattern: /^noch (\S[^?!\n]{0,100}?) noch (?=\S)/iu, and: 'en' },
  { pattern: /^ni (\S[^?!\n]{0,100}?) ni (?=\S[^?!\n]*\b(?:n'|accepté))/iu, and: 'et' },
  { pattern: /^ni (\S[^?!\n]{0,100}?) ni (?=\S)/iu, and: 'y' },
];

/** "A accepted but B not, right?" asks about both. */
const BUT_NOT: readonly { readonly pattern: RegExp; readonly both: string }[] = [
  {
    pattern:
      /^(?:so )?(\S[^?!\n]{0,80}?) (?:has |have )?accepted,? (?:but|and|while) (\S[^?!\n]{0,80}?) (?:has not|hasn['’]t|did not|didn['’]t|not)(?: accepted)?(?: yet)?(?:,? (?:right|correct|yes|is that right|true))?\s*[?.!]*$/iu,
    both: 'have $1 and $2 accepted?',
  },
  {
    pattern:
      /^(?:so )?(\S[^?!\n]{0,80}?) is mapped,? (?:but|and|while) (\S[^?!\n]{0,80}?) (?:is not|isn['’]t|not)(?: mapped)?(?: yet)?(?:,? (?:right|correct|yes|is that right|true))?\s*[?.!]*$/iu,
    both: 'who mapped "$1" and "$2"?',
  },
  {
    pattern:
      /^neither (\S[^?!\n]{0,80}?) nor (\S[^?!\n]{0,80}?) (?:is|are) mapped(?: yet)?(?:,? (?:right|correct|yes|is that right|true))?\s*[?.!]*$/iu,
    both: 'who mapped "$1" and "$2"?',
  },
  {
    pattern:
      /^(\S[^?!\n]{0,80}?) hat (?:schon )?angenommen,? (?:aber|und) (\S[^?!\n]{0,80}?) (?:noch )?nicht(?:,? (?:oder|richtig|stimmt['’]?s|ja))?\s*[?.!]*$/iu,
    both: 'haben $1 und $2 angenommen?',
  },
  {
    pattern:
      /^(\S[^?!\n]{0,80}?) a (?:déjà )?accepté,? (?:mais|et) (?:pas )?(\S[^?!\n]{0,80}?)(?: non| pas)?(?:,? (?:c['’]est ça|n['’]est-ce pas|correct|non))?\s*[?.!]*$/iu,
    both: 'est-ce que $1 et $2 ont accepté ?',
  },
  {
    pattern:
      /^¿?(\S[^?!\n]{0,80}?) (?:aceptó|ha aceptado|ya aceptó),? (?:pero|y) (\S[^?!\n]{0,80}?) (?:todavía |aún )?no(?:,? (?:verdad|correcto|cierto))?\s*[?.!]*$/iu,
    both: '¿han aceptado $1 y $2?',
  },
  {
    pattern:
      /^(\S[^?!\n]{0,80}?) heeft (?:al )?geaccepteerd,? (?:maar|en) (\S[^?!\n]{0,80}?) (?:nog )?niet(?:,? (?:toch|klopt dat|juist))?\s*[?.!]*$/iu,
    both: 'hebben $1 en $2 geaccepteerd?',
  },
];

/** What is asked in a roundabout way, and how it is asked plainly. */
const PLAINER: readonly { readonly pattern: RegExp; readonly plain: string }[] = [
  {
    pattern:
      /^(?:so )?(?:which (?:one )?(?:of (?:us|you|them|the team)|colleague)|who (?:of|amongst?) (?:us|you|them)) (mapped|matched|linked|assigned) ([^?!\n]{1,80}?)\s*[?.!]*$/iu,
    plain: 'who $1 $2?',
  },
  {
    pattern: /^wer von (?:uns|euch|ihnen|den kollegen) hat ([^?!\n]{1,80}?) (zugeordnet|verknüpft|gemappt)\s*[?.!]*$/iu,
    plain: 'wer hat $1 $2?',
  },
  {
    pattern:
      /^(?:lequel|laquelle|qui) (?:d'entre nous|de nous|parmi nous|de l'équipe) a (associé|rattaché|lié|mappé) ([^?!\n]{1,80}?)\s*[?.!]*$/iu,
    plain: 'qui a $1 $2 ?',
  },
  {
    pattern:
      /^¿?quién de (?:nosotros|vosotros|ustedes|el equipo) (asignó|vinculó|asoció|ha asignado|ha vinculado) ([^?!\n]{1,80}?)\s*[?.!]*$/iu,
    plain: '¿quién $1 $2?',
  },
  {
    pattern: /^wie van (?:ons|jullie|het team) heeft ([^?!\n]{1,80}?) (gekoppeld|toegewezen)\s*[?.!]*$/iu,
    plain: 'wie heeft $1 $2?',
  },
  // Two names, and where the second one stands; a word in small letters is none.
  {
    pattern:
      /^(?!(?:[Ww]h|[Ii]t|[Tt]h|[Ii]s) ?)([^?!\n]{1,80}?) is ([\p{Lu}\d][^?!\n]{1,80}?) (?:in|on) (?:the |our )?(?:CRM|crm|[Ww]ork ?365|[Dd]ynamics|[Dd]ataverse)\s*[.!]*$/u,
    plain: 'map "$1" to "$2"',
  },
  {
    pattern:
      /^(?![Ww](?:as|er|o) )([^?!\n]{1,80}?) (?:ist|heißt) ([\p{Lu}\d][^?!\n]{1,80}?) (?:im|in unserem|in) (?:CRM|[Ww]ork ?365|[Dd]ynamics|[Dd]ataverse)\s*[.!]*$/u,
    plain: 'verknüpfe "$1" mit "$2"',
  },
  {
    pattern:
      /^([^?!\n]{1,80}?),? (?:c'est|est) ([\p{Lu}\d][^?!\n]{1,80}?) (?:dans (?:le|notre) CRM|dans (?:Work ?365|Dynamics))\s*[.!]*$/u,
    plain: 'associe "$1" à "$2"',
  },
  {
    pattern:
      /^([^?!\n]{1,80}?) es ([\p{Lu}\d][^?!\n]{1,80}?) (?:en (?:el|nuestro) CRM|en (?:Work ?365|Dynamics))\s*[.!]*$/u,
    plain: 'asigna "$1" a "$2"',
  },
  {
    pattern:
      /^([^?!\n]{1,80}?) (?:is|heet) ([\p{Lu}\d][^?!\n]{1,80}?) (?:in (?:het|ons) CRM|in (?:Work ?365|Dynamics))\s*[.!]*$/u,
    plain: 'koppel "$1" aan "$2"',
  },
];

/** The text in the plainer words that the grammar reads; the same text where it holds none of these. */
export function rephrased(text: string): string {
  const work = workAsked(text);
  if (work !== undefined) return work;
  const butNot = BUT_NOT.find(({ pattern }) => pattern.test(text));
  if (butNot !== undefined) return text.replace(butNot.pattern, butNot.both);
  const plainer = PLAINER.find(({ pattern }) => pattern.test(text));
  if (plainer !== undefined) return text.replace(plainer.pattern, plainer.plain);
  const only = ONLY.find(({ pattern }) => pattern.test(text));
  if (only === undefined) return bothOf(text);
  const rest = text.replace(only.pattern, '').trim();
  const opens = text.search(only.pattern) === 0;
  return opens && rest.split(/\s+/).length <= NAME_WORDS && !rest.includes('?') ? `${only.asks} ${rest}` : rest;
}

function bothOf(text: string): string {
  const neither = NEITHER.find(({ pattern }) => pattern.test(text));
  return neither === undefined ? text : text.replace(neither.pattern, `$1 ${neither.and} `);
}
