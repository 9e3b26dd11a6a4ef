import type { SettingsAnswer } from '../../domain/answers';
import type { ConversationSettings } from '../../domain/documents';
import { button } from '../parts/parts';
import type { Button, Fact } from '../parts/parts';
import { clean, shortName } from '../words/escape';
import type { Speech } from '../words/speech';

/** "All providers", or the names of those that are announced here. */
export function heardProviders({ providers = [] }: SettingsAnswer, speech: Speech): string {
  const heard = providers.filter(({ isHeard }) => isHeard).map(({ name }) => shortName(name));
  if (heard.length === 0) return speech.say('settings.hears.none');
  return heard.length === providers.length ? speech.say('settings.hears.all') : speech.list(heard);
}

/** Nothing is said of providers while there is one. */
export function heardFacts(answer: SettingsAnswer, speech: Speech): readonly Fact[] {
  if (answer.providers === undefined) return [];
  return [{ title: speech.say('settings.hears'), value: heardProviders(answer, speech) }];
}

/** The choice among them, with its button; empty while there is one. */
export function providersChoice({ providers }: SettingsAnswer, speech: Speech): readonly object[] {
  if (providers === undefined) return [];
  return [
    {
      label: speech.say('settings.hears.label'),
      value: providers
        .filter(({ isHeard }) => isHeard)
        .map(({ id }) => id)
        .join(','),
      choices: providers.map(({ id, name }) => ({ title: clean(name, 60), value: id })),
      actions: [button(speech.say('settings.hears.save'), { verb: 'hear-of', of: 'chosen' }, { inputs: 'auto' })],
    },
  ];
}

/** The way back to what was set before. */
export function hearsUndo({ hears }: ConversationSettings, speech: Speech): Button {
  const title = speech.say('settings.undo');
  if (hears === undefined) return button(title, { verb: 'hear-of', of: 'default', providers: [] });
  if (hears === 'all') return button(title, { verb: 'hear-of', of: 'all', providers: [] });
  return button(title, { verb: 'hear-of', of: 'chosen', providers: [...hears] });
}
