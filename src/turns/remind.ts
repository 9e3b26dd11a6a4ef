import type { Intent } from '../commands/intent';
import { typedLine } from '../commands/typed-line';
import type { AccountRecord } from '../domain/account';
import { dateAt } from '../domain/calendar';
import { dayMeant } from '../domain/day-asked';
import type { DayAsked } from '../domain/day-asked';
import { snoozeWish } from '../domain/snooze-answer';
import { morningOf } from '../domain/working-time';
import { remindOf } from '../tasks/remind';
import { whichCompany } from '../tasks/which-company';
import type { Reply } from '../turn';
import { questionView } from '../views/company/status';
import { watchView } from '../views/watch/watch';
import { dayNow, say, watcherOf, zoneOf } from './here';
import type { Here } from './here';
import { subjectOf, toldAbout, toldQuestion } from './told';

/** "Remind me about Contoso on Friday"; of a company that is in no list yet, too. */
export async function remindAbout(
  here: Here,
  company: string,
  { day, repeats }: { readonly day?: DayAsked | undefined; readonly repeats?: true | undefined },
): Promise<Reply> {
  const until = day && dayNow(here, day);
  if (repeats === true) return offerOnce(here, company, until);
  const found = await whichCompany(here.ports, company);
  if (found.meant === 'account') return remindOfAccount(here, found.account, until);
  const command: Intent = { name: 'remind', companies: [company], ...(until === undefined ? {} : { day: until }) };
  if (found.answer.answer === 'which') {
    const wish = { intent: 'remind', ...snoozeWish(until, undefined) } as const;
    return say(questionView(found.answer, here.speech, wish), toldQuestion(found.answer, command));
  }
  const answer = await remindOf(here.ports, watcherOf(here), { company, day: until, zone: zoneOf(here) });
  return say(watchView(answer, here.speech), toldAbout(command, [{ name: company }]));
}

/** Nobody is reminded again and again; once, on the first of these days, is offered. */
function offerOnce(here: Here, company: string, day: DayAsked | undefined): Reply {
  const { speech, ports } = here;
  const intent: Intent = { name: 'remind', companies: [company], ...(day === undefined ? {} : { day }) };
  const zone = zoneOf(here);
  const meant = day && dayMeant(day, dateAt(ports.clock.now(), zone));
  const line = typedLine(intent, speech.language);
  const once = meant?.meant === 'day' && line !== undefined ? { day: morningOf(meant.day, zone), line } : undefined;
  const answer = { answer: 'remind-once', query: company, ...(once === undefined ? {} : { once }) } as const;
  const offer = once === undefined ? undefined : ({ verb: 'type', line: once.line } as const);
  return say(watchView(answer, speech), toldAbout(intent, [{ name: company }], offer));
}

export async function remindOfAccount(here: Here, account: AccountRecord, day: DayAsked | undefined): Promise<Reply> {
  const company = account.tenant.name;
  const answer = await remindOf(here.ports, watcherOf(here), { company, account, day, zone: zoneOf(here) });
  const command: Intent = { name: 'remind', companies: [company], ...(day === undefined ? {} : { day }) };
  return say(watchView(answer, here.speech), toldAbout(command, [subjectOf(account)]));
}
