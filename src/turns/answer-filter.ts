import type { Intent, ListWhat } from '../commands/intent';
import type { FilterAsked } from '../domain/asked-filter';
import type { ListOrder } from '../domain/list-order';
import { listAccounts } from '../records/list-accounts';
import { providersOfFilter } from '../records/narrow-list';
import { resolveFilter } from '../tasks/resolve-filter';
import type { Reply } from '../turn';
import { filterProblemView } from '../views/lists/filter-problem';
import { listView } from '../views/lists/list';
import { say, zoneOf } from './here';
import type { Here } from './here';
import { toldAbout, toldList } from './told';

/** The accounts that were asked for; or what of the question was not understood, and what can be listed without it. */
export async function answerFilter(here: Here, what: ListWhat, asked: FilterAsked, order?: ListOrder): Promise<Reply> {
  const { ports, person, speech } = here;
  const zone = zoneOf(here);
  const { filter, problems } = await resolveFilter(ports, asked, { person, zone });
  if (problems.length > 0)
    return say(
      filterProblemView(
        { what, filter, problems, zone, now: ports.clock.now(), providers: providersOfFilter(ports, filter) },
        speech,
      ),
    );
  const ordered = order === undefined ? {} : { order };
  const answer = await listAccounts(ports, what, { filter, zone, ...ordered });
  return say(listView(answer, speech), toldList(answer, { name: 'list', what, filter: asked, ...ordered }));
}

type Status = Extract<Intent, { readonly name: 'status' }>;

/** Which of the companies did so in the period that was said; undefined where it is not plain which ones are meant. */
export async function answerWithin(here: Here, intent: Status): Promise<Reply | undefined> {
  const { ports, person, speech } = here;
  const { companies, within } = intent;
  if (within === undefined) return undefined;
  const zone = zoneOf(here);
  const conditions = [{ is: 'company', names: companies } as const, ...within];
  const { filter, problems } = await resolveFilter(ports, { conditions }, { person, zone });
  if (problems.length > 0) return undefined;
  const answer = await listAccounts(ports, 'accepted', { filter, zone });
  const named = [...answer.lines, ...(answer.narrowed?.undated ?? [])];
  const about = named.map(({ name, accountId }) => ({ name, accountId }));
  return say(listView(answer, speech), toldAbout(intent, about));
}
