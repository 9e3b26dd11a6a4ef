import type { Command, Reading } from './command';
import { EVERYWHERE } from './command';
import { frame, frames } from './frame';
import type { Intent } from './intent';
import { toPeriod } from './values';

/**
 * list pending | who has not accepted | unmapped | accounts without a customer | who accepted PERIOD
 */
export const list: Command = {
  name: 'list',
  help: 'help.list',
  summary: 'Lists what is pending, unmapped accounts, or who accepted today, this week or last month.',
  scopes: EVERYWHERE,
  listed: true,
  cues: ['pending', 'unmapped'],
  frames: [
    ...frames(
      [
        'list? unmapped customer?',
        'list? (who|list) still? (nobody|neg) (customer|mapping|mapped)',
        'list? nobody (customer|mapping)',
        'list? still? neg (mapped|mapping)',
        'list? need (mapping|map|mapped|customer)',
        '(list|who) still (map|mapping|mapped)',
        'unmapped list',
        '(list|who) pending mapping',
        'all mapped',
      ],
      { tag: 'unmapped' },
    ),
    ...frames(
      [
        'list? pending invite? period?',
        'list? (who|list) still? neg accept',
        'list? (who|list) still accept',
        'pending list',
        'list? invite? neg accept invite?',
        'list? invite pending',
        'still? pending accept',
        'list? who still? neg (link|invite|pending)',
        'list? invite still pending',
      ],
      { tag: 'pending' },
    ),
    ...frames(
      [
        '(who|list) pending accept?',
        '(who|list) still pending',
        '(who|list) accept? neg acceptnow',
        'still neg accept',
        'who neg',
      ],
      { tag: 'pending', cost: 0.15 },
    ),
    ...frames(
      [
        'list? (who|list|fresh) accept invite? period',
        'list? accept period',
        'list? period accept',
        'list? fresh accept',
        'list accept',
        'who accept invite?',
        'list? accept list',
        'period fresh? customer',
        'list? fresh customer period',
        'who acceptnow period',
        'list? (accept|acceptnow) fresh',
        'list? who relationship period',
        'who fresh period',
        'fresh list period',
      ],
      { tag: 'accepted' },
    ),
    frame('accept', { tag: 'accepted-alone', cost: 0.9 }),
    frame('list? fresh customer', { tag: 'accepted', cost: 0.3 }),
    frame('who fresh', { tag: 'accepted', cost: 0.4 }),
  ],
  examples: {
    en: [
      'list pending',
      'list unmapped',
      'who accepted this week?',
      'who has not accepted yet?',
      'which accounts have no customer?',
    ],
    de: [
      'nicht zugeordnete Konten',
      'welche Konten haben keinen Kunden?',
      'wer hat diese Woche angenommen?',
      'wer hat noch nicht angenommen?',
    ],
    fr: [
      'comptes non associés',
      'quels comptes n’ont pas de client ?',
      'qui a accepté cette semaine ?',
      "qui n'a pas encore accepté ?",
    ],
    es: [
      'cuentas sin asignar',
      '¿qué cuentas no tienen cliente?',
      '¿quién aceptó esta semana?',
      '¿quién falta por aceptar?',
    ],
    nl: [
      'niet gekoppelde accounts',
      'welke accounts hebben geen klant?',
      'wie heeft deze week geaccepteerd?',
      'wie heeft nog niet geaccepteerd?',
    ],
  },
  build,
};

function build(reading: Reading): Intent | undefined {
  const period = toPeriod(reading.value('period') ?? reading.anywhere('period'));
  const when = period === undefined ? {} : { period };
  if (reading.tag === 'accepted-alone' && reading.sentence.size > 2) return undefined;
  if (isOrder(reading)) return undefined;
  if (reading.tag === 'unmapped') return { name: 'list', what: 'unmapped', ...when };
  if (reading.tag === 'pending') return { name: 'list', what: 'pending', ...when };
  return { name: 'list', what: 'accepted', ...when };
}

const ORDERS = new Set(['dont', 'never', 'no', 'ne']);

/** "Don't worry about the mapping": a denial at the beginning forbids, it does not ask what is not mapped. */
function isOrder({ sentence, match }: Reading): boolean {
  const neg = match.parts.find((part) => part.concept === 'neg');
  return (
    neg !== undefined && sentence.boundaries.includes(neg.start) && ORDERS.has(sentence.tokens[neg.start]?.fold ?? '')
  );
}
