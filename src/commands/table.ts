import type { Language } from '../domain/language';
import type { Command, Scope } from './command';
import { announced } from './announced';
import { assign, unassign } from './assign';
import { snooze, wake } from './snooze';
import { comparing } from './compare';
import { create } from './create';
import { endings } from './endings';
import { exporting } from './export';
import { greeting } from './greeting';
import { health } from './health';
import { help } from './help';
import { history } from './history';
import type { IntentName } from './intent';
import { invitations, invited, uninvite } from './invited';
import { inviteLink } from './invite-link';
import { list } from './list';
import { map } from './map';
import { mute, unmute } from './mute';
import { names } from './names';
import { reminding } from './remind';
import { report } from './report';
import { request } from './request';
import { review } from './review';
import { settings } from './settings';
import { show } from './show';
import { status } from './status';
import { thanks } from './thanks';
import { undo } from './undo';
import { unmap } from './unmap';
import { unwatch } from './unwatch';
import { watch } from './watch';
import { watches } from './watches';
import { whoMapped } from './who-mapped';

/** Every command, once. Parsing, help, did-you-mean, the manifest's list and the documentation come from here. */
const byName: Readonly<Record<IntentName, Command>> = {
  status,
  list,
  show,
  invite_link: inviteLink,
  invited,
  invitations,
  uninvite,
  endings,
  watch,
  unwatch,
  watches,
  review,
  map,
  create,
  assign,
  unassign,
  request,
  remind: reminding,
  snooze,
  wake,
  announced,
  mute,
  unmute,
  unmap,
  undo,
  who_mapped: whoMapped,
  history,
  export: exporting,
  report,
  compare: comparing,
  settings,
  names,
  health,
  help,
  greeting,
  thanks,
};

export const commandTable: readonly Command[] = Object.values(byName);

export function commandFor(name: IntentName): Command {
  return byName[name];
}

export interface ListedCommand {
  /** What is put into the compose box; the bot understands it in this language. */
  readonly title: string;
  /** Message key of the description. */
  readonly help: string;
  readonly name: IntentName;
}

/** The manifest's command list for a scope: at most ten, since older clients show no more. */
export function listedCommands(scope: Scope, language: Language): readonly ListedCommand[] {
  return commandTable
    .filter((command) => command.listed && command.scopes.includes(scope))
    .slice(0, 10)
    .map((command) => ({
      title: (command.examples[language][0] ?? command.name).replace(/\s*\{(?:name|other)\}/g, '').trim(),
      help: command.help,
      name: command.name,
    }));
}

/** A command as it can be typed, with the names put in. */
export function exampleOf(name: IntentName, language: Language, company?: string, other?: string): string {
  const example = commandFor(name).examples[language][0] ?? name;
  return example.replace('{name}', company ?? 'Contoso').replace('{other}', other ?? 'Fabrikam');
}
