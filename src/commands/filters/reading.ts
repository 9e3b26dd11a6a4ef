import type { Duration, Span } from '../../domain/span';
import type { WhoAsked } from '../../domain/asked-filter';
import { KIND_OF, takesSpan } from './drafts';
import type { FilterDraft, Kind } from './drafts';
import type { FilterStep } from './steps';
import type { TimeSaid } from './times';

type ConditionStep = Extract<FilterStep, { readonly step: 'condition' }>;

/** Goes through the steps of one question and keeps what they say together. */
export class FilterReading {
  readonly drafts: FilterDraft[] = [];
  readonly unclear: string[] = [];
  who: WhoAsked | undefined;
  private negated = false;
  private clause = 0;
  private pendingSpan: { readonly span: Span; readonly words: string } | undefined;
  private pendingDuration: { readonly longer: Duration; readonly shorter: boolean } | undefined;

  constructor(private readonly steps: readonly FilterStep[]) {}

  read(): this {
    this.steps.forEach((step, at) => {
      this.take(step, at);
    });
    this.endClause();
    this.settle();
    return this;
  }

  private take(step: FilterStep, at: number): void {
    switch (step.step) {
      case 'condition':
        this.condition(step, at);
        return;
      case 'not':
        this.negated = true;
        return;
      case 'except':
        this.endClause();
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
        this.time(step.time, step.words);
        return;
      case 'soon':
        this.span({ next: { count: 30, unit: 'day' } }, '');
        return;
      case 'who':
        if (this.who === undefined) this.who = { name: step.name };
        else this.unclear.push(step.name);
        return;
      case 'work365-did':
        this.who = { name: 'Work 365' };
        return;
      case 'me':
      case 'by-me':
        this.who ??= 'me';
        return;
      case 'place':
        this.begin('place').place = step.name;
        return;
      case 'left-out':
        this.leftOut(step.name);
        return;
      case 'unclear':
        this.unclear.push(step.words);
        return;
      default:
        return;
    }
  }

  private time(time: TimeSaid, words: string): void {
    if (time.time === 'span') this.span(time.span, words);
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
    const known = this.drafts.find(
      // "In Germany but not in Austria" are two.
      (draft) =>
        draft.kind === kind && draft.clause === this.clause && !(kind === 'country' && this.negated && !draft.not),
    );
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
    if (kind === 'country' && !this.negated) {
      const joined = this.drafts.at(-1);
      if (joined?.kind === 'country') joined.clause = this.clause;
    }
    if (this.waitsForIt(word)) return undefined;
    return kind;
  }

  /** "Waiting for their mapping", "warten auf Zuordnung": what they wait for is not what they are. */
  private waitsForIt(word: ConditionStep['word']): boolean {
    const before = this.drafts.at(-1);
    if (before?.clause !== this.clause || this.negated) return false;
    if (word === 'wait' && before.kind === 'mapped' && !before.not) before.kind = 'open';
    return word === 'mapped' && before.kind === 'waiting';
  }

  private leftOut(name: string): void {
    const known = this.drafts.find(({ kind, not }) => kind === 'company' && not);
    this.negated = true;
    (known ?? this.begin('company')).names.push(name);
    this.negated = false;
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
    const draft: FilterDraft = { kind, not: this.negated, clause: this.clause, countries: [], names: [] };
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

  private span(span: Span, words: string): void {
    // "But not this week": of whom, nobody said in a way that a list can take.
    if (this.negated && this.last() === undefined) {
      this.negated = false;
      this.unclear.push(words);
      return;
    }
    const draft = this.drafts.findLast((one) => takesSpan(one));
    if (draft !== undefined && draft.clause === this.clause) draft.span = span;
    else if (this.pendingSpan === undefined) this.pendingSpan = { span, words };
    else this.unclear.push(words);
  }

  private dated(draft: FilterDraft): void {
    if (this.pendingSpan !== undefined) draft.span = this.pendingSpan.span;
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
      this.unclear.push(this.pendingSpan.words);
      return;
    }
    // "Open ones of this week" have accepted this week.
    this.dated(dated ?? this.begin('accepted'));
  }
}

const PLACED: ReadonlySet<Kind> = new Set<Kind>(['open', 'waiting', 'country', 'place', 'company']);
