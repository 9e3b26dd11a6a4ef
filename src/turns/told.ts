import { actionData } from '../actions/action';
import type { Action } from '../actions/action';
import type { Intent } from '../commands/intent';
import type { AccountRecord } from '../domain/account';
import type { InviteAnswer, ListAnswer, NearName, StatusAnswer } from '../domain/answers';
import type { CompaniesAnswer, CompanyRow } from '../domain/companies-answer';
import type { MapProposal } from '../domain/map-answers';
import { distinctSubjects, toldTogether } from '../domain/told';
import type { ToldCommand, Subject, Told } from '../domain/told';
import type { WatchAnswer, WatchOutcome } from '../domain/watch-answers';
import { intentOf } from '../talk/commands';
import { askedFor, LIST_PAGE } from '../views/lists/list';
import { confirmAction } from '../views/account/map-proposal';
import { nameAction } from '../views/company/meant';
import type { AskedAbout } from './about';
import { wishOf } from './wish';

/** What each kind of answer was about: one value beside the card that says it, for the talk to go on from. */

export function subjectOf({ id, tenant }: Pick<AccountRecord, 'id' | 'tenant'>): Subject {
  return { name: tenant.name, accountId: id };
}

export function ofLine({ accountId, name }: { readonly accountId?: string; readonly name: string }): Subject {
  return { name, ...(accountId === undefined ? {} : { accountId }) };
}

/** The command that asked this of a company. */
export function commandOf(asked: AskedAbout, company: string): Intent {
  const at = asked.at === undefined ? {} : { at: asked.at };
  switch (asked.intent) {
    case 'status':
      return {
        name: 'status',
        companies: [company],
        ...(asked.facts === undefined ? {} : { facts: asked.facts }),
        ...at,
      };
    case 'show':
      return { name: 'show', companies: [company], what: 'overview', ...at };
    case 'subscriptions':
    case 'licences':
    case 'services':
    case 'users':
      return { name: 'show', companies: [company], what: asked.intent, ...at };
    case 'create':
    case 'assign':
    case 'unassign':
    case 'wake':
    case 'announced':
    case 'mute':
    case 'unmute':
      return { name: asked.intent, companies: [company] };
    case 'remind':
      return { name: 'remind', companies: [company], ...(asked.until === undefined ? {} : { day: asked.until }) };
    case 'request':
      return { name: 'request', companies: [company], who: asked.who };
    case 'snooze':
      return { name: 'snooze', companies: [company], ...(asked.until === undefined ? {} : { until: asked.until }) };
    case 'who-mapped':
      return { name: 'who_mapped', companies: [company], ...at };
    case 'map':
      return { name: 'map', account: company, customer: asked.customer, ...at };
    case 'history':
    case 'unmap':
      return { name: asked.intent, companies: [company], ...at };
  }
}

/** An answer that tells something of companies, or offers it of one. */
export function toldAbout(command: ToldCommand | undefined, about: readonly Subject[], offer?: Action): Told {
  return {
    ...(command === undefined ? {} : { command }),
    about,
    listed: [],
    ...(offer === undefined ? {} : { offer: actionData(offer) }),
  };
}

/** What takes back what was done; undefined where nothing was. */
export function undoneBy(told: Told, action: Action | undefined): Told {
  return { ...told, undo: action === undefined ? 'nothing' : actionData(action) };
}

/** An answer about no company: help, settings, thanks. */
export function toldPlain(command: ToldCommand): Told {
  return { command, about: [], listed: [] };
}

type Question = Exclude<StatusAnswer, { readonly answer: 'account' }>;

