import type { Duration, Span } from '../../domain/span';
import type { ConditionAsked, FilterAsked, WhoAsked } from '../../domain/asked-filter';
import { finished, isDeed, KIND_OF, takesSpan } from './drafts';
import type { FilterDraft, Kind } from './drafts';
import type { FilterStep } from './steps';
import type { TimeSaid } from './times';

type ConditionStep = Extract<FilterStep, { readonly step: 'condition' }>;

/** Goes through the steps of one question and keeps what they say together. */
class Reading {
  readonly drafts: FilterDraft[] = [];
  readonly unclear: string[] = [];
  who: WhoAsked | undefined;
  /** Something was said that has no place in a filter. */
  lost = false;
  private negated = false;
  private clause = 0;
  private pendingSpan: Span | undefined;
  private pendingDuration: { readonly longer: Duration; readonly shorter: boolean } | undefined;

  constructor(private readonly steps: readonly FilterStep[]) {}

  read(): void {
    this.steps.forEach((step, at) => {
      this.take(step, at);
    });
    this.endClause();
    this.settle();
  }

  private take(step: FilterStep, at: number): void {
    switch (step.step) {
      case 'condition':
        this.condition(step, at);
        return;
      case 'not':
        this.negated = true;
        return;
      case 'and':
        this.endClause();
        return;
      case 'or':
        // "Neither this or that"; countries are joined anyway.
        if (this.last()?.not === true) this.negated = true;
        else if (this.last()?.kind !== 'country') this.unclear.push('or');
        return;
      case 'time':
        this.time(step.time);
        return;
      case 'soon':
        this.span({ next: { count: 30, unit: 'day' } });
        return;
      case 'who':
        if (this.who === undefined) this.who = { name: step.name };
        else this.unclear.push(step.name);
        return;
      case 'work365-did':
        this.who = { name: 'Work 365' };
        return;
      case 'me':
        this.who ??= 'me';
        return;
      case 'place':
        this.begin('place').place = step.name;
        return;
      case 'unclear':
        this.unclear.push(step.words);
        return;
      default:
        return;
    }
  }

  private time(time: TimeSaid): void {
    if (time.time === 'span') this.span(time.span);
    else this.duration(time.duration, time.compared);
  }

  private condition(step: ConditionStep, at: number): void {
    const { word } = step;
    if (word === 'end' || word === 'endedAlready') {
      this.ending(step);
      return;
    }
    if (word === 'adminPending') {
      this.adminPending();
      return;
    }
    const kind = this.kindOf(step, at);
    if (kind === undefined) return;
    const known = this.drafts.find((draft) => draft.kind === kind && draft.clause === this.clause);
    const draft = known ?? this.begin(kind);
    if (known !== undefined && this.negated) {
      known.not = true;
      this.negated = false;
    }
    if (word === 'unsigned' || word === 'nothing') draft.not = true;
    if (word === 'agreement') draft.noun = true;
    if (kind === 'country') draft.countries.push(step.value);
    if (kind === 'waiting' && this.pendingDuration !== undefined) this.lasting(draft);
    if (this.pendingSpan !== undefined && takesSpan(draft)) this.dated(draft);
  }

  /** One word may mean two things: what stands beside it decides. */
  private kindOf({ word }: ConditionStep, at: number): Kind | undefined {
    const kind = KIND_OF[word];
    if (word === 'accepted' && this.speaksOf(at, 'agreement')) return 'signed';
    if (word === 'accepted' && this.speaksOf(at, 'admin')) return undefined;
    if (word === 'open' && this.next(at) === 'admin') {
      this.begin('admin-pending');
      return undefined;
    }
    const before = this.drafts.at(-1);
    if (word === 'open' && before?.kind === 'mapped' && before.clause === this.clause) this.drafts.pop();
    // "Open mappings" are not mapped, and "mapped to no customer" neither.
    if (word === 'mapped' && this.drafts.at(-1)?.kind === 'open' && this.drafts.at(-1)?.clause === this.clause)
      return undefined;
    if (word === 'admin' && this.drafts.some((draft) => draft.kind === 'admin-pending' && draft.clause === this.clause))
      return undefined;
    if (kind === 'country') {
      const joined = this.drafts.at(-1);
      if (joined?.kind === 'country') joined.clause = this.clause;
    }
    return kind;
  }

  private next(at: number): string | undefined {
    const step = this.steps[at + 1];
    return step?.step === 'condition' ? step.word : undefined;
  }

  /** Whether the clause of this step holds the word. */
  private speaksOf(at: number, word: ConditionStep['word']): boolean {
    const start = this.steps.slice(0, at).findLastIndex(({ step }) => step === 'and');
    const rest = this.steps.slice(start + 1);
    const end = rest.findIndex(({ step }, n) => step === 'and' && n > at - start - 1);
    return rest.slice(0, end < 0 ? undefined : end).some((step) => step.step === 'condition' && step.word === word);
  }

