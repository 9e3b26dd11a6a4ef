import { factsIn } from './facts-asked';
import type { Intent } from './intent';
import { companiesOf } from './no-names';
import type { Understanding, UnderstandOptions } from './understanding';
import { WHAT_ABOUT } from './what-about';
import { SparingPattern } from './sparing-pattern';

/** How the parts of one message are read, and with what. */
export interface PartReading {
  readonly options: UnderstandOptions;
  readonly read: (text: string) => Understanding;
}

/** "they", "it": what they stand for is the company that was named before. */
const THEY =
  /(?:^|(?<=[\s,]))(?:they|them|it|their|its|er|sie|es|ils?|elles?|ellos|ellas|lo|zij|ze|het|hun)(?=$|[\s?!.,])/iu;

/** What belongs to them, in English: "when does their GDAP end". */
const OWN = /^(?:their|its)$/iu;

/** Whether the words point at somebody who was named before. */
export function namesThem(part: string): boolean {
  return THEY.test(part);
}

/** "What about the licences?" behind a question about one company. */
const THING_ASKED = new SparingPattern(
  `^${WHAT_ABOUT} (?:the|their|its|den|ihren|les|des|ses|las|los|sus|de|hun) (\\p{L}+)\\s*[?.!]*$`,
  'iu',
);

/** Facts of one company: asked without a name behind a question about one, they are asked of that one. */
function ofTheSame(part: string, heard: Understanding, company: string): Understanding {
  if (heard.outcome !== 'beyond' || heard.company !== undefined) return heard;
  const { language } = heard;
  const facts = factsIn(part);
  if (!['expiry', 'agreement', 'admin'].includes(heard.topic)) return heard;
  const intent: Intent =
    facts.length > 0
      ? { name: 'status', companies: [company], facts }
      : { name: 'show', companies: [company], what: 'subscriptions' };
  return { outcome: 'understood', intent, language, evidence: [heard.topic] };
}

/** The part with "they" read as the one company of the part before it. */
export function withReference(part: string, before: Understanding | undefined, { read }: PartReading): Understanding {
  const [company, another] = before?.outcome === 'understood' ? companiesOf(before.intent) : [];
  if (company !== undefined && another === undefined && THEY.test(part)) {
    const named = read(part.replace(THEY, (they) => `"${company.replaceAll('"', '')}"${OWN.test(they) ? "'s" : ''}`));
    if (named.outcome === 'understood' && companiesOf(named.intent).includes(company)) return named;
  }
  const heard = read(part);
  if (company === undefined || another !== undefined) return heard;
  const thing = THING_ASKED.exec(part)?.[1];
  const shown = thing === undefined ? undefined : read(`${thing}: "${company.replaceAll('"', '')}"`);
  return shown?.outcome === 'understood' ? shown : ofTheSame(part, heard, company);
}
