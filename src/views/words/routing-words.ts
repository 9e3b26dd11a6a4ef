import type { Routing, SizeRange } from '../../domain/routing';
import type { Speech } from './speech';

/** "countries: Germany and Austria; first letters: A–K", or all of them. */
export function routingWords(routing: Routing | undefined, speech: Speech): string {
  const { countries, letters, languages, size, rest } = routing ?? {};
  const parts = [
    ...(countries === undefined ? [] : [listWords('countries', countries, (code) => speech.country(code), speech)]),
    ...(letters === undefined ? [] : [listWords('letters', letters, letterWords, speech)]),
    ...(languages === undefined
      ? []
      : [listWords('languages', languages, (one) => speech.say(`language.${one}`), speech)]),
    ...(size === undefined ? [] : [sizeWords(size, speech)]),
    ...(rest === true ? [speech.say('routing.rest')] : []),
  ];
  return parts.length === 0 ? speech.say('settings.routing.all') : parts.join('; ');
}

function listWords<T extends string>(
  of: 'countries' | 'letters' | 'languages',
  chosen: { readonly of: readonly T[]; readonly not?: true },
  name: (one: T) => string,
  speech: Speech,
): string {
  const list = speech.list(chosen.of.map(name));
  return speech.say(chosen.not === true ? `routing.${of}.not` : `routing.${of}`, { list });
}

/** A–K; 0–9 stands for all that begins with no letter. */
function letterWords(range: string): string {
  return range === '#' ? '0–9' : range.replace('-', '–');
}

function sizeWords({ by, from, to }: SizeRange, speech: Speech): string {
  if (from === undefined) return speech.say(`routing.${by}.to`, { to: to ?? 0 });
  return to === undefined
    ? speech.say(`routing.${by}.from`, { from })
    : speech.say(`routing.${by}.between`, { from, to });
}
