import { ALICE, BOB, buttonsOf, cardOf, PERSONAL, setStage } from '../../test/turns/stage';
import type { Someone, Stage, Where } from '../../test/turns/stage';
import { CLICKS, countRow, newDay, printDays } from './day';
import type { Day } from './day';
import { PLAYGROUND_PERSON, playInBrowser } from './in-browser';

/**
 * `npm run bench -- first-day [playground] [accounts]`: two people go through the open accounts of the sandbox by the
 * review, on the whole bot. Each agrees with what is ticked, chooses the right customer where it is offered, and leaves
 * the rest for later. Both over the door that Teams uses; with `playground` one of them in the Playground in a browser,
 * which has one person only.
 */
export async function benchFirstDay(args: readonly string[]): Promise<void> {
  const inBrowser = args[0] === 'playground';
  const tenants = Number(args[inBrowser ? 1 : 0] ?? 300);
  const stage = await setStage({
    env: { MAPPERS: [ALICE.aadObjectId, BOB.aadObjectId, PLAYGROUND_PERSON].join(',') },
    crowd: { tenants, customers: tenants },
  });
  try {
    if (inBrowser) await playInBrowser(stage, (next) => playDay(stage, ALICE, next));
    else await playOverHttp(stage);
  } finally {
    await stage.close();
  }
}

async function playOverHttp(stage: Stage): Promise<void> {
  const began = performance.now();
  const days = await Promise.all([ALICE, BOB].map((who) => playDay(stage, who)));
  printDays(days, performance.now() - began);
}

async function playDay(stage: Stage, who: Someone, next?: () => Promise<void>): Promise<Day> {
  const chat: Where = { ...PERSONAL, conversation: { id: `a:day-${who.name}`, conversationType: 'personal' } };
  const day = newDay(who.name);
  const [said] = await stage.say(who, chat, 'review');
  let card: unknown = said === undefined ? undefined : cardOf(said);
  for (;;) {
    const save = buttonsOf(card).find(({ data }) => data.verb === 'review-save');
    if (save === undefined) return day;
    await next?.();
    const inputs = playPage(stage, card, save.data, day);
    const before = performance.now();
    const answer = await stage.click(who, chat, 'review-card', { ...save.data, ...inputs });
    day.waited += performance.now() - before;
    card = answer.value;
    if (typeof card === 'string') throw new Error(`the review did not answer with a card: ${card}`);
  }
}

/** What the person leaves in each input of the page. */
function playPage(stage: Stage, card: unknown, data: any, day: Day): Readonly<Record<string, string>> {
  day.pages += 1;
  day.clicks += CLICKS.save;
  const inputs: Record<string, string> = {};
  for (const [at, { accountId }] of (data.rows as { accountId: string }[]).entries()) {
    const input = inputsIn(card).get(`row${at}`);
    const right = `map:${truthOf(stage, accountId)}`;
    const isTicked = String(input?.value ?? '').startsWith('map:');
    const isOffered = (input?.choices ?? []).some(({ value }: { value: string }) => value === right);
    const chosen = isTicked ? String(input.value) : isOffered ? right : 'later';
    if (isOffered) day.clicks += input.style === 'expanded' ? CLICKS.choose : CLICKS.unfold;
    countRow(day, { maps: chosen !== 'later', right: chosen === right });
    inputs[`row${at}`] = chosen;
  }
  return inputs;
}

function truthOf({ sandbox }: Stage, accountId: string): string | undefined {
  return sandbox.world.findTenant(accountId.split(':').at(-1) ?? '')?.truth;
}

function inputsIn(node: any, found = new Map<string, any>()): ReadonlyMap<string, any> {
  if (Array.isArray(node)) node.forEach((one) => inputsIn(one, found));
  else if (typeof node === 'object' && node !== null) {
    if (String(node.type).startsWith('Input.')) found.set(node.id, node);
    Object.values(node).forEach((one) => inputsIn(one, found));
  }
  return found;
}
