import everywhereCard from '../../../cards/everywhere.json';
import { actionData } from '../../actions/action';
import type { FactAsked } from '../../commands/intent';
import type { Message } from '../../courier';
import type { EverywhereAnswer, Gaps, ProviderRow } from '../../domain/everywhere-answer';
import type { Instant } from '../../domain/time';
import { factLine } from '../account/account';
import { maybe, toMessage } from '../parts/parts';
import type { Fact } from '../parts/parts';
import { mappingState } from '../parts/rows';
import { cardTemplate } from '../parts/template';
import { acceptanceFacts, factsOf } from '../words/acceptance-words';
import { clean, shortName } from '../words/escape';
import { freshnessLines } from '../words/source-words';
import type { Speech } from '../words/speech';
import { takenName } from './meant';

const draw = cardTemplate(everywhereCard);

/**
 * The answer about a company that several providers have: on top what they say together and in what they differ, below it a
 * row for each, first those that differ from the others. With `asked`, the rows tell those facts alone.
 */
export function everywhereView(answer: EverywhereAnswer, speech: Speech, asked: readonly FactAsked[] = []): Message {
  const { rows, gaps, now } = answer;
  const [title = '', ...said] = asked.length === 0 ? acceptedLines(answer, speech) : factLines(answer, asked, speech);
  const lines = [...said, ...(asked.length === 0 ? differences(rows, speech) : [])];
  const warnings = freshnessLines(answer.freshness, now, speech);
  const drawn = byDifference(rows).map((row) => drawRow(row, answer, asked, speech));
  const below = gapLines(gaps, speech).join(' ');
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say(asked[0] === undefined ? 'everywhere.kicker' : `fact.${asked[0]}`),
        title,
        lines: lines.map((text) => ({ text })),
        warnings: warnings.map((text) => ({ text })),
        rows: drawn,
        below: maybe(below === '' ? undefined : { text: below }),
      },
      summary: title,
      text: [
        title,
        ...lines,
        ...warnings,
        ...drawn.map(({ title: of, detail, facts }) => `- ${of} (${detail}): ${facts.map(factLine).join('; ')}`),
        below,
      ],
    },
    speech,
  );
}

/** Where a company is not, as far as that is known. */
export function gapLines({ without, notRead }: Gaps, speech: Speech): readonly string[] {
  const names = (all: readonly string[]): string => speech.list(all.map((name) => shortName(name)));
  return [
    ...(without.length === 0 ? [] : [speech.say('everywhere.without', { providers: names(without) })]),
    ...(notRead.length === 0 ? [] : [speech.say('everywhere.not-read', { providers: names(notRead) })]),
  ];
}

type Kind = 'not' | 'unknown' | 'accepted' | 'not-ours';

function kindOf({ acceptance: { reseller } }: Pick<ProviderRow, 'acceptance'>): Kind {
  switch (reseller.state) {
    case 'accepted':
      return reseller.disputedAt === undefined ? 'accepted' : 'unknown';
    case 'other-relation':
    case 'ended':
    case 'not-listed':
      return 'not';
    case 'not-ours':
      return 'not-ours';
    default:
      return 'unknown';
  }
}

/** "Fourth Coffee has accepted at A and B." first, then what is otherwise, and what nobody can know. */
export function acceptedLines(
  { name, taken, notAt, rows }: Pick<EverywhereAnswer, 'name' | 'taken' | 'notAt' | 'rows'>,
  speech: Speech,
): readonly string[] {
  const called = takenName(name, taken, speech);
  const absent =
    notAt === undefined ? [] : [speech.say('everywhere.not-at', { name: called, provider: shortName(notAt) })];
  const kinds: readonly Kind[] = ['accepted', 'not', 'unknown', 'not-ours'];
  const said = kinds.flatMap((kind) => {
    const there = rows.filter((row) => kindOf(row) === kind);
    return there.length === 0 ? [] : [{ kind, providers: providersOf(there, rows, speech) }];
  });
  return [
    ...absent,
    ...said.map(({ kind, providers }, at) =>
      at === 0 && notAt === undefined
        ? speech.say(`everywhere.${kind}`, { name: called, providers })
        : speech.say(`everywhere.and.${kind}`, { providers }),
    ),
  ];
}

/** Where one provider has accounts of which other things are said as well, it is said which one is meant. */
function providersOf(rows: readonly ProviderRow[], all: readonly ProviderRow[], speech: Speech): string {
  const elsewhere = new Set(all.filter((row) => !rows.includes(row)).map(({ account }) => account.provider));
  const names = rows.map(({ account: { provider, name } }) => {
    if (provider === undefined) return shortName(name);
    return elsewhere.has(provider) ? `${shortName(provider)} – ${shortName(name)}` : shortName(provider);
  });
  return speech.list([...new Set(names)]);
}

function factLines({ name, taken, rows, notAt }: EverywhereAnswer, asked: readonly FactAsked[], speech: Speech) {
  const called = takenName(name, taken, speech);
  const absent =
    notAt === undefined ? [] : [speech.say('everywhere.not-at', { name: called, provider: shortName(notAt) })];
  const said = asked.map((fact) => {
    const title = speech.say(`fact.${fact}`);
    const values = valuesOf(rows, fact, speech);
    const [only, another] = values;
    if (only === undefined)
      return speech.say('everywhere.and.not-ours', { providers: providersOf(rows, rows, speech) });
    const value = another === undefined ? only.value : speech.list(values.map(({ whole }) => whole));
    return `${called} – ${title}: ${value}.`;
  });
  return [...absent, ...said];
}

