import type { Intent } from '../commands/intent';
import { companiesOf, isNoName } from '../commands/no-names';
import { understand } from '../commands/understand';
import type { Understanding, UnderstandOptions } from '../commands/understand';
import type { CarriedOn, TalkHearing } from './carry-on';
import { isExplicit } from './carry-on';
import { asFilled, carriable, intentOf, resolved } from './commands';
import { fillAtEnd, withCompanies } from './fill';
import { foldWord } from './tokens';

/** A message that says one part of a command anew: another company, another thing to see, another period or time. */
export function asOther(look: TalkHearing): CarriedOn | undefined {
  return otherName(look) ?? otherThing(look);
}

const FEW = 7;

function optionsOf({ names, spoken: { locale } }: TalkHearing): UnderstandOptions {
  return { known: names.known, ...(locale === undefined ? {} : { locale }) };
}

/** "Make it weekly" after "digest daily at 8". */
export function otherSetting(look: TalkHearing): CarriedOn | undefined {
  const { memory, core, vocabulary, spoken } = look;
  const before = intentOf(memory?.command);
  if (before?.name !== 'settings' || before.topic === undefined || core.words.length > FEW) return undefined;
  if (spoken.heard.outcome === 'understood' && !isPartOf(spoken.heard, before.topic)) return undefined;
  const makes = vocabulary.phrases('makes').at(core.words, 0);
  const text = core.text.slice(core.words[makes]?.start ?? 0);
  for (const frame of vocabulary.settingsFrames) {
    const heard = understand(frame.replace('{}', text), optionsOf(look));
    if (heard.outcome !== 'understood' || heard.intent.name !== 'settings' || heard.intent.topic !== before.topic)
      continue;
    const { value, time } = heard.intent;
    if (value === undefined && time === undefined) continue;
    return understood(look, {
      ...before,
      ...(value === undefined ? {} : { value }),
      ...(time === undefined ? {} : { time }),
    });
  }
  return undefined;
}

/** A part of a setting; "announce here" says all of its own, whatever was said before. */
function isPartOf({ intent, proposed }: Extract<Understanding, { outcome: 'understood' }>, topic: string): boolean {
  if (intent.name !== 'settings') return false;
  return intent.topic !== topic || topic === 'digest' || intent.value === undefined || proposed === true;
}

/** "And this month?" after "who accepted last month?". */
export function otherPeriod(look: TalkHearing): CarriedOn | undefined {
  const { memory, core, vocabulary, spoken } = look;
  const before = intentOf(memory?.command);
  if (before?.name === 'endings') return otherEnd(look, before);
  if ((before?.name !== 'list' && before?.name !== 'history') || core.words.length > FEW) return undefined;
  if (spoken.heard.outcome === 'understood' && !isBareName(spoken.heard)) return undefined;
  const heard = understand(vocabulary.periodFrame.replace('{}', core.text.replace(/[?!.\s]+$/, '')), optionsOf(look));
  if (heard.outcome !== 'understood' || heard.intent.name !== 'list' || heard.intent.period === undefined)
    return undefined;
  return understood(look, { ...before, period: heard.intent.period });
}

/** "And January?" after "what ends this month?". */
function otherEnd(look: TalkHearing, before: Intent & { readonly name: 'endings' }): CarriedOn | undefined {
  const { core, vocabulary, spoken } = look;
  if (core.words.length > FEW || (spoken.heard.outcome === 'understood' && !isBareName(spoken.heard))) return undefined;
  const said = core.text.replace(/[?!.\s]+$/, '');
  for (const frame of vocabulary.endFrames) {
    const heard = understand(frame.replace('{}', said), optionsOf(look));
    if (heard.outcome !== 'understood' || heard.intent.name !== 'endings' || heard.intent.span === undefined) continue;
    return understood(look, { ...before, span: heard.intent.span });
  }
  return undefined;
}

/** "And Fabrikam?", "no, I meant Fabrikam", "Fabrikam": what was asked, of that one. */
function otherName(look: TalkHearing): CarriedOn | undefined {
  const { memory, core } = look;
  const open = memory?.question;
  const asked = open?.asks === 'company' ? carriable(open.command) : undefined;
  const last = asked ?? carriable(memory?.last?.command);
  if (last === undefined && open === undefined) return undefined;
  if (open?.asks === 'customer' || last?.name === 'map') {
    const customer = customerAfterTo(look);
    const mapping = intentOf(open?.asks === 'customer' ? open.command : last);
    if (customer !== undefined) return otherCustomer(look, mapping, customer);
  }
  const named = namesIn(look);
  if (named.length === 0) return undefined;
  if (open?.asks === 'customer') return otherCustomer(look, intentOf(open.command), named[0] ?? '');
  if (last === undefined) return undefined;
  if (last.name === 'map' && isOffered(look, last, named[0] ?? '')) return understood(look, last);
  if (last.name === 'map')
    return core.corrected || asked !== undefined
      ? otherSide(look, last, named[0] ?? '', asked !== undefined)
      : undefined;
  return understood(look, withCompanies(last, named));
}

