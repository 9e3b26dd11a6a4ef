import { person, type Ground } from './ground';

const SEARCHES = 1_600;
const WARM_UP = 300;
const PEOPLE = 20;
/** So many a second: all people together stay within what each may ask in half a minute. */
const EVERY_MS = 20;
const BUDGET_MS = 60;

/** How long a search from a compose box takes, from the request to its answer: names as they are typed, letter by letter. */
export async function benchSearch(ground: Ground): Promise<void> {
  const typed = ground.names(SEARCHES / 4).flatMap((name) => fragmentsOf(name));
  const search = async (n: number): Promise<number> => {
    const parameters = [{ name: 'company', value: typed[(n * 7) % typed.length] ?? '' }];
    const value = { commandId: 'find', parameters, queryOptions: { skip: 0, count: 25 } };
    const started = performance.now();
    const status = await ground.send(person(n % PEOPLE), { type: 'invoke', name: 'composeExtension/query', value });
    if (status !== 200) throw new Error(`a search was answered with ${status}`);
    return performance.now() - started;
  };
  for (let n = 0; n < WARM_UP; n += 1) await search(n).then(() => pause());
  const waits: number[] = [];
  for (let n = 0; n < SEARCHES; n += 1) {
    waits.push(await search(n));
    await pause();
  }
  waits.sort((a, b) => a - b);
  const [p50, p99] = [0.5, 0.99].map((share) => waits[Math.floor(waits.length * share)] ?? NaN);
  console.log(
    `searches from a compose box among 200,000 names: ${waits.length}, p50 ${p50?.toFixed(1)} ms, p99 ${p99?.toFixed(1)} ms ` +
      `(budget ${BUDGET_MS}), slowest ${waits.at(-1)?.toFixed(0)} ms`,
  );
}

/** "c", "con", "contoso l", and the whole name. */
function fragmentsOf(name: string): readonly string[] {
  return [name.slice(0, 1), name.slice(0, 3), name.slice(0, Math.ceil(name.length * 0.7)), name];
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, EVERY_MS));
}