/** "Which one do you mean?", or that nobody bears the name. */
export function toldQuestion(answer: Question, command: ToldCommand | undefined): Told {
  const named = command === undefined ? {} : { command };
  if (answer.answer === 'which') {
    return { ...named, about: [], listed: answer.choices.map(ofLine), asks: 'company' };
  }
  const customer = answer.answer === 'not-listed' ? answer.customer?.name : undefined;
  const likely = answer.probably === undefined ? [] : [answer.probably];
  const near = answer.answer === 'not-listed' ? [...likely, ...answer.near] : likely;
  const [only, another] = near;
  // "Did you mean …?": a yes is the click on the one that is named.
  const offer =
    only === undefined || another !== undefined
      ? {}
      : { offer: actionData(nameAction(only, wishOf(intentOf(command)))) };
  return {
    ...named,
    about: [{ name: customer ?? answer.query }],
    listed: [],
    ...(near.length === 0 ? {} : { near: near.map(subjectOfName) }),
    ...offer,
  };
}

function subjectOfName({ name, accountId }: NearName): Subject {
  return { name, ...(accountId === undefined ? {} : { accountId }) };
}

export function toldProposal(proposal: MapProposal, command: Intent & { readonly name: 'map' }): Told {
  if (proposal.answer === 'confirm') {
    const { record } = proposal.picture;
    const offer = confirmAction(proposal);
    const filled = { ...command, account: record.tenant.name, customer: proposal.customer.name };
    return toldAbout(filled, [subjectOf(record)], offer);
  }
  const about = [ofLine(proposal.account)];
  const choices = proposal.answer === 'which-customer' ? proposal.choices : proposal.near;
  return { command, about, listed: choices.map(({ name }) => ({ name })), asks: 'customer' };
}

export function toldCompanies({ rows }: CompaniesAnswer, command: ToldCommand): Told {
  return toldAbout(command, distinctSubjects(rows.flatMap(subjectsOfRow)));
}

function subjectsOfRow(row: CompanyRow): readonly Subject[] {
  switch (row.row) {
    case 'account':
    case 'likely-as':
      return [ofLine(row.account)];
    case 'everywhere':
      return row.rows.map(({ account }) => ofLine(account));
    case 'absent':
    case 'could-not-look':
      return [{ name: row.query }];
    // Nothing is told of any of them before it is clear which one is meant.
    case 'which':
      return [];
  }
}

export function toldList(answer: ListAnswer, command: ToldCommand): Told {
  const { what, lines, offset, total } = answer;
  const to = (from: number): object => actionData({ verb: 'list', what, offset: from, ...askedFor(answer) });
  const end = offset + lines.length;
  return {
    command,
    about: [],
    listed: lines.map(ofLine),
    page: {
      ...{ from: offset, to: end, total },
      ...(end < total ? { next: to(end) } : {}),
      ...(offset > 0 ? { previous: to(Math.max(0, offset - LIST_PAGE)) } : {}),
    },
  };
}

export function toldInvitation(answer: InviteAnswer, command: ToldCommand): Told {
  if (answer.company === undefined) return toldPlain(command);
  const known = answer.answer === 'link' ? answer.alreadyAccepted : undefined;
  return toldAbout(command, [known === undefined ? { name: answer.company } : ofLine(known)]);
}

/** Of several names at once, each with its own answer. */
export function toldOfWatches(outcomes: readonly WatchOutcome[], name: 'watch' | 'unwatch'): Told | undefined {
  return toldTogether(outcomes.map(({ query, answer }) => toldWatch(answer, { name, companies: [query] })));
}

export function toldWatch(answer: WatchAnswer, command: ToldCommand): Told {
  switch (answer.answer) {
    case 'which':
      return toldQuestion(answer, command);
    case 'watching':
      return toldAbout(command, [{ name: answer.watch.query }]);
    case 'accepted-already':
      return toldAbout(command, [ofLine(answer.account)]);
    case 'stopped':
      return toldAbout(command, answer.queries.map(named));
    case 'was-not-watching':
    case 'refused':
      return toldAbout(command, answer.query === undefined ? [] : [named(answer.query)]);
    case 'list':
      return { command, about: [], listed: answer.watches.map(({ query }) => named(query)) };
    case 'reminding':
      return toldAbout(command, [named(answer.watch.query)]);
    case 'remind-when':
    case 'remind-once':
      return toldAbout(command, [named(answer.query)]);
    case 'personal-only':
      return toldPlain(command);
  }
}

function named(name: string): Subject {
  return { name };
}
