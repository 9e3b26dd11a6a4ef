import type { Look } from '../../domain/source';

interface ReadPage<T> {
  readonly items: readonly T[];
  readonly bad: readonly number[];
  readonly next: string | undefined;
}

/** 10,000 of what is read 500 at a time. */
const MOST_PAGES = 20;
const ENOUGH_PAGES = 4;

/**
 * Every item of a list about one customer. An early page that fails spoils the whole answer. Of a list that is too long to
 * be read while somebody waits, the look says that there are more.
 */
export async function listPages<T>(
  path: string,
  read: (path: string, token: { readonly continuationToken?: string }) => Promise<Look<ReadPage<T>>>,
): Promise<Look<readonly T[]>> {
  const items: T[] = [];
  let unread = 0;
  const first = path.split('?')[0] ?? path;
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const look =
      token === undefined
        ? await read(path, {})
        : await read(`${first}?seekOperation=Next`, { continuationToken: token });
    // What comes after many pages is not worth losing them.
    if (look.look !== 'seen') return page < ENOUGH_PAGES ? look : seen(items, true);
    items.push(...look.value.items);
    unread += look.value.bad.length;
    const { next } = look.value;
    if (next === undefined || next === token) return seen(items, unread > 0);
    token = next;
  }
  return seen(items, true);
}

function seen<T>(value: readonly T[], isPart: boolean): Look<readonly T[]> {
  return { look: 'seen', value, ...(isPart ? { isPart } : {}) };
}
