import { atOne, isOfProvider, listOfProvider } from '../commands/at-provider';
import { providerSaid } from '../commands/provider-said';
import type { ProviderSaid } from '../commands/provider-said';
import type { Intent } from '../commands/intent';
import { understand } from '../commands/understand';
import { LANGUAGES } from '../domain/language';
import type { TalkMemory } from '../domain/talk-memory';
import { carryOn, standsAlone } from './carry-on';
import type { CarriedOn, Spoken } from './carry-on';
import { intentOf } from './commands';
import { coreOf } from './core-of';
import type { TalkNames } from './names';
import { vocabularyOf } from './vocabulary';

/** The same as `standsAlone`, where the partner has several providers: "and at TD SYNNEX?" is asked of what was asked. */
export function saysAll(spoken: Spoken, names: TalkNames): boolean {
  const said = providerSaid(spoken.text, names.known);
  // "Is TD SYNNEX accepted?" is about the provider itself; its bare name may go on with what was asked.
  if (said !== undefined && isOfItself(spoken) && /\p{L}/u.test(said.rest)) return true;
  if (said === undefined || !isOfProvider(spoken.heard)) return standsAlone(spoken, names);
  return !saysNothingElse(said);
}

/** The same as `carryOn`, where the partner has several providers. */
export function carryOnAt(spoken: Spoken, memory: TalkMemory | undefined, names: TalkNames): CarriedOn | undefined {
  const said = providerSaid(spoken.text, names.known);
  if (said === undefined) return carryOn(spoken, memory, names);
  if (saysNothingElse(said)) return asked(said, spoken, memory);
  if (isOfProvider(spoken.heard)) return undefined;
  const options = { known: names.known, ...(spoken.locale === undefined ? {} : { locale: spoken.locale }) };
  const rest = { ...spoken, text: said.rest, heard: understand(said.rest, options) };
  const found = carryOn(rest, memory, names);
  if (found?.carried !== 'understood' || found.heard.outcome !== 'understood') return found;
  const heard = atOne(found.heard, said);
  return heard?.outcome === 'understood' ? { carried: 'understood', heard } : found;
}

function isOfItself({ heard }: Spoken): boolean {
  return heard.outcome === 'beyond' && heard.topic === 'provider';
}

/** What was asked before, of that provider. */
function asked(said: ProviderSaid, { heard }: Spoken, memory: TalkMemory | undefined): CarriedOn | undefined {
  const before = intentOf(memory?.command);
  if (before === undefined || heard.outcome === 'nothing') return undefined;
  const again = elsewhere(before, said);
  const { language } = heard;
  const evidence = [`talk "${said.place}"`];
  return again === undefined
    ? undefined
    : { carried: 'understood', heard: { outcome: 'understood', intent: again, language, evidence } };
}

function elsewhere(before: Intent, said: ProviderSaid): Intent | undefined {
  if (before.name === 'list') {
    const conditions = (before.filter?.conditions ?? []).filter(({ is }) => is !== 'place');
    const filter = before.filter === undefined ? {} : { filter: { ...before.filter, conditions } };
    return listOfProvider({ ...before, ...filter }, said);
  }
  const heard = { outcome: 'understood', intent: before, language: 'en', evidence: [] } as const;
  const again = atOne(heard, { ...said, isLedTo: true });
  return again?.outcome === 'understood' ? again.intent : undefined;
}

/** "And …?", "what about …?". */
function saysNothingElse({ rest }: ProviderSaid): boolean {
  if (!/\p{L}/u.test(rest)) return true;
  return LANGUAGES.some((language) => {
    const vocabulary = vocabularyOf(language);
    const { words } = coreOf(rest, vocabulary);
    return words.length === Math.max(0, vocabulary.phrases('only').at(words, 0));
  });
}
