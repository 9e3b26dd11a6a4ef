import type { HoldingsAnswer } from '../../domain/answers';
import { clean } from './escape';
import { isPhraseKey } from './speech';
import type { Speech } from './speech';
import { happenedOn } from './times';

type Detail = HoldingsAnswer['rows'][number]['detail'];
type Value = string | number | boolean;

/** The order in which people look for them. */
const ORDER = [
  'login',
  'quantity',
  'total',
  'used',
  'free',
  'status',
  'products',
  'active',
  'trial',
  'term',
  'billing',
  'endsAt',
  'autoRenews',
] as const;

/** The details of a subscription, a licence or a user on one line; what we have no words for comes last, as it is. */
export function detailWords(detail: Detail, speech: Speech): string {
  const known = ORDER.flatMap((key) => words(key, detail[key], speech));
  const isKnown = (name: string): boolean => ORDER.some((key) => key === name);
  const other = Object.entries(detail).flatMap(([name, value]) =>
    value === undefined || isKnown(name) ? [] : [`${name}: ${plain(value, speech)}`],
  );
  return clean([...known, ...other].join(' · '), 200);
}

function words(key: (typeof ORDER)[number], value: Value | undefined, speech: Speech): readonly string[] {
  if (value === undefined) return [];
  switch (key) {
    case 'login':
      return [plain(value, speech)];
    case 'endsAt':
      return [
        speech.say('detail.endsAt', {
          value: typeof value === 'number' ? happenedOn(value, speech) : plain(value, speech),
        }),
      ];
    case 'quantity':
    case 'total':
    case 'used':
    case 'free':
    case 'products':
      return [speech.say(`detail.${key}`, { value: plain(value, speech) })];
    case 'trial':
      return value === true ? [speech.say('detail.trial')] : [];
    case 'active':
    case 'autoRenews':
      return [speech.say(value === true ? `detail.${key}` : `detail.${key}.no`)];
    case 'status':
    case 'term':
    case 'billing':
      return [translated(key, plain(value, speech), speech)];
  }
}

/** The provider's own word, translated where we know it. */
function translated(kind: 'status' | 'term' | 'billing', value: string, speech: Speech): string {
  const key = `detail.${kind}.${value.toLowerCase()}`;
  return isPhraseKey(key) ? speech.say(key) : value;
}

function plain(value: Value, speech: Speech): string {
  if (typeof value === 'number') return speech.number(value);
  if (typeof value === 'boolean') return speech.say(value ? 'answer.yes' : 'answer.no');
  return clean(value, 80);
}
