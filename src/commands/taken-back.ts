import { companiesOf } from './no-names';
import { probably } from './probably';
import { sentencesIn } from './sentences';
import { exampleOf } from './table';
import type { Understanding } from './understanding';

/** "No, wait, don't." after the request. */
const TAKEN_BACK =
  /\b(?:don'?t|do not|not (?:yet|now)|wait|hold on|scratch that|never ?mind|cancel that|leave it|nicht|warte|lass es|pas encore|attends|laisse|espera|todavía no|déjalo|niet|wacht|laat maar)\b/i;
const SHORT = 6;

export function isTakenBack(plain: string): boolean {
  return sentencesIn(plain)
    .slice(1)
    .some(
      (sentence) => sentence.split(' ').length <= SHORT && TAKEN_BACK.test(sentence) && !/can'?t wait/i.test(sentence),
    );
}

/** Whether it is to be done is for the person to say again. */
export function takenBack(
  { intent, language }: Extract<Understanding, { outcome: 'understood' }>,
  text: string,
): Understanding {
  const [company] = companiesOf(intent);
  return probably({ intent, language }, text, [exampleOf(intent.name, language, company)]);
}

/** What was understood, and cannot be done in just this way: what is near is offered. */
export function notDone(
  { intent, language }: Extract<Understanding, { outcome: 'understood' }>,
  text: string,
): Understanding {
  return {
    outcome: 'misunderstood',
    at: null,
    text,
    language,
    near: [intent.name],
    nearest: [exampleOf(intent.name, language)],
  };
}
