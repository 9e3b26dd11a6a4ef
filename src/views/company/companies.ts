import companiesCard from '../../../cards/companies.json';
import { actionData } from '../../actions/action';
import type { Action } from '../../actions/action';
import type { Message } from '../../courier';
import type { Instant } from '../../domain/time';
import type { CompaniesAnswer, CompanyRow } from '../../domain/companies-answer';
import type { FactAsked } from '../../commands/intent';
import { acceptanceFacts, resellerWords } from '../words/acceptance-words';
import { factLine } from '../account/account';
import { acceptedLines, differingFacts } from './everywhere';
import { unansweredWords } from './invitation-words';
import { clean, shortName } from '../words/escape';
import { noteView } from '../parts/message-card';
import { maybe, toMessage } from '../parts/parts';
import { mappingState } from '../parts/rows';
import { freshnessLines, provenance } from '../words/source-words';
import type { Speech } from '../words/speech';
import { cardTemplate } from '../parts/template';

const draw = cardTemplate(companiesCard);

/** Twenty rows have to fit into one card. */
const NAME = 60;
const DETAIL = 150;
/** Of several providers there is more to say. */
const LONG = 280;

/**
 * The answer about a list of companies: a row each, those that differ from "accepted" on top. With `facts`, each row says
 * those instead of whether the company has accepted; `lines` stand above the rows.
 */
export function companiesView(
  answer: CompaniesAnswer,
  speech: Speech,
  { lines = [], facts = [] }: { readonly lines?: readonly string[]; readonly facts?: readonly FactAsked[] } = {},
): Message {
  const { rows, now } = answer;
  const title = facts.length === 0 ? titleOf(rows, speech) : factsTitle(rows, facts, speech);
  const counts = countsOf(rows, speech);
  const warnings = freshnessLines(answer.freshness, now, speech);
  const drawn = byDifference(rows).map((row) => drawRow(row, speech, { facts, now }));
  const asOf = ownListAge(answer, speech);
  const above = [...lines, ...(counts === '' ? [] : [counts])];
  return toMessage(
    {
      draw,
      data: {
        kicker: speech.say(facts[0] === undefined ? 'companies.kicker' : `fact.${facts[0]}`),
        title,
        lines: above.map((text) => ({ text })),
        warnings: warnings.map((text) => ({ text })),
        rows: drawn.map(({ title: name, detail, cue, action }) => ({
          title: name,
          detail: `${detail} · ${cue} ›`,
          action,
        })),
        below: maybe(asOf === undefined ? undefined : { text: asOf }),
      },
      summary: counts === '' ? title : `${title}. ${counts}`,
      text: [title, ...above, ...warnings, ...drawn.map((row, at) => `${at + 1}. ${row.title} (${row.detail})`), asOf],
    },
    speech,
  );
}

/** More names than are answered at once. */
export function tooManyView(count: number, most: number, speech: Speech): Message {
  return noteView(
    {
      title: speech.say('companies.too-many', { count, most }),
      lines: [speech.say('companies.too-many-body', { most })],
    },
    speech,
  );
}

type Kind = 'absent' | 'unknown' | 'which' | 'likely' | 'not-now' | 'accepted';

/** In the order in which they stand on the card. */
const KINDS: readonly Kind[] = ['absent', 'unknown', 'which', 'likely', 'not-now', 'accepted'];

function kindOf(row: CompanyRow): Kind {
  switch (row.row) {
    case 'absent':
      return 'absent';
    case 'could-not-look':
      return 'unknown';
    case 'which':
      return 'which';
    case 'likely-as':
      return 'likely';
    case 'everywhere':
      return everywhereKind(row);
    case 'account':
      return stateKind(row.acceptance.reseller.state);
  }
}

const UNKNOWN: ReadonlySet<string> = new Set(['not-checked', 'not-configured', 'could-not-look', 'not-ours']);

function stateKind(state: Extract<CompanyRow, { row: 'account' }>['acceptance']['reseller']['state']): Kind {
  if (state === 'accepted') return 'accepted';
  return UNKNOWN.has(state) ? 'unknown' : 'not-now';
}

/** Accepted is who has accepted wherever we can ask. */
function everywhereKind({ rows }: Extract<CompanyRow, { readonly row: 'everywhere' }>): Kind {
  const kinds = rows
    .filter(({ acceptance }) => acceptance.reseller.state !== 'not-ours')
    .map(({ acceptance }) => stateKind(acceptance.reseller.state));
  if (kinds.includes('not-now')) return 'not-now';
  return kinds.length === 0 || kinds.includes('unknown') ? 'unknown' : 'accepted';
}

function byDifference(rows: readonly CompanyRow[]): readonly CompanyRow[] {
  return KINDS.flatMap((kind) => rows.filter((row) => kindOf(row) === kind));
}

function countOf(rows: readonly CompanyRow[], kind: Kind): number {
  return rows.filter((row) => kindOf(row) === kind).length;
}

function titleOf(rows: readonly CompanyRow[], speech: Speech): string {
  const total = rows.length;
  const accepted = countOf(rows, 'accepted');
  const unknown = countOf(rows, 'unknown');
  if (accepted === total) return speech.say('companies.title-all', { total });
  // "None accepted" would be said of those whom we could not look up, too.
  if (accepted === 0 && unknown > 0) return speech.say('companies.title-unknown', { unknown, total });
  const likely = countOf(rows, 'likely');
  // Nor of those who probably are somebody in the list.
  if (accepted === 0 && likely > 0) return speech.say('companies.title-likely', { likely, total });
  return speech.say('companies.title', { accepted, total });
}

