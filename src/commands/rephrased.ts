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

/** The text in the plainer words that the grammar reads; the same text where it holds none of these. */
export function rephrased(text: string): string {
  const only = ONLY.find(({ pattern }) => pattern.test(text));
  if (only === undefined) return text;
  const rest = text.replace(only.pattern, '').trim();
  const opens = text.search(only.pattern) === 0;
  return opens && rest.split(/\s+/).length <= NAME_WORDS && !rest.includes('?') ? `${only.asks} ${rest}` : rest;
}
