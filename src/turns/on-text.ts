import { understand } from '../commands/understand';
import type { KnownNames, Understanding } from '../commands/understand';
import { exampleOf } from '../commands/table';
import { findAccount } from '../tasks/find-account';
import type { Reply } from '../turn';
import { notUnderstoodView } from '../views/not-understood';
import type { PolicyRefusal } from '../domain/answers';
import { refusalOf, refuse } from './gate';
import type { Here } from './here';
import { say, speechFor } from './here';
import { answerIntent } from './on-intent';

/** What somebody typed: understood, or answered with what puzzled us and what could be typed instead. */
export async function onText(here: Here, text: string): Promise<Reply> {
  const { locale } = here.turn;
  const refusal = refusalOf(here, ['ask status']);
  if (refusal !== undefined) return untold(here, text, refusal);
  const heard = understand(text, { known: knownNames(here), ...(locale === undefined ? {} : { locale }) });
  switch (heard.outcome) {
    case 'nothing':
      return answerIntent(here, { name: 'greeting' });
    case 'understood': {
      // Without a better hint, answer in the language that the person just used.
      const speech = speechFor(
        here.turn,
        here.conversation,
        here.turn.locale === undefined ? heard.language : undefined,
      );
      return answerIntent({ ...here, speech }, heard.intent);
    }
    case 'misunderstood':
      return puzzled(here, heard);
  }
}

/** Who may not be told of customers is understood without their names, so that no answer gives one away. */
async function untold(here: Here, text: string, refusal: PolicyRefusal): Promise<Reply> {
  const { locale } = here.turn;
  const heard = understand(text, locale === undefined ? {} : { locale });
  if (heard.outcome === 'nothing') return answerIntent(here, { name: 'greeting' });
  return heard.outcome === 'understood' ? answerIntent(here, heard.intent) : refuse(here, refusal);
}

/** The grammar asks for the same words again with every reading that it weighs; each is looked up once. */
function knownNames({ ports }: Here): KnownNames {
  const asked = new Map<string, boolean>();
  return {
    has(name) {
      const known = asked.get(name) ?? ports.register.knowsName(name);
      asked.set(name, known);
      return known;
    },
  };
}

type Misunderstood = Extract<Understanding, { readonly outcome: 'misunderstood' }>;

/** Half a thought still gets a next step: a bare name that we know is taken as a question about that company. */
async function puzzled(here: Here, heard: Misunderstood): Promise<Reply> {
  const [company, another] = heard.companies ?? [];
  if (company !== undefined && another === undefined && findAccount(here.ports.register, company).found !== 'none') {
    if (heard.text.trim().toLowerCase() === company.trim().toLowerCase()) {
      return answerIntent(here, { name: 'status', companies: [company] });
    }
  }
  const { language } = here.speech;
  const nearest = heard.nearest.length > 0 ? heard.nearest : [exampleOf('help', language), exampleOf('list', language)];
  return say(notUnderstoodView({ text: heard.text, at: heard.at, nearest }, here.speech));
}