function factsTitle(rows: readonly CompanyRow[], facts: readonly FactAsked[], speech: Speech): string {
  const asked = speech.list(facts.map((fact) => speech.say(`fact.${fact}`)));
  return speech.say('companies.title-facts', { asked, total: rows.length });
}

function countsOf(rows: readonly CompanyRow[], speech: Speech): string {
  const said = KINDS.flatMap((kind) => {
    const count = countOf(rows, kind);
    return kind === 'accepted' || count === 0 ? [] : [speech.say(`companies.${kind}`, { count })];
  });
  return said.join('; ');
}

/** The facts that were asked for besides, and when. */
interface Asked {
  readonly facts: readonly FactAsked[];
  readonly now: Instant;
}

interface Drawn {
  readonly title: string;
  readonly detail: string;
  readonly cue: string;
  readonly action: object;
}

function drawRow(row: CompanyRow, speech: Speech, asked: Asked): Drawn {
  const query = clean(row.query, NAME);
  switch (row.row) {
    case 'account':
      return accountRow(row, speech, asked);
    case 'everywhere': {
      const said =
        asked.facts.length === 0 ? acceptedLines(row, speech) : differingFacts(row.rows, asked.facts, speech);
      const action: Action = { verb: 'type', line: speech.say('type.status', { name: query }) };
      return {
        ...drawn(clean(row.name, NAME), '', speech.say('show.button'), action),
        detail: clean(said.join(' '), LONG),
      };
    }
    case 'likely-as': {
      const name = clean(row.account.name, NAME);
      const likely = speech.say(row.sure ? 'companies.likely-row' : 'companies.perhaps-row', { name });
      // Of another fact than acceptance the account's own card tells.
      const detail = asked.facts.length === 0 ? `${likely} · ${resellerWords(row.reseller, speech)}` : likely;
      return drawn(query, detail, speech.say('show.button'), { verb: 'account', accountId: row.account.accountId });
    }
    case 'which': {
      const names = speech.list(row.names.map((name) => clean(name, 40)));
      const detail = speech.say('companies.which-row', { count: row.count, names });
      return drawn(query, detail, speech.say('which.choose'), askAgain(query, speech));
    }
    case 'absent': {
      const known =
        row.invited === undefined
          ? speech.say('companies.absent-row')
          : unansweredWords(row.invited, asked.now, speech);
      const detail = [known, nearWords(row, speech)].filter((part) => part !== '');
      return drawn(query, detail.join('; '), speech.say('companies.watch'), { verb: 'watch', query });
    }
    case 'could-not-look': {
      const detail = [speech.say('companies.unknown-row'), nearWords(row, speech)].filter((part) => part !== '');
      return drawn(query, detail.join('; '), speech.say('companies.again'), askAgain(query, speech));
    }
  }
}

function accountRow(
  row: Extract<CompanyRow, { readonly row: 'account' }>,
  speech: Speech,
  { facts, now }: Asked,
): Drawn {
  const { account, acceptance } = row;
  const name = clean(account.name, NAME);
  const said =
    facts.length === 0
      ? [resellerWords(acceptance.reseller, speech), mappingState(account, speech)]
      : acceptanceFacts(acceptance, now, speech, facts).map((fact) =>
          facts.length === 1 ? fact.value : factLine(fact),
        );
  const provider = account.provider === undefined ? '' : shortName(account.provider);
  const detail = [typedAs(row, speech), provider, ...said].filter((part) => part !== '').join(' · ');
  return drawn(name, detail, speech.say('show.button'), { verb: 'account', accountId: account.accountId });
}

/** What was typed, where it is not the name itself. */
function typedAs(row: Extract<CompanyRow, { readonly row: 'account' }>, speech: Speech): string {
  const query = clean(row.query, NAME);
  if (row.assumed && row.by !== undefined)
    return speech.say('companies.assumed-by', { query, by: clean(row.by, NAME) });
  if (row.assumed) return speech.say('companies.assumed', { query });
  return query.toLowerCase() === row.account.name.toLowerCase() ? '' : speech.say('companies.typed', { query });
}

/** A record of ours may bear the very name that no account has. */
function nearWords(
  { near, query }: Pick<Extract<CompanyRow, { readonly row: 'absent' }>, 'near' | 'query'>,
  speech: Speech,
): string {
  if (near === undefined) return '';
  if (near.name.toLowerCase() === query.trim().toLowerCase()) return speech.say('companies.near-same');
  return speech.say('companies.near', { name: clean(near.name, NAME) });
}

function askAgain(query: string, speech: Speech): Action {
  return { verb: 'type', line: speech.say('type.status', { name: query }) };
}

/** No fallback for clients without Action.Execute: twenty rows with one would not fit. They can type the name. */
function drawn(title: string, detail: string, cue: string, action: Action): Drawn {
  const click = {
    type: 'Action.Execute',
    verb: 'handshake',
    title: clean(`${cue}: ${title}`, 60),
    data: actionData(action),
  };
  return { title, detail: clean(detail, DETAIL), cue, action: click };
}

function ownListAge({ freshness, now }: CompaniesAnswer, speech: Speech): string | undefined {
  const accounts = freshness.filter((part) => part.part === 'accounts');
  const ages = accounts.map((part) => part.asOf).filter((asOf) => asOf !== undefined);
  if (ages.length === 0 || ages.length < accounts.length) return undefined;
  // With several providers the oldest copy is what the answer rests on.
  return speech.say('companies.as-of', { source: provenance('partner-center', Math.min(...ages), now, speech) });
}
