import { z } from 'zod';
import { LANGUAGES } from '../domain/language';

/** Ids of providers, as a choice of several brings them: in one text, with commas between them. */
const providerIds = z.array(z.string().regex(/^[\w-]{1,80}$/)).max(60);

/** The providers whose new accounts are announced here: these, all of them, or as their settings say. */
export const hearOfVerb = z.object({
  verb: z.literal('hear-of'),
  of: z.enum(['chosen', 'all', 'default']),
  providers: providerIds,
});

const how = z.enum(['only', 'not']).catch('only');
const count = z.number().int().min(0).max(1_000_000).optional();

/**
 * Which accounts are announced here, all of it: what is left out is not chosen. The texts are as somebody typed them.
 * `hears` and `announce` come with the way back, where these were changed, too.
 */
export const routeVerb = z.object({
  verb: z.literal('route'),
  countries: z.string().max(400).default(''),
  countriesHow: how,
  letters: z.string().max(200).default(''),
  lettersHow: how,
  languages: z.array(z.enum(LANGUAGES)).max(LANGUAGES.length).default([]),
  languagesHow: how,
  by: z.enum(['seats', 'subscriptions']).catch('seats'),
  from: count,
  to: count,
  rest: z.boolean().default(false),
  hears: z.union([z.enum(['all', 'default']), providerIds]).optional(),
  announce: z.boolean().optional(),
});

/** Inputs of the form, which arrive beside the payload of its button. */
export const ROUTE_INPUTS = {
  countries: 'route-countries',
  countriesHow: 'route-countries-how',
  letters: 'route-letters',
  lettersHow: 'route-letters-how',
  languages: 'route-languages',
  languagesHow: 'route-languages-how',
  by: 'route-by',
  from: 'route-from',
  to: 'route-to',
  rest: 'route-rest',
} as const;

/** What the inputs of the form hold: clients send numbers and switches as words, and empty fields as they like. */
export function routeTyped(payload: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const typed = Object.entries(ROUTE_INPUTS).map(([field, input]) => {
    const value = payload[field] ?? payload[input];
    // Object.entries forgets the names of its keys.
    return [field, read(field as keyof typeof ROUTE_INPUTS, value)] as const;
  });
  return Object.fromEntries(typed.filter(([, value]) => value !== undefined));
}

function read(field: keyof typeof ROUTE_INPUTS, value: unknown): unknown {
  if (value === null) return undefined;
  switch (field) {
    case 'languages':
      return chosenIn(value);
    case 'from':
    case 'to':
      return typeof value !== 'string' ? value : /^\d+$/.test(value.trim()) ? Number(value) : undefined;
    case 'rest':
      return typeof value === 'string' ? value === 'true' : value;
    default:
      return value;
  }
}

export function chosenIn(input: unknown): unknown {
  if (input === undefined || input === null) return [];
  return typeof input === 'string'
    ? input
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== '')
    : input;
}
