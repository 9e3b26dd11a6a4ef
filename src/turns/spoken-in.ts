import { languageSaid } from '../commands/language-said';
import { companiesOf } from '../commands/no-names';
import type { Understanding } from '../commands/understand';
import type { Language } from '../domain/language';
import { languageOf } from '../views/words/speech';
import type { Here } from './here';

/**
 * The language of the answer: that of the message's words, the small ones first. Where there are none of these ("mute
 * Contoso"), the one that the person spoke last, then that of their client. What was not understood may
 * only look like another language, and counts where it is said in more than a word or two.
 */
export async function spokenIn(
  { turn, talk }: Pick<Here, 'turn' | 'talk'>,
  text: string,
  heard: readonly Understanding[],
): Promise<Language | undefined> {
  const own = turn.locale === undefined ? undefined : languageOf(turn.locale);
  const [first] = heard;
  if (first === undefined || first.outcome === 'nothing') return own;
  const { among, isPlain } = languageSaid(text, heard.flatMap(namesIn));
  const counts = first.outcome !== 'misunderstood' || isPlain;
  const [only, another] = counts ? among : [];
  if (only !== undefined && another === undefined) return only;
  // All words together tell more than the small ones that several languages have: "contradicciones en …".
  if (among.includes(first.language)) return first.language;
  const last = (await talk.before())?.language;
  const likely = [last, own].find(
    (language) => language !== undefined && (only === undefined || among.includes(language)),
  );
  return likely ?? own ?? first.language;
}

function namesIn(heard: Understanding): readonly string[] {
  switch (heard.outcome) {
    case 'understood':
      return companiesOf(heard.intent);
    case 'beyond':
      return [heard.company, heard.other].filter((name) => name !== undefined);
    case 'misunderstood':
      return heard.companies ?? [];
    case 'nothing':
      return [];
  }
}
