import { companiesOf } from '../commands/no-names';
import type { Intent } from '../commands/intent';
import type { Subject } from '../domain/told';
import type { CarriedOn, TalkHearing } from './carry-on';
import { asFilled, resolved } from './commands';
import { described } from './described';
import type { TalkNames } from './names';
import { pointersIn } from './pointers';
import { targetOf } from './targets';
import type { Target } from './targets';
import { talkWords } from './tokens';
import type { Word } from './tokens';
import type { DeedFrame, Vocabulary } from './vocabulary';

/** What is done to an account without naming a customer: it is mapped to whoever fits, or it is no customer. */
type Deed = 'map' | 'ignore';

/** `gap` is what it is to be done to; absent where the sentence has no room for it. */
interface Said {
  readonly deed: Deed;
  readonly gap?: { readonly text: string; readonly words: readonly Word[] };
}

/** "Map it", "the suggested one", "ignore it", "it is not a customer": offered, and done only on a yes. */
export function deeds(look: TalkHearing): CarriedOn | undefined {
  const { core, vocabulary, memory, names } = look;
  if (isTaken(look)) return undefined;
  if (vocabulary.phrases('suggested').at(core.words, 0) === core.words.length) return done(look, 'map', last(look));
  // "Its not a customer": what looks like a word around the message may be what it points with.
  for (const said of [...saidIn(core.text, vocabulary), ...saidIn(look.spoken.text, vocabulary)]) {
    const target = said.gap === undefined ? last(look) : targetIn(said.gap, look);
    if (target !== undefined) return done(look, said.deed, target);
  }
  return memory?.question?.asks === 'customer' ? undefined : sameMapping(look, names);
}

/** Whether a sentence says of a company that it is no customer. */
export function saysIgnored(text: string, vocabulary: Vocabulary): boolean {
  return saidIn(text, vocabulary).some(({ deed }) => deed === 'ignore');
}

/** A command that names a company by itself is that command. */
function isTaken({ spoken: { heard }, core, vocabulary }: TalkHearing): boolean {
  if (/\?\s*$/.test(core.text) && saysIgnored(core.text, vocabulary)) return true;
  if (heard.outcome !== 'understood' || heard.evidence.every((line) => line.startsWith('NAME '))) return false;
  return companiesOf(heard.intent).length > 0 && !saysIgnored(core.text, vocabulary);
}

/** "Map Contoso to X" and then "same for Oakfield": a mapping of that one, to a customer of its own. */
function sameMapping({ core, memory, vocabulary }: TalkHearing, names: TalkNames): CarriedOn | undefined {
  const name = bare(core.text);
  if (!core.carried || core.corrected || memory?.last?.command?.name !== 'map' || !names.leads(name)) return undefined;
  return { carried: 'understood', heard: asFilled(mapping(name), vocabulary.language) };
}

function done({ vocabulary, names }: TalkHearing, deed: Deed, target: Target): CarriedOn {
  const { language } = vocabulary;
  const [only, another] = target.target === 'these' ? target.subjects : [];
  if (deed === 'ignore' && only !== undefined && another === undefined)
    return { carried: 'ignore', one: only, language };
  const heard = asFilled(mapping(''), language);
  if (target.target === 'these' && another !== undefined)
    return resolved(heard, { target: 'which', among: target.subjects }, names);
  return resolved(heard, target, names);
}

function mapping(account: string): Intent {
  return { name: 'map', account, customer: '' };
}

function last({ memory }: TalkHearing): Target {
  return targetOf({ kind: 'one' }, memory) ?? { target: 'which', among: [] };
}

/** Where a reason begins: "Ignore Litware Labs, its a test tenant", "ignore Litware Labs c'est un tenant de test". */
const REASON =
  /[,;]\s|\s[-–—]\s|\s(?=(?:it['’]?s|because|since it|c['’]est|parce que|car|porque|ya que|es de|weil|denn|das ist|het is|want|omdat)\s)/iu;

function saidIn(text: string, vocabulary: Vocabulary): readonly Said[] {
  // "Ignore Test Tenant 7, it is not a customer": the first half says it all.
  const [clause = ''] = text.split(REASON);
  return [...new Set([text, clause])].flatMap((part) => {
    const words = talkWords(part);
    return (['map', 'ignore'] as const).flatMap((deed) =>
      vocabulary.deedFrames(deed).flatMap((frame) => said(deed, frame, part, words)),
    );
  });
}

function said(deed: Deed, { before, after, hasGap }: DeedFrame, text: string, words: readonly Word[]): readonly Said[] {
  const starts = before.every((word, at) => words[at]?.folded === word);
  const end = words.length - after.length;
  const ends = after.every((word, at) => words[end + at]?.folded === word);
  if (!starts || !ends) return [];
  if (!hasGap) return words.length === before.length ? [{ deed }] : [];
  const [first, final] = [words[before.length], words[end - 1]];
  if (first === undefined || final === undefined || end <= before.length) return [];
  const gap = text.slice(first.start, final.end);
  return [{ deed, gap: { text: gap, words: talkWords(gap) } }];
}

/** What stands in the gap: something that points, or a name that leads somewhere. */
function targetIn({ text, words }: NonNullable<Said['gap']>, look: TalkHearing): Target | undefined {
  const { vocabulary, memory, names } = look;
  const { phrases } = vocabulary;
  if (phrases('suggested').at(words, 0) === words.length) return last(look);
  const pointer = pointersIn(words, vocabulary).find(({ start, end }) =>
    words.every((word) => word.start >= start && word.end <= end),
  );
  if (pointer !== undefined) return targetOf(pointer.to, memory) ?? { target: 'which', among: [] };
  if (names.isAccount(text)) return { target: 'these', subjects: [named(text)], listed: false };
  const found = phrases('articles').at(words, 0) > 0 ? describedIn(words, look) : [];
  const [only, another] = found;
  if (only === undefined) return undefined;
  return another === undefined
    ? { target: 'these', subjects: found, listed: false }
    : { target: 'which', among: found };
}

/** "The vineyard one", among what was listed or talked about. */
function describedIn(words: readonly Word[], { memory, vocabulary, names }: TalkHearing): readonly Subject[] {
  const listed = described(words, memory?.list?.items ?? [], vocabulary, names);
  return listed.length > 0 ? listed : described(words, memory?.talkedAbout ?? [], vocabulary, names);
}

function named(name: string): Subject {
  return { name };
}

function bare(text: string): string {
  return text.replace(/[?!.,;:\s]+$/, '').replace(/^[¿¡\s]+/, '');
}