/** "To Contoso Limited": the other half of a mapping. */
function customerAfterTo({ core: { words, text }, vocabulary, names }: TalkHearing): string | undefined {
  const into = vocabulary.phrases('into').at(words, 0);
  const first = words[into];
  if (into === 0 || first === undefined || words.length > FEW) return undefined;
  const customer = text.slice(first.start).replace(/[?!.,;:\s]+$/, '');
  return names.isCustomer(customer) ? customer : undefined;
}

/** The customer that is being offered, named once more. */
function isOffered({ memory }: TalkHearing, { customer }: Intent & { readonly name: 'map' }, name: string): boolean {
  return memory?.offer !== undefined && foldWord(customer) === foldWord(name);
}

function otherCustomer(look: TalkHearing, command: Intent | undefined, customer: string): CarriedOn | undefined {
  return command?.name === 'map' ? understood(look, { ...command, customer }) : undefined;
}

/** Of a mapping the side is meant that the name can be. */
function otherSide(
  look: TalkHearing,
  last: Intent & { readonly name: 'map' },
  name: string,
  isAnswer: boolean,
): CarriedOn {
  const isAccount = isAnswer || (look.names.isAccount(name) && !look.names.isCustomer(name));
  return understood(look, isAccount ? { ...last, account: name } : { ...last, customer: name });
}

/** The companies that the message is nothing but the names of. */
function namesIn(look: TalkHearing): readonly string[] {
  const { core, spoken, names } = look;
  const text = core.text.replace(/[?!.,;:\s]+$/, '').replace(/^[¿¡\s]+/, '');
  if (core.words.length > FEW) return [];
  const isTouched = core.carried || core.corrected;
  if (!isTouched && isExplicit(spoken)) return [];
  const name = text.replace(/['’]s$/u, '');
  // "Next page" names nobody, whatever is open.
  if (isNoName(text, names.known)) return [];
  const own = [text, name].find((one) => names.leads(one));
  const heard = understand(text, optionsOf(look));
  if (own !== undefined && !isCommand(heard)) return [own];
  if (isBareName(heard)) return companiesOf(heard.intent);
  const companies = heard.outcome === 'misunderstood' ? (heard.companies ?? []) : [];
  const [only, another] = companies;
  if (only === undefined || another !== undefined) return [];
  const whole = foldWord(only).replace(/'s$/, '') === foldWord(name);
  return whole && (isTouched || names.leads(name)) ? [name] : [];
}

/** It asks something by itself. */
function isCommand(heard: Understanding): boolean {
  return heard.outcome === 'understood' && !isBareName(heard);
}

function isBareName(heard: Understanding): heard is Extract<Understanding, { readonly outcome: 'understood' }> {
  return (
    heard.outcome === 'understood' &&
    heard.evidence.length > 0 &&
    (heard.intent.name !== 'status' || heard.intent.facts === undefined) &&
    heard.evidence.every((line) => line.startsWith('NAME '))
  );
}

/** "And the licences?", "who mapped?": asked of whom the talk is about. */
function otherThing(look: TalkHearing): CarriedOn | undefined {
  const { memory, core, names, vocabulary, spoken } = look;
  const { heard } = spoken;
  const last = memory?.last?.about ?? [];
  if (heard.outcome !== 'misunderstood' || (last.length === 0 && !core.carried && !core.corrected)) return undefined;
  if ((heard.companies ?? []).some((company) => names.leads(company))) return undefined;
  const filled = fillAtEnd(core.text, vocabulary.of, optionsOf(look));
  if (filled?.outcome !== 'understood') return undefined;
  // Whatever stands before a name is likely a question for its status: without a word that asks for it, it is none.
  if (filled.intent.name === 'status' && filled.evidence.every((line) => line.startsWith('learned '))) return undefined;
  const isMeant = heard.probably === filled.intent.name || core.carried || core.corrected || core.words.length <= 3;
  if (!isMeant || (filled.intent.name === 'status' && heard.probably === undefined && core.words.length > 3))
    return undefined;
  const target =
    last.length === 0
      ? { target: 'which' as const, among: [] }
      : { target: 'these' as const, subjects: last, listed: false };
  return resolved(filled, target, names);
}

function understood({ vocabulary }: TalkHearing, intent: Intent): CarriedOn {
  return { carried: 'understood', heard: asFilled(intent, vocabulary.language) };
}
