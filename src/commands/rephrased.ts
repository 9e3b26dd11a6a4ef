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

/** The text in the plainer words that the grammar reads; the same text where it holds none of these. */
export function rephrased(text: string): string {
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
