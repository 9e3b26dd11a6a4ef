/** The texts of the app package that come from elsewhere: commands from the command table, help lines from the phrases. */
import type { Language } from '../src/domain/language';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listedCommands } from '../src/commands/table';
import type { IntentName } from '../src/commands/intent';
import { MANIFEST_TEXTS } from './manifest-texts';
import type { Scope } from '../src/commands/command';

export const languages: readonly Exclude<Language, 'en'>[] = ['de', 'fr', 'es', 'nl'];
const SCOPES: readonly Scope[] = ['team', 'personal', 'groupChat'];
/** Older clients cut longer ones off. */
const LONGEST = { title: 32, description: 128 };

interface ManifestCommand {
  readonly title: string;
  readonly description: string;
  /** A prompt starter: a click puts the prompt into the compose box. */
  readonly type?: 'prompt';
  readonly prompt?: string;
}

/** What a chat of one's own begins with: commands that ask something by themselves, in a sentence each. */
function starterFor(name: IntentName, language: Language): string | undefined {
  const starters: Partial<Record<IntentName, string>> = MANIFEST_TEXTS[language].starters;
  return starters[name];
}

interface CommandList {
  readonly scopes: readonly Scope[];
  readonly commands: readonly ManifestCommand[];
}

export interface Manifest {
  readonly name: { readonly short: string; readonly full: string };
  readonly description: { readonly short: string; readonly full: string };
  readonly bots: readonly { readonly commandLists: readonly CommandList[] }[];
  readonly composeExtensions: readonly { readonly commands: readonly ComposeCommand[] }[];
}

/** The command lists in a language; scopes with the same commands share a list. */
export function commandLists(root: string, language: Language): readonly CommandList[] {
  const phrases = readPhrases(root, language);
  const lists: CommandList[] = [];
  for (const scope of SCOPES) {
    const commands = listedCommands(scope, language).map(({ title, help, name }): ManifestCommand => {
      const description = within('description', phrases[help] ?? title);
      const prompt = scope === 'personal' ? starterFor(name, language) : undefined;
      return prompt === undefined
        ? { title: within('title', title), description }
        : { title: within('title', prompt), description, type: 'prompt', prompt };
    });
    const same = lists.findIndex((list) => JSON.stringify(list.commands) === JSON.stringify(commands));
    const shared = lists[same];
    if (shared === undefined) lists.push({ scopes: [scope], commands });
    else lists[same] = { ...shared, scopes: [...shared.scopes, scope] };
  }
  return lists;
}

type Text = readonly [path: string, text: string];

/** A language file of the app package: our own texts, kept as they are, and the commands. */
export function languageFile(
  root: string,
  language: Exclude<Language, 'en'>,
  own: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const texts = Object.entries(own).filter(([key]) => !/^(?:bots|composeExtensions)\[/.test(key));
  const commands = commandLists(root, language).flatMap((list, l) =>
    list.commands.flatMap((command, c) =>
      (['title', 'description', 'prompt'] as const).flatMap((field): Text[] =>
        command[field] === undefined ? [] : [[`bots[0].commandLists[${l}].commands[${c}].${field}`, command[field]]],
      ),
    ),
  );
  const composing = composeCommands(language).flatMap((command, c): Text[] => [
    [`composeExtensions[0].commands[${c}].title`, command.title],
    [`composeExtensions[0].commands[${c}].description`, command.description],
    ...(command.parameters ?? []).flatMap((parameter, at): Text[] => [
      [`composeExtensions[0].commands[${c}].parameters[${at}].title`, parameter.title],
      [`composeExtensions[0].commands[${c}].parameters[${at}].description`, parameter.description],
    ]),
    ...(command.samplePrompts ?? []).map(({ text }, at): Text => [
      `composeExtensions[0].commands[${c}].samplePrompts[${at}].text`,
      text,
    ]),
  ]);
  return Object.fromEntries([...texts, ...commands, ...composing]);
}

interface ComposeCommand {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly parameters?: readonly { readonly name: string; readonly title: string; readonly description: string }[];
  readonly samplePrompts?: readonly { readonly text: string }[];
}

/** The commands of compose boxes and messages. Assistants choose by the semantic descriptions, which are read in English. */
export function composeCommands(language: Language): readonly ComposeCommand[] {
  const texts = MANIFEST_TEXTS[language];
  const find = {
    id: 'find',
    type: 'query',
    context: ['compose', 'commandBox'],
    title: texts.find.title,
    description: texts.find.description,
    semanticDescription: FIND_MEANS,
    initialRun: true,
    parameters: [
      {
        name: 'company',
        title: texts.find.field,
        description: texts.find.fieldDescription,
        semanticDescription: FIELD_MEANS,
        inputType: 'text',
      },
    ],
    samplePrompts: [{ text: texts.find.sample }],
  };
  const who = {
    id: 'who',
    type: 'action',
    context: ['message'],
    fetchTask: true,
    title: texts.who.title,
    description: texts.who.description,
  };
  return [find, who];
}

const FIND_MEANS =
  'Finds a company among the Microsoft Partner Center customers (provider accounts) and the customer records of this cloud ' +
  'solution provider. Says whether the company has accepted the reseller relationship, the Microsoft Customer Agreement and ' +
  'delegated admin access (GDAP), since when, from which source and how old that is, and which customer record it is mapped to. ' +
  'Without a company it lists the accounts that still wait for a customer record.';
const FIELD_MEANS =
  'One company: its name or a part of it, its domain, the Entra tenant id, the customer number, or the town of the customer. ' +
  'Leave out every other word of the question.';

function readPhrases(root: string, language: Language): Readonly<Record<string, string>> {
  const text = readFileSync(join(root, 'src', 'views', 'phrases', `${language}.json`), 'utf8');
  return JSON.parse(text) as Record<string, string>;
}

function within(field: keyof typeof LONGEST, text: string): string {
  if (text.length <= LONGEST[field]) return text;
  const cut = text.slice(0, LONGEST[field] - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`;
}
