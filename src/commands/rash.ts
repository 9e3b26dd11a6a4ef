import type { Match } from './match';
import type { Sentence } from './sentence';

const DENIALS = new Set('dont not never no nicht kein keine keinen pas ne rien no nunca niet geen nooit'.split(' '));
const YET = new Set(['yet', 'todavia', 'aun']);
/** Before a denial, or after it. */
const STILL = new Set(['noch', 'encore', 'nog']);

/** Whether there is a sign that what is said is not to be done, or not by us: too risky to act on. */
export function isRash(sentence: Sentence, match: Match): boolean {
  return isNotYet(sentence, match) || isSaidToAnother(sentence);
}

/** "Don't notify me about Contoso yet" ends no watch. */
function isNotYet(sentence: Sentence, match: Match): boolean {
  const denies = match.parts.some((part) =>
    sentence.tokens.slice(part.start, part.end).some((token) => part.slot === undefined && DENIALS.has(token.fold)),
  );
  return (
    denies &&
    sentence.tokens.some(({ fold }, at) => {
      if (YET.has(fold)) return true;
      const near = [at - 1, at + 1].some((place) => DENIALS.has(sentence.tokens[place]?.fold ?? ''));
      return STILL.has(fold) && near;
    })
  );
}

/** "Mute yourself, Dave" */
function isSaidToAnother(sentence: Sentence): boolean {
  const words = sentence.tokens.filter((token) => token.raw !== '!' && token.raw !== '.');
  const last = words.length - 1;
  return (
    words[last - 1]?.raw === ',' &&
    words[last]?.capital === true &&
    sentence.is(sentence.tokens.indexOf(words[last]), 'person')
  );
}
