import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { loose, looseList, looseNumber } from '../../runtime/tolerant';

/** Nothing that we read lies deeper than this in an answer. */
const DEEPEST = 20;

/**
 * Partner Center's shapes, read in lower case because its casing varies (PascalCase in some answers), and turned into
 * our words. Only the fields that we use; what Microsoft adds does not disturb.
 */
function inLowerCase(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) return undefined;
  if (Array.isArray(value)) return value.map((inner) => inLowerCase(inner, depth + 1));
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    // Assigning to this name would set the prototype.
    if (key !== '__proto__') result[lower(key)] = inLowerCase(inner, depth + 1);
  }
  return result;
}

/** The same few names come again in every item of a list. */
const LOWER = new LRUCache<string, string>({ max: 1_000 });

function lower(name: string): string {
  const known = LOWER.get(name);
  if (known !== undefined) return known;
  const made = name.toLowerCase();
  LOWER.set(name, made);
  return made;
}

/** What the schema reads, whatever letters its names are written in. */
export function foreign<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => inLowerCase(value), schema);
}

const link = z.object({ headers: loose(looseList(z.object({ key: z.string(), value: z.string() }))) });
const continuation = z.object({
  continuationtoken: z.unknown().optional(),
  links: loose(z.object({ next: z.unknown().optional() })),
});

/** The token of the next page; `lost` where the page says that it goes on and not how. */
function nextIn(page: z.infer<typeof continuation>): { readonly next: string | undefined; readonly lost: boolean } {
  const { continuationtoken: told, links } = page;
  if (typeof told === 'string' && told !== '') return { next: told, lost: false };
  const headers = link.safeParse(links?.next).data?.headers?.items;
  const inLink = headers?.find((h) => h.key.toLowerCase() === 'ms-continuationtoken')?.value || undefined;
  const goesOn = [told, links?.next].some((sign) => sign !== undefined && sign !== null && sign !== '');
  return { next: inLink, lost: goesOn && inLink === undefined };
}

/** One page of a list, the token of the next page if there is one, and how many there are where that is told. */
export function page<T extends z.ZodType>(item: T) {
  return foreign(
    z
      .object({
        items: looseList(item).nullable(),
        totalcount: looseNumber,
        ...continuation.shape,
      })
      .transform(({ items: list, totalcount = 0, ...rest }, context) => {
        // An empty list may be null; one that says how many it holds may not.
        if (list === null && totalcount > 0) context.addIssue({ code: 'custom', message: 'is null', path: ['items'] });
        const { items, bad } = list ?? { items: [], bad: [] };
        const { next, lost } = nextIn(rest);
        if (lost) context.addIssue({ code: 'custom', message: 'holds no token', path: ['continuationToken'] });
        return { items, bad, next };
      }),
  );
}
