/** The texts of the app package that come from elsewhere: commands from the command table, help lines from the phrases. */
import type { Language } from '../src/domain/language';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listedCommands } from '../src/commands/table';
import type { Scope } from '../src/commands/command';

export const languages: readonly Exclude<Language, 'en'>[] = ['de', 'fr', 'es', 'nl'];
const SCOPES: readonly Scope[] = ['team', 'personal', 'groupChat'];
/** Older clients cut longer ones off. */
const LONGEST = { title: 32, description: 128 };

interface ManifestCommand {
  readonly title: string;
  readonly description: string;
}

interface CommandList {
  readonly scopes: readonly Scope[];
  readonly commands: readonly ManifestCommand[];
}

export interface Manifest {
  readonly name: { readonly short: string; readonly full: string };
  readonly description: { readonly short: string; readonly full: string };
  readonly bots: readonly { readonly commandLists: readonly CommandList[] }[];
}

/** The command lists in a language; scopes with the same commands share a list. */
export function commandLists(root: string, language: Language): readonly CommandList[] {
  const phrases = readPhrases(root, language);
  const lists: CommandList[] = [];
  for (const scope of SCOPES) {
    const commands = listedCommands(scope, language).map(({ title, help }) => ({
      title: within('title', title),
      description: within('description', phrases[help] ?? title),
    }));
    const same = lists.findIndex((list) => JSON.stringify(list.commands) === JSON.stringify(commands));
    const shared = lists[same];
    if (shared === undefined) lists.push({ scopes: [scope], commands });
    else lists[same] = { ...shared, scopes: [...shared.scopes, scope] };
  }
  return lists;
}

/** A language file of the app package: our own texts, kept as they are, and the commands. */
export function languageFile(
  root: string,
  language: Exclude<Language, 'en'>,
  own: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const texts = Object.entries(own).filter(([key]) => !key.startsWith('bots['));
  const commands = commandLists(root, language).flatMap((list, l) =>
    list.commands.flatMap((command, c) =>
      (['title', 'description'] as const).map((field) => [
        `bots[0].commandLists[${l}].commands[${c}].${field}`,
        command[field],
      ]),
    ),
  );
  return Object.fromEntries([...texts, ...commands]);
}

function readPhrases(root: string, language: Language): Readonly<Record<string, string>> {
  const text = readFileSync(join(root, 'src', 'views', 'phrases', `${language}.json`), 'utf8');
  return JSON.parse(text) as Record<string, string>;
}

function within(field: keyof typeof LONGEST, text: string): string {
  if (text.length <= LONGEST[field]) return text;
  const cut = text.slice(0, LONGEST[field] - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`;
}
