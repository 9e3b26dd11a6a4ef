import { isOfProvider } from './at-provider';
import { mapPairs } from './map-pairs';
import { normalise } from './normalise';
import { ownLanguage } from './readings';
import type { PartReading } from './references';
import type { Hearing, Understanding, UnderstandOptions } from './understanding';

/** Sentences that are several by their form: nobody has to weigh whether their parts stand by themselves. */

/** Between two matters of one sentence: "… and who mapped fabrikam". */
export const AND =
  /[,;]?\s+(?:(?:and|und|et|y|en)\s+(?:then |also |please |if (?:not|so|yes),? |dann |auch |bitte |falls (?:nicht|ja),? |wenn (?:nicht|ja),? |ensuite |aussi |sinon,? |puis |luego |también |si no,? |dan |ook |zo niet,? )?|also,?\s+|then\s+|plus\s+|außerdem\s+|puis\s+|además\s+)(?=[¿]?\p{L})/giu;

/** One of several mappings; `part` is the line that asks for it alone. */
interface MappingAsked {
  readonly part: string;
  readonly heard: Extract<Understanding, { readonly outcome: 'understood' }>;
}

/** Several mappings asked for under one verb: each is proposed by itself. */
export function mappingsIn(text: string, { known, locale }: UnderstandOptions): readonly MappingAsked[] | undefined {
  return mapPairs(normalise(text), known)?.map(({ account, customer, language = ownLanguage(locale) }) => {
    const part = `${account} -> ${customer}`;
    const intent = { name: 'map', account, customer } as const;
    return { part, heard: { outcome: 'understood', intent, language, evidence: [`pair "${part}"`], proposed: true } };
  });
}

const ASKS_AGAIN =
  /^(?:who|which|what|how many|wer|welche|wie viele|was|qui|quel|combien|quién|cuá|qué|wie|welke|hoeveel|wat)/iu;

/** "Who has accepted at A and who is open at B?": each provider is named in a question of its own. */
export function ofTwoProviders(text: string, { read }: PartReading): Hearing | undefined {
  const plain = normalise(text);
  for (const join of plain.matchAll(AND)) {
    const right = plain.slice(join.index + join[0].length);
    if (!ASKS_AGAIN.test(right)) continue;
    const heard = [plain.slice(0, join.index), right].map(read);
    if (heard.every((one) => isFiltered(one) && isOfProvider(one))) return { heard, missed: [] };
  }
  return undefined;
}

/** Words such as "and" join what the list is narrowed down by. */
export function isFiltered(heard: Understanding): boolean {
  return heard.outcome === 'understood' && heard.intent.name === 'list' && heard.intent.filter !== undefined;
}
