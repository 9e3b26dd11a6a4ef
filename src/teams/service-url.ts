import { hostAllowed, isLoopback, type HostRule } from '../runtime/hosts';

/** Which hosts replies may be sent to. Whoever could name another one would be handed our token. */
export interface ServiceUrls {
  allows(serviceUrl: string): boolean;
}

/** Plain http is for loopback hosts only. */
export function createServiceUrls(rules: readonly HostRule[]): ServiceUrls {
  return {
    allows(serviceUrl) {
      if (!URL.canParse(serviceUrl)) return false;
      const url = new URL(serviceUrl);
      if (url.search !== '' || url.hash !== '') return false;
      return isOneOf(url, rules);
    },
  };
}

/** Which addresses files may be sent to. Their query is the permission to do so. */
export function createUploadUrls(rules: readonly HostRule[]): (uploadUrl: string) => boolean {
  return (uploadUrl) => URL.canParse(uploadUrl) && isOneOf(new URL(uploadUrl), rules);
}

function isOneOf(url: URL, rules: readonly HostRule[]): boolean {
  if (url.username !== '' || url.password !== '') return false;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) return false;
  return hostAllowed(url, rules);
}
