import type { Customer } from '../../src/domain/customer';
import type { Model, Thresholds } from '../../src/matching/model';
import { NameIndex } from '../../src/matching/name-index';
import type { MatchingData } from './data';
import type { PresenceTraining } from './presence-training';
import { resolutionQuestions, type ResolutionQuestion } from './resolution-questions';

type Outcome = 'plain' | 'assumed' | 'offered' | 'several' | 'none';

interface Answered {
  readonly kind: string;
  readonly text: string;
  readonly outcome: Outcome;
  readonly right: boolean;
  readonly answer: string | undefined;
}

/**
 * Chosen by the figures out of fold, between the goals: a slip and a part are answered without a question, so that nine of
 * ten are to be right even of names whose company is not in the list. What is offered costs a glance.
 */
export const PRESENCE_THRESHOLDS: Pick<Thresholds, 'same' | 'slip' | 'part' | 'near'> = {
  same: 0.6,
  slip: 0.75,
  part: 0.9,
  near: 0.05,
};

/** Asks the index that ships, with trees that have not seen the name, and prints what comes of it. */
export function printResolution(data: MatchingData, base: Model, training: PresenceTraining): void {
  const questions = resolutionQuestions(data);
  const answers: Answered[] = [];
  training.folds.forEach((trees, fold) => {
    const index = indexOf(data.customers, { ...base, ...trees });
    questions.forEach((question, i) => {
      if (training.foldOf[i] === fold) answers.push(answered(index, question));
    });
  });
  printKinds(answers);
  printGoals(answers);
}

function indexOf(customers: readonly Customer[], model: Model): NameIndex {
  const index = new NameIndex({ model });
  for (const { id, name, website, tenantId, city } of customers) {
    const domains = website === undefined ? [] : [website];
    index.put({ id, names: [name], domains, ...(tenantId && { tenantId }), ...(city && { city }) });
  }
  return index;
}

function answered(index: NameIndex, { kind, text, truth }: ResolutionQuestion): Answered {
  const found = index.resolve(text);
  const outcome = (
    { one: 'plain', assumed: 'assumed', probably: 'offered', several: 'several', none: 'none' } as const
  )[found.kind];
  const answer = 'match' in found ? found.match.id : undefined;
  return { kind, text, outcome, right: answer === (truth ?? undefined), answer };
}

function printKinds(answers: readonly Answered[]): void {
  console.log('  kind               n  right: plain assumed offered  wrong: plain assumed offered  several, none');
  for (const kind of new Set(answers.map((answer) => answer.kind))) {
    const own = answers.filter((answer) => answer.kind === kind);
    const count = (outcome: Outcome, right: boolean): string =>
      String(own.filter((a) => a.outcome === outcome && a.right === right && a.answer !== undefined).length).padStart(
        8,
      );
    const open = (outcome: Outcome): number => own.filter((a) => a.outcome === outcome).length;
    const columns = [true, false].map((right) =>
      (['plain', 'assumed', 'offered'] as const).map((o) => count(o, right)).join(''),
    );
    console.log(
      `  ${kind.padEnd(15)} ${String(own.length).padStart(4)} ${columns.join('     ')}     ${open('several')}, ${open('none')}`,
    );
  }
}

function printGoals(answers: readonly Answered[]): void {
  const line = (title: string, of: (kind: string) => boolean, hit: (answer: Answered) => boolean): void => {
    const own = answers.filter(({ kind }) => of(kind));
    const hits = own.filter(hit).length;
    console.log(`  ${title}: ${((100 * hits) / own.length).toFixed(2)} % (${hits} of ${own.length})`);
  };
  const absent = (kind: string): boolean => kind.includes('none');
  const near = (kind: string): boolean => kind === 'none_lookalike' || kind === 'none_sibling';
  const wrong =
    (...outcomes: Outcome[]) =>
    (a: Answered): boolean =>
      !a.right && outcomes.includes(a.outcome);
  const right =
    (...outcomes: Outcome[]) =>
    (a: Answered): boolean =>
      a.right && outcomes.includes(a.outcome);
  const plainly = new Set(['typed_full', 'typed_core', 'same_name', 'legal_form', 'diacritics', 'spacing']);
  line('absent, a near one is there: plainly as the near one', near, wrong('plain'));
  line('the same, as an assumption', near, wrong('assumed'));
  line('all absent: plainly as another', absent, wrong('plain'));
  line('present: as another, plainly or assumed', (kind) => !absent(kind), wrong('plain', 'assumed'));
  line('present, typed plainly: at once', (kind) => plainly.has(kind), right('plain'));
  line('present, with a slip: at once', (kind) => kind.endsWith('_typo'), right('plain'));
  line('the same: answered or offered', (kind) => kind.endsWith('_typo'), right('plain', 'assumed', 'offered'));
  line('a part that fits one: at once', (kind) => kind === 'typed_partial', right('plain', 'assumed'));
}
