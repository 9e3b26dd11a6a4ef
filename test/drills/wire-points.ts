import type { Passing } from './tap';

/** The requests at which drills do things. */

/** A new thread in a channel: an announcement or a board. */
export function isPost({ method, path }: Passing): boolean {
  return method === 'POST' && /\/v3\/conversations\/?$/.test(path);
}

export function isRedraw({ method, path }: Passing): boolean {
  return method === 'PUT' && path.includes('/activities/');
}

/** A list of Work 365's provider accounts. */
export function isListOfRows({ method, path }: Passing): boolean {
  return method === 'GET' && /provideraccounts\?/.test(path);
}

/** A mapping on its way to Work 365. */
export function isMappingWrite({ method }: Passing): boolean {
  return method === 'PATCH';
}

/** A customer on its way to Work 365. */
export function isCreation({ method, path }: Passing): boolean {
  return method === 'POST' && /\/accounts(\?|$)/.test(path);
}

/** A look whether one customer is there. */
export function isLookForCustomer({ method, path }: Passing): boolean {
  return method === 'GET' && /\/accounts\(/.test(decodeURIComponent(path));
}

/** The second or a later page of the provider's customers. */
export function isLaterPage({ path }: Passing): boolean {
  return path.includes('seekOperation=Next');
}

/** The save of a document that holds this text, on its way to Cosmos. */
export function savesWith(text: string): (request: Passing) => boolean {
  return ({ method, body }) => method === 'PUT' && body.includes(text);
}
