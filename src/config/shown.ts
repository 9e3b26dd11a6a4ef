import type { LinkPlaces } from '../domain/link-meant';
import type { HostRule } from '../runtime/hosts';
import type { DirectoryConfig } from './sources';
import type { Values } from './variables';

/** What people see depends on: where pages about customers are, and what their clients can do. */
export interface ShownConfig {
  readonly links: LinkPlaces;
  readonly searchesAsYouType: boolean;
}

/** The second is how older links are written. */
const PARTNER_CENTER_PAGES: readonly HostRule[] = [
  { host: 'partner.microsoft.com' },
  { host: 'partnercenter.microsoft.com' },
];

/** The Playground, which is what local mode talks to, knows no search as you type; every client of Teams does. */
export function chooseShown(
  values: Values,
  mode: 'local' | 'production',
  directory: DirectoryConfig | undefined,
): ShownConfig {
  const pages = values.PARTNER_CENTER_LINK_HOSTS ?? PARTNER_CENTER_PAGES;
  return {
    links: {
      partnerCenter: pages.map(({ host, port }) => (port === undefined ? host : `${host}:${port}`)),
      records: directory?.kind === 'work365' ? [new URL(directory.url).host] : [],
    },
    searchesAsYouType: (values.SEARCH_AS_YOU_TYPE ?? (mode === 'local' ? 'off' : 'on')) === 'on',
  };
}
