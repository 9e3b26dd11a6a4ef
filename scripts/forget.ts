// `npm run forget -- --person ID [--env NAME]`: puts a stand-in without a name in the place of a person in everything that is kept.
import { parseArgs } from 'node:util';
import { openStore } from '../src/app/sources';
import { Register } from '../src/register/register';
import { systemClock as clock } from '../src/runtime/clock';
import { randomIds as ids } from '../src/runtime/ids';
import { createLog } from '../src/runtime/log';
import type { KeptOfPerson } from '../src/domain/forget';
import { forgetPerson, keptOfPerson } from '../src/tasks/forget-person';
import { runCommand, settingsOf } from './operator';

const USAGE = 'usage: npm run forget -- --person ENTRA-OBJECT-ID [--env NAME] [--look]   (with --look it only counts)';

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { person: { type: 'string' }, look: { type: 'boolean' }, env: { type: 'string' } },
  });
  const person = values.person?.trim() ?? '';
  if (person === '') {
    console.error(USAGE);
    return 2;
  }
  const config = settingsOf(values.env);
  if (config === undefined) return 2;
  const store = await openStore(config, createLog('warn'));
  try {
    const deps = { store, register: new Register(), clock, ids };
    const kept = values.look === true ? await keptOfPerson(deps, person) : await forgetPerson(deps, person);
    const { store: where } = config;
    console.log(`In ${where.kind === 'embedded' ? where.dir : where.endpoint}:`);
    console.log(`${values.look === true ? 'Kept' : 'Replaced or removed'}: ${inWords(kept)}.`);
    return 0;
  } finally {
    await store.close();
  }
}

function inWords({
  accounts,
  archives,
  watches,
  invitations,
  conversations,
  teams,
  reviews,
  talks,
  signIns,
}: KeptOfPerson): string {
  return [
    `decisions in ${accounts} accounts`,
    `${archives} pages of older decisions`,
    `${watches} watches`,
    `${invitations} invitations`,
    `${conversations} conversations`,
    `${teams} teams`,
    `${reviews} reviews under way`,
    `${talks} talks of the last half hour`,
    `${signIns} sign-ins`,
  ].join(', ');
}

runCommand(main);
