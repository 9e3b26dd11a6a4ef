import type { Input, Reply } from '../../turn';
import type { IncomingActivity } from '../schema';
import { actionInput, dialogInput, fileInput, findInput, linkInput, searchInput, whoInput } from './input';
import { actionAnswer, dialogAnswer, linkAnswer, offersAnswer, searchAnswer, type InvokeAnswer } from './invoke';

/** One kind of invoke: what it asks, and how its answer goes back. */
export interface InvokeKind {
  readonly input: (activity: IncomingActivity) => Input;
  readonly answer: (reply: Reply) => InvokeAnswer;
  /** What it asks takes as long as it takes: the invoke is answered first, and what there is to say is said in the chat. */
  readonly afterwards?: true;
  /** Absent: as long as for a click. */
  readonly withinMs?: number;
}

/** Teams waits five seconds for what a compose box or a dialog asks, the way there and back included. */
const COMPOSING = { withinMs: 4_000 };

/** By the name that Teams gives it. All else gets a proper answer without content. */
const KINDS: ReadonlyMap<string, InvokeKind> = new Map<string, InvokeKind>([
  ['adaptiveCard/action', { input: actionInput, answer: actionAnswer }],
  ['application/search', { input: searchInput, answer: searchAnswer }],
  ['fileConsent/invoke', { input: fileInput, answer: () => ({ status: 200, body: {} }), afterwards: true }],
  ['composeExtension/query', { input: findInput, answer: offersAnswer, ...COMPOSING }],
  ['composeExtension/queryLink', { input: linkInput, answer: linkAnswer, ...COMPOSING }],
  ['composeExtension/fetchTask', { input: whoInput, answer: dialogAnswer, ...COMPOSING }],
  ['composeExtension/submitAction', { input: dialogInput, answer: dialogAnswer, ...COMPOSING }],
]);

export function invokeKind(name: string | undefined): InvokeKind | undefined {
  return name === undefined ? undefined : KINDS.get(name);
}
