import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { intentChanges } from '../../src/commands/intent';
import { understand } from '../../src/commands/understand';

const NAMES = JSON.parse(
  readFileSync(join(process.cwd(), 'test', 'commands', 'names.json'), 'utf8'),
) as readonly string[];

/** Requests that change something, as a verb phrase. */
const REQUESTS = [
  (a: string, b: string) => `map ${a} to ${b}`,
  (a: string, b: string) => `link the account ${a} with ${b}`,
  (a: string) => `unmap ${a}`,
  (a: string) => `watch ${a}`,
  (a: string) => `stop watching ${a}`,
  (a: string) => `remove the mapping of ${a}`,
  () => 'undo the last change',
  () => 'turn off the digest',
  () => 'mute the notifications',
] as const;

/** What is said around them so that nothing is to be done now, or nobody has asked for it. */
const WRAPPINGS = [
  (request: string) => `don't ${request}`,
  (request: string) => `please do not ${request} yet`,
  (request: string) => `never ${request}`,
  (request: string) => `should I ${request}?`,
  (request: string) => `why would anybody ${request}?`,
  (request: string) => `what happens if I ${request}?`,
  (request: string) => `can you ${request}? No, wait, don't.`,
  (request: string) => `she asked me to ${request} but I told her to wait`,
  (request: string) => `I was just about to ${request} when the phone rang`,
  (request: string) => `who told you to ${request}?`,
  (request: string) => `we decided not to ${request}`,
  (request: string) => `before you ${request} ask Anna`,
  (request: string) => `I forgot how to ${request}`,
] as const;

it('what is denied, doubted or only told changes nothing, whatever the company', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...REQUESTS),
      fc.constantFrom(...WRAPPINGS),
      fc.constantFrom(...NAMES),
      fc.constantFrom(...NAMES),
      (request, wrap, a, b) => {
        const text = wrap(request(a, b));
        // "Don't watch Contoso" takes a watch back.
        fc.pre(!/^(?:don't|please do not|never) watch/.test(text));
        const heard = understand(text);
        const changed = heard.outcome === 'understood' && intentChanges(heard.intent);
        if (changed) throw new Error(`${text} => ${JSON.stringify(heard.intent)}`);
      },
    ),
    { numRuns: 3000, seed: 20261122 },
  );
});