  private ending({ word, also }: ConditionStep): void {
    const admin = this.drafts.findLast(({ kind }) => kind === 'admin');
    const ahead = this.steps.some((step) => step.step === 'condition' && step.word === 'admin');
    if (admin === undefined && !ahead) {
      if (word === 'endedAlready') this.begin('ended');
      else this.unclear.push(word);
      return;
    }
    const draft = admin ?? this.begin('admin');
    const isOver = word === 'endedAlready' && !(also.includes('end') && this.hasSpan());
    draft.end ??= isOver ? 'ended' : 'ends';
    if (this.negated) draft.not = true;
    this.negated = false;
    if (this.pendingSpan !== undefined && takesSpan(draft)) this.dated(draft);
  }

  private hasSpan(): boolean {
    return this.steps.some((step) => step.step === 'soon' || (step.step === 'time' && step.time.time === 'span'));
  }

  private adminPending(): void {
    const admin = this.drafts.findLast(({ kind }) => kind === 'admin');
    if (admin === undefined) this.begin('admin-pending');
    else admin.kind = 'admin-pending';
  }

  private begin(kind: Kind): FilterDraft {
    const draft: FilterDraft = { kind, not: this.negated, clause: this.clause, countries: [] };
    this.negated = false;
    this.drafts.push(draft);
    return draft;
  }

  private last(): FilterDraft | undefined {
    return this.drafts.findLast((draft) => draft.clause === this.clause);
  }

  /** A "not" that nothing followed belongs to what stood before it: "whose GDAP is missing". */
  private endClause(): void {
    const last = this.last();
    if (this.negated && last !== undefined) {
      last.not = true;
      this.negated = false;
    }
    this.clause += 1;
  }

  private span(span: Span): void {
    const draft = this.drafts.findLast((one) => takesSpan(one));
    if (draft !== undefined && draft.clause === this.clause) draft.span = span;
    else if (this.pendingSpan === undefined) this.pendingSpan = span;
    else this.unclear.push('');
  }

  private dated(draft: FilterDraft): void {
    if (this.pendingSpan !== undefined) draft.span = this.pendingSpan;
    this.pendingSpan = undefined;
  }

  private duration(longer: Duration, compared: 'longer' | 'shorter' | undefined): void {
    this.pendingDuration = { longer, shorter: compared === 'shorter' };
    const draft = this.drafts.findLast(({ kind }) => kind === 'waiting');
    if (draft !== undefined) this.lasting(draft);
  }

  private lasting(draft: FilterDraft): void {
    if (this.pendingDuration === undefined) return;
    Object.assign(draft, this.pendingDuration);
    this.pendingDuration = undefined;
  }

  /** What is left over at the end goes where it can. */
  private settle(): void {
    if (this.pendingDuration !== undefined) this.lasting(this.begin('waiting'));
    if (this.pendingSpan === undefined) return;
    const dated = this.drafts.findLast((draft) => takesSpan(draft));
    // Since when somebody has what they have, nobody tells.
    if (dated === undefined && !this.drafts.every(({ kind }) => PLACED.has(kind))) {
      this.lost = true;
      return;
    }
    // "Open ones of this week" have accepted this week.
    this.dated(dated ?? this.begin('accepted'));
  }
}

const PLACED: ReadonlySet<Kind> = new Set<Kind>(['open', 'waiting', 'country', 'place']);

export interface FilterRead {
  readonly filter: FilterAsked;
  readonly notAccepted: boolean;
  /** The agreement was named, not only that somebody signed. */
  readonly saysAgreement: boolean;
}

/** What the steps ask for; undefined where they name no condition. */
export function readFilter(steps: readonly FilterStep[]): FilterRead | undefined {
  const reading = new Reading(steps);
  reading.read();
  const { drafts, unclear, who } = reading;
  if (drafts.length === 0 || reading.lost) return undefined;
  const deeds = drafts.filter(isDeed);
  const someone = deeds.length === 0 ? undefined : who;
  const strangers = who !== undefined && who !== 'me' && deeds.length === 0 ? [who.name] : [];
  const conditions = drafts.flatMap((draft): readonly ConditionAsked[] => {
    const done = finished(draft, someone, someone !== undefined || draft.span !== undefined);
    return done === undefined ? [] : [done];
  });
  const left = [...unclear, ...strangers];
  return {
    filter: { conditions: distinct(conditions), ...(left.length === 0 ? {} : { unclear: left }) },
    saysAgreement: drafts.some(({ noun }) => noun === true),
    notAccepted: conditions.some((one) => one.is === 'accepted' && one.not === true),
  };
}

/** Who waits longer than a week is open: said once. */
function distinct(conditions: readonly ConditionAsked[]): readonly ConditionAsked[] {
  const waits = conditions.some((one) => one.is === 'waiting');
  const seen = new Set<string>();
  return conditions.filter((one) => {
    const key = JSON.stringify(one);
    if (seen.has(key)) return false;
    seen.add(key);
    return !(waits && one.is === 'open' && one.not !== true);
  });
}
