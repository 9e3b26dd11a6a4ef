import { EVERYWHERE } from './company-rows';
import { sample } from './sample';
import type { Sample, Views } from './sample';

/** What is answered about a company that several providers have. */
export function everywhereSamples({ everywhereView }: Views): readonly Sample[] {
  return [
    sample('everywhere', 'of one company under three providers', (s) => everywhereView(EVERYWHERE, s)),
    sample('everywhere', 'asked about the admin access under three providers', (s) =>
      everywhereView(EVERYWHERE, s, ['admin']),
    ),
    sample('everywhere', 'not at the provider that was asked about', (s) =>
      everywhereView({ ...EVERYWHERE, rows: EVERYWHERE.rows.slice(0, 1), notAt: 'Pax8' }, s),
    ),
  ];
}
