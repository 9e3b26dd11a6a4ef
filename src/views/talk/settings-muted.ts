import { MUTING_INPUTS } from '../../actions/muting-verb';
import type { SettingsAnswer } from '../../domain/answers';
import type { ConversationSettings } from '../../domain/conversation-settings';
import { NEWS_KINDS } from '../../domain/muting';
import { button, maybe, toggle } from '../parts/parts';
import type { Button } from '../parts/parts';
import { clean, shortName } from '../words/escape';
import type { Speech } from '../words/speech';

/** "Contoso Ltd, contradictions", or nothing. */
export function mutedWords({ muted, settings: { mutedNews = [] } }: SettingsAnswer, speech: Speech): string {
  const named = [...muted.map(({ name }) => shortName(name)), ...mutedNews.map((kind) => speech.say(`muted.${kind}`))];
  return named.length === 0 ? speech.say('settings.muted.nothing') : speech.list(named);
}

export function mutedChange(answer: SettingsAnswer, speech: Speech): string {
  return speech.say('settings.changed.muted', { muted: mutedWords(answer, speech) });
}

const PART = 'muting-form';

/** The form, folded: the kinds of news, and the accounts that are muted. */
export function mutingForm({ muted, settings: { mutedNews = [] } }: SettingsAnswer, speech: Speech) {
  return {
    unfold: [toggle(speech.say('settings.muted.change'), PART)],
    kinds: {
      id: MUTING_INPUTS.kinds,
      label: speech.say('settings.muted.kinds'),
      value: mutedNews.join(','),
      choices: NEWS_KINDS.map((kind) => ({ title: speech.say(`muted.${kind}`), value: kind })),
    },
    accounts: maybe(
      muted.length === 0
        ? undefined
        : {
            id: MUTING_INPUTS.accounts,
            label: speech.say('settings.muted.accounts'),
            value: muted.map(({ accountId }) => accountId).join(','),
            choices: muted.map(({ accountId, name }) => ({ title: clean(name, 60), value: accountId })),
          },
    ),
    actions: [button(speech.say('settings.muted.save'), { verb: 'muting' }, { inputs: 'auto' })],
  };
}

/** The way back to what was set before. */
export function mutingUndo({ muted = [], mutedNews = [] }: ConversationSettings, speech: Speech): Button {
  const accounts = muted.map(({ accountId }) => accountId);
  return button(speech.say('settings.undo'), { verb: 'muting', accounts, kinds: [...mutedNews] });
}
