import { readConfig } from '../config';
import type { Machine } from '../config';
import { bared } from '../config/leftovers';
import { idIn } from '../domain/one-form';
import type { Ask } from './ask';
import { isSecret } from './env-files';
import { printFindings } from './finding';
import type { Finding } from './finding';
import type { Env } from './parts';
import type { Chapter, SetupQuestion } from './questions';

/** The settings while the guide goes on: every change is on the disk at once. */
export interface Notebook {
  readonly env: Env;
  readonly write: (changes: Readonly<Record<string, string | undefined>>) => void;
}

/** What is wrong with one setting, however incomplete the others are; undefined when nothing is. */
export function wrongWith(setting: string, answer: string, machine: Machine): string | undefined {
  const read = readConfig({ [setting]: answer, HANDSHAKE_MODE: 'production' }, machine);
  const found = read.ok ? undefined : read.failures.find((one) => one.setting === setting);
  if (found === undefined || found.problem === 'is not set') return undefined;
  return `${setting} ${found.problem}. ${found.remedy}`;
}

/**
 * Asks what one chapter is about, looks at once whether it works, and goes on when it does or when the person says so.
 * What is there and works is only shown.
 */
export async function walkChapter(
  ask: Ask,
  notebook: Notebook,
  chapter: Chapter,
  { machine, look }: { readonly machine: Machine; readonly look: () => Promise<readonly Finding[]> },
): Promise<void> {
  ask.say(`\n== ${chapter.title} ==\n${chapter.intro}`);
  const questions = () => chapter.questions.filter(({ when }) => when?.(notebook.env) !== false);
  const isThere =
    questions().some(({ setting }) => isSet(notebook, setting)) &&
    questions().every(({ setting, optional }) => optional === true || isSet(notebook, setting));
  if (isThere && (await isLeft(ask, look))) return;
  for (;;) {
    for (const question of questions()) await askFor(ask, notebook, question, machine);
    const findings = await look();
    if (findings.length > 0) ask.say(printFindings(findings));
    if (findings.every(({ state }) => state !== 'lacking')) return;
    const next = await ask.choose({
      message: 'Something is lacking. What now?',
      choices: [
        { value: 'look', name: 'I have put it right: look again' },
        { value: 'answer', name: 'Answer these questions again' },
        { value: 'on', name: 'Go on without it; npm run check shows it later' },
      ],
    });
    if (next === 'on') return;
    if (next === 'look' && (await isLeft(ask, look))) return;
  }
}

async function isLeft(ask: Ask, look: () => Promise<readonly Finding[]>): Promise<boolean> {
  const findings = await look();
  if (findings.length > 0) ask.say(printFindings(findings));
  const isGood = findings.every(({ state }) => state !== 'lacking');
  return ask.confirm({ message: 'Leave it as it is?', present: isGood });
}

async function askFor(ask: Ask, notebook: Notebook, question: SetupQuestion, machine: Machine): Promise<void> {
  const { setting, message, found, optional } = question;
  const present = notebook.env[setting];
  const check = (answer: string): string | undefined => {
    if (bared(answer) === '') {
      return optional === true || present !== undefined ? undefined : `It is needed. You find it at: ${found}`;
    }
    return wrongWith(setting, answer, machine);
  };
  const asked = `${message}\n  (${found})`;
  const answer = isSecret(setting)
    ? await ask.secret({ message: present === undefined ? asked : `${asked} [empty keeps the present one]`, check })
    : await ask.text({ message: asked, ...(present === undefined ? {} : { present }), check });
  const written = oneForm(setting, answer);
  if (written !== '' && written !== present) notebook.write({ [setting]: written });
}

/** As it is written down: others than the bot read these files, too, and take no braces or quotation marks. */
function oneForm(setting: string, answer: string): string {
  return setting.endsWith('_ID') ? idIn(bared(answer)) : bared(answer);
}

function isSet({ env }: Notebook, setting: string): boolean {
  return (env[setting] ?? '') !== '';
}
