import type { ListAnswer, ProviderCount } from '../../domain/list-answer';
import { button } from '../parts/parts';
import type { Button } from '../parts/parts';
import { shortName } from '../words/escape';
import type { Speech } from '../words/speech';

/** A row of buttons stays readable. */
const MOST = 3;

/** "TD SYNNEX (2)": the same list, of that provider alone. Those with the most come first. */
export function providerButtons(
  providers: readonly ProviderCount[] | undefined,
  what: ListAnswer['what'],
  speech: Speech,
): readonly Button[] {
  if (providers === undefined || providers.length < 2) return [];
  const is = what === 'accepted' ? 'accepted' : 'open';
  return providers
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST)
    .map(({ id, name, count }) =>
      button(
        speech.say('list.of-provider', { provider: shortName(name), count }),
        { verb: 'list', what, offset: 0, filter: [{ is }, { is: 'provider', provider: id }] },
        { tooltip: speech.say('list.of-provider.tooltip', { provider: shortName(name) }) },
      ),
    );
}
