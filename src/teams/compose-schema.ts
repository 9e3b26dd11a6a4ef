import { z } from 'zod';
import { wellFormed } from '../domain/unseen';
import { Attachment, MAX_SEARCH, optional, boundedText, unpacked } from './schema';

/** What compose boxes and dialogs send, in the values of their invokes. Anything odd in them counts as absent. */

/** A page of what is found; what a compose box shows at once. */
const MAX_OFFERS = 10;
const MAX_SKIP = 1_000;

/** Mail filters make links long. */
const MAX_LINK = 2_000;
const LINK = /^\s*https?:\/\//i;

const Parameter = z.object({ name: optional(boundedText), value: z.unknown().optional() });
const Query = z.object({
  parameters: z.array(Parameter.catch({})).catch([]),
  queryOptions: optional(
    z.object({ skip: optional(z.number().int().nonnegative()), count: optional(z.number().int().positive()) }),
  ),
});

/** The value of a `composeExtension/query` invoke. Before anything is typed it says so in a parameter of its own. */
export function parseQuery(value: unknown): { readonly text: string; readonly skip: number; readonly limit: number } {
  const parsed = Query.safeParse(value);
  const { parameters, queryOptions } = parsed.success ? parsed.data : { parameters: [], queryOptions: undefined };
  const typed = parameters.find(({ name, value: given }) => name !== 'initialRun' && typeof given === 'string')?.value;
  return {
    text: typeof typed === 'string' ? wellFormed(typed.slice(0, LINK.test(typed) ? MAX_LINK : MAX_SEARCH)) : '',
    skip: Math.min(queryOptions?.skip ?? 0, MAX_SKIP),
    limit: Math.min(queryOptions?.count ?? MAX_OFFERS, MAX_OFFERS),
  };
}

const Pasted = z.object({ url: optional(boundedText) });

/** The value of a `composeExtension/queryLink` invoke. */
export function parseLink(value: unknown): string {
  const parsed = Pasted.safeParse(value);
  return parsed.success ? (parsed.data.url ?? '') : '';
}

/** Markup is many times as long as the words in it. */
const MAX_MARKUP = 60_000;
const markup = z.string().transform((whole) => wellFormed(whole.slice(0, MAX_MARKUP)));

const MessagePayload = z.object({
  subject: optional(boundedText),
  body: optional(z.object({ contentType: optional(boundedText), content: optional(markup) })),
  attachments: z.array(Attachment.catch({})).catch([]),
});
const FetchTask = z.object({ messagePayload: optional(MessagePayload) });

export type MessagePayload = z.infer<typeof MessagePayload>;

/** The message of a `composeExtension/fetchTask` invoke; undefined where it was not asked of one. */
export function parseMessagePayload(value: unknown): MessagePayload | undefined {
  const parsed = FetchTask.safeParse(value);
  return parsed.success ? parsed.data.messagePayload : undefined;
}

const Submitted = z.object({ data: z.unknown().optional() });

/** The payload of a `composeExtension/submitAction` invoke. */
export function parseSubmitted(value: unknown): unknown {
  const parsed = Submitted.safeParse(value);
  return parsed.success ? unpacked(parsed.data.data) : undefined;
}
