import { ROUTE_INPUTS } from '../../actions/routing-verb';
import type { SettingsAnswer } from '../../domain/answers';
import type { ConversationSettings } from '../../domain/conversation-settings';
import { LANGUAGES } from '../../domain/language';
import { button, toggle } from '../parts/parts';
import type { Button } from '../parts/parts';
import { routingWords } from '../words/routing-words';
import type { Speech } from '../words/speech';

export function routingChange({ settings }: SettingsAnswer, speech: Speech): string {
  return speech.say('settings.changed.routing', { accounts: routingWords(settings.routing, speech) });
}

const PART = 'routing-form';

/** The form, folded, with what is chosen. */
export function routingForm({ settings: { routing = {} } }: SettingsAnswer, speech: Speech) {
  const { countries, letters, languages, size } = routing;
  const hows = (['only', 'not'] as const).map((how) => ({ title: speech.say(`settings.routing.${how}`), value: how }));
  const row = (of: 'countries' | 'letters', value: string, not: boolean) => ({
    how: {
      id: ROUTE_INPUTS[`${of}How`],
      label: speech.say(`settings.routing.${of}`),
      value: not ? 'not' : 'only',
      choices: hows,
    },
    text: {
      id: ROUTE_INPUTS[of],
      label: speech.say('settings.routing.which'),
      placeholder: speech.say(`settings.routing.${of}.example`),
      value,
    },
  });
  const { countries: countriesText, letters: lettersText } = textsOf(routing, (code) => speech.country(code));
  const count = (of: 'from' | 'to') => ({
    type: 'Input.Number',
    id: ROUTE_INPUTS[of],
    label: speech.say(`settings.routing.${of}`),
    min: 0,
    ...(size?.[of] === undefined ? {} : { value: size[of] }),
  });
  return {
    unfold: [toggle(speech.say('settings.routing.change'), PART)],
    texts: [
      row('countries', countriesText, countries?.not === true),
      row('letters', lettersText, letters?.not === true),
    ],
    languages: {
      how: {
        id: ROUTE_INPUTS.languagesHow,
        label: speech.say('settings.routing.languages'),
        value: languages?.not === true ? 'not' : 'only',
        choices: hows,
      },
      id: ROUTE_INPUTS.languages,
      label: speech.say('settings.routing.which'),
      value: (languages?.of ?? []).join(','),
      choices: LANGUAGES.map((code) => ({ title: speech.say(`language.${code}`), value: code })),
    },
    by: {
      id: ROUTE_INPUTS.by,
      label: speech.say('settings.routing.by'),
      value: size?.by ?? 'seats',
      choices: (['seats', 'subscriptions'] as const).map((by) => ({
        title: speech.say(`settings.routing.${by}`),
        value: by,
      })),
    },
    counts: [{ inputs: [count('from')] }, { inputs: [count('to')] }],
    rest: {
      id: ROUTE_INPUTS.rest,
      label: speech.say('settings.routing.rest.label'),
      title: speech.say('settings.routing.rest'),
      value: String(routing.rest === true),
    },
    actions: [
      button(speech.say('settings.routing.save'), { verb: 'route' }, { inputs: 'auto' }),
      ...(Object.keys(routing).length === 0
        ? []
        : [button(speech.say('settings.routing.none'), routeBack({ notifications: true }))]),
    ],
  };
}

function textsOf({ countries, letters }: NonNullable<ConversationSettings['routing']>, name: (code: string) => string) {
  return {
    countries: (countries?.of ?? []).map(name).join(', '),
    letters: (letters?.of ?? []).map((range) => (range === '#' ? '0-9' : range)).join(', '),
  };
}

/** The way back to what was set before; what went with it goes back, too. */
export function routingUndo(before: ConversationSettings, now: ConversationSettings, speech: Speech): Button {
  const { hears, notifications } = before;
  const isOther = JSON.stringify(hears) !== JSON.stringify(now.hears);
  return button(speech.say('settings.undo'), {
    ...routeBack(before),
    ...(isOther ? { hears: hears === undefined ? 'default' : hears === 'all' ? hears : [...hears] } : {}),
    ...(notifications === now.notifications ? {} : { announce: notifications }),
  });
}

function routeBack({ routing = {} }: ConversationSettings) {
  const { countries, letters, languages, size, rest = false } = routing;
  const how = (chosen: { readonly not?: true } | undefined) => (chosen?.not === true ? 'not' : 'only');
  return {
    verb: 'route',
    ...textsOf(routing, (code) => code),
    countriesHow: how(countries),
    lettersHow: how(letters),
    languages: [...(languages?.of ?? [])],
    languagesHow: how(languages),
    by: size?.by ?? 'seats',
    ...(size?.from === undefined ? {} : { from: size.from }),
    ...(size?.to === undefined ? {} : { to: size.to }),
    rest,
  } as const;
}