/** "Customer agreement: signed (A) and not signed (B)", a line for each fact. */
export function differingFacts(
  rows: readonly ProviderRow[],
  asked: readonly FactAsked[],
  speech: Speech,
): readonly string[] {
  return asked.flatMap((fact) => {
    const values = valuesOf(rows, fact, speech).map(({ whole }) => whole);
    return values.length === 0 ? [] : [`${speech.say(`fact.${fact}`)}: ${speech.list(values)}.`];
  });
}

/** What is said of a fact, and where; of those that we can ask. */
function valuesOf(rows: readonly ProviderRow[], fact: FactAsked, speech: Speech) {
  const by = new Map<string, ProviderRow[]>();
  for (const row of rows.filter((one) => kindOf(one) !== 'not-ours')) {
    const value = factsOf(row.acceptance, [fact], speech)[0]?.value ?? '';
    by.set(value, [...(by.get(value) ?? []), row]);
  }
  return [...by].map(([value, there]) => ({ value, whole: `${value} (${providersOf(there, rows, speech)})` }));
}

/** In what the providers differ besides acceptance: whom it is mapped to, and what it has agreed to. */
function differences(rows: readonly ProviderRow[], speech: Speech): readonly string[] {
  const sure = rows.filter(({ probably }) => probably !== true);
  return [
    ...customerLines(sure, speech),
    ...(['agreement', 'admin'] as const).flatMap((fact) => {
      const accepted = sure.filter((row) => kindOf(row) === 'accepted' && isKnown(row.acceptance[fact].state));
      const values = valuesOf(accepted, fact, speech);
      // The day alone makes no difference.
      return new Set(accepted.map((row) => row.acceptance[fact].state)).size < 2
        ? []
        : [`${speech.say(`fact.${fact}`)}: ${speech.list(values.map(({ whole }) => whole))}.`];
    }),
  ];
}

function isKnown(state: string): boolean {
  return state !== 'not-checked' && state !== 'not-configured' && state !== 'could-not-look';
}

function customerLines(rows: readonly ProviderRow[], speech: Speech): readonly string[] {
  const by = new Map<string, { readonly customer: string; readonly rows: ProviderRow[] }>();
  for (const row of rows) {
    const { customer } = row.account;
    if (customer === undefined) continue;
    const known = by.get(customer.id) ?? { customer: customer.name, rows: [] };
    known.rows.push(row);
    by.set(customer.id, known);
  }
  const mapped = [...by.values()];
  const [only, another] = mapped;
  if (only === undefined) return [];
  const open = rows.filter(({ account }) => account.state === 'open');
  const still =
    open.length === 0 ? [] : [speech.say('everywhere.still-open', { providers: providersOf(open, rows, speech) })];
  if (another !== undefined) {
    const customers = mapped.map((one) => `${shortName(one.customer)} (${providersOf(one.rows, rows, speech)})`);
    return [speech.say('everywhere.customers', { customers: speech.list(customers) }), ...still];
  }
  if (open.length === 0) return [];
  const customer = shortName(only.customer);
  return [speech.say('everywhere.mapped', { customer, providers: providersOf(only.rows, rows, speech) }), ...still];
}

/** Those that are not like most of them, then what calls for somebody; otherwise in the order of the providers. */
function byDifference(rows: readonly ProviderRow[]): readonly ProviderRow[] {
  const keyOf = (row: ProviderRow): string => `${kindOf(row)} ${row.account.state} ${row.account.customer?.id ?? ''}`;
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const isUsual = (row: ProviderRow): number => Number(most > 1 && counts.get(keyOf(row)) === most);
  const calls = (row: ProviderRow): number => (kindOf(row) === 'not' ? 0 : row.account.state === 'open' ? 1 : 2);
  return rows.toSorted((a, b) => isUsual(a) - isUsual(b) || calls(a) - calls(b));
}

interface Drawn {
  readonly title: string;
  readonly detail: string;
  readonly facts: readonly Fact[];
  readonly action: object;
}

const NAME = 80;

function drawRow(row: ProviderRow, { name, now }: Named, asked: readonly FactAsked[], speech: Speech): Drawn {
  const { account, acceptance, probably } = row;
  const own = account.name === name ? [] : [clean(account.name, NAME)];
  const title = [shortName(account.provider ?? ''), ...own].filter((part) => part !== '').join(' · ');
  const facts = acceptanceFacts(acceptance, now, speech, asked.length === 0 ? undefined : asked);
  const customer = { title: speech.say('fact.customer'), value: mappingState(account, speech) };
  const cue = speech.say(account.state === 'open' ? 'which.choose' : 'show.button');
  const action = {
    type: 'Action.Execute',
    verb: 'handshake',
    title: clean(`${cue}: ${title}`, 60),
    data: actionData({ verb: 'account', accountId: account.accountId }),
  };
  const detail = [
    clean(account.domain ?? account.tenantId, NAME),
    ...(probably === true ? [speech.say('everywhere.probably')] : []),
    `${cue} ›`,
  ];
  return { title, detail: detail.join(' · '), facts: [...facts, customer], action };
}

type Named = Readonly<{ name: string; now: Instant }>;
