import type { ListWhat } from '../commands/intent';
import type { FilterAsked } from '../domain/asked-filter';
import { listAccounts } from '../records/list-accounts';
import { resolveFilter } from '../tasks/resolve-filter';
import type { Reply } from '../turn';
import { filterProblemView } from '../views/lists/filter-problem';
import { listView } from '../views/lists/list';
import { say, zoneOf } from './here';
import type { Here } from './here';
import { toldList } from './told';

/** The accounts that were asked for; or what of the question was not understood, and what can be listed without it. */
export function answerFilter(here: Here, what: ListWhat, asked: FilterAsked): Reply {
  const { ports, person, speech } = here;
  const zone = zoneOf(here);
  const { filter, problems } = resolveFilter(ports, asked, { person, zone });
  if (problems.length > 0)
    return say(filterProblemView({ what, filter, problems, zone, now: ports.clock.now() }, speech));
  const answer = listAccounts(ports, what, { filter, zone });
  return say(listView(answer, speech), toldList(answer, { name: 'list', what, filter: asked }));
}
