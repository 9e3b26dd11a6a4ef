import fc from 'fast-check';
import type { AccountRecord } from '../../src/domain/account';
import { ignoreAccount, pickCustomer, reopenAccount, setTeaches, undoDecision } from '../../src/domain/mapping';
import type { Ruling } from '../../src/domain/mapping';
import { account, ana, ben, stamp, T0 } from '../builders';

const contoso = { customer: { id: 'c1', name: 'Contoso Limited' }, evidence: [] };
const fabrikam = { customer: { id: 'c2', name: 'Fabrikam Inc' }, evidence: [] };

function decided(ruling: Ruling): AccountRecord {
  if (ruling.ruling !== 'decided') throw new Error(`expected a decision, got ${ruling.ruling}`);
  return ruling.record;
}

describe('picking a customer', () => {
  it('maps an open account and raises the version', () => {
    const open = account();

    const mapped = decided(pickCustomer(open, contoso, stamp()));

    expect(mapped.mapping).toMatchObject({ state: 'mapped', customer: contoso.customer, by: ana, teaches: true });
    expect(mapped.version).toBe(open.version + 1);
    expect(mapped.mappingVersion).toBe(mapped.version);
    expect(mapped.decisions).toHaveLength(1);
  });

  it('lets the first click win and names the winner to the second', () => {
    const mapped = decided(pickCustomer(account(), contoso, stamp(ana)));

    const second = pickCustomer(mapped, fabrikam, stamp(ben));

    expect(second).toEqual({ ruling: 'taken', record: mapped });
  });

  it('tells the second person so too when both chose the same customer', () => {
    const mapped = decided(pickCustomer(account(), contoso, stamp(ana)));

    expect(pickCustomer(mapped, contoso, stamp(ben)).ruling).toBe('taken');
  });

  it('changes nothing when the same person clicks again, or Teams delivers the click again', () => {
    const click = stamp(ana);
    const mapped = decided(pickCustomer(account(), contoso, click));

    expect(pickCustomer(mapped, contoso, stamp(ana))).toEqual({ ruling: 'unchanged', record: mapped });
    expect(pickCustomer(mapped, contoso, click)).toEqual({ ruling: 'unchanged', record: mapped });
  });

  it('does not repeat a click that was undone since and comes again', () => {
    const click = stamp(ana);
    const mapped = decided(pickCustomer(account(), contoso, click));
    const undone = decided(undoDecision(mapped, click.id, stamp(ben)));

    expect(pickCustomer(undone, contoso, click)).toEqual({ ruling: 'unchanged', record: undone });
  });

  it('maps anew only when the person saw the decision that stands', () => {
    const first = stamp(ana);
    const mapped = decided(pickCustomer(account(), contoso, first));

    const remapped = decided(pickCustomer(mapped, { ...fabrikam, replaces: first.id }, stamp(ben)));

    expect(remapped.mapping).toMatchObject({ customer: fabrikam.customer, by: ben });
    expect(pickCustomer(remapped, { ...contoso, replaces: first.id }, stamp(ana)).ruling).toBe('stale');
  });
});

describe('not a customer', () => {
  it('closes an open account without a customer', () => {
    const ignored = decided(ignoreAccount(account(), stamp()));

    expect(ignored.mapping).toMatchObject({ state: 'ignored', by: ana });
    expect(ignoreAccount(ignored, stamp(ben)).ruling).toBe('taken');
    expect(ignoreAccount(ignored, stamp(ana)).ruling).toBe('unchanged');
  });

  it('does not overrule a mapping', () => {
    const mapped = decided(pickCustomer(account(), contoso, stamp(ana)));

    expect(ignoreAccount(mapped, stamp(ben)).ruling).toBe('taken');
  });
});

describe('taking back', () => {
  it('undo brings back what was there before, and both decisions stay in the story', () => {
    const first = stamp(ana);
    const mapped = decided(pickCustomer(account(), contoso, first));
    const second = stamp(ben);
    const remapped = decided(pickCustomer(mapped, { ...fabrikam, replaces: first.id }, second));

    const back = decided(undoDecision(remapped, second.id, stamp(ana)));

    expect(back.mapping).toMatchObject({ state: 'mapped', customer: contoso.customer, decisionId: first.id });
    expect(back.decisions.map((d) => d.verdict)).toEqual(['mapped', 'mapped', 'undone']);
    expect(decided(undoDecision(back, first.id, stamp(ana))).mapping).toEqual({ state: 'open' });
  });

  it('refuses to undo a decision that is not the current one', () => {
    const first = stamp(ana);
    const mapped = decided(pickCustomer(account(), contoso, first));
    const remapped = decided(pickCustomer(mapped, { ...fabrikam, replaces: first.id }, stamp(ben)));

    expect(undoDecision(remapped, first.id, stamp(ana)).ruling).toBe('stale');
  });

  it('says that there is nothing to undo on an open account', () => {
    expect(undoDecision(account(), 'any', stamp()).ruling).toBe('nothing-to-undo');
  });

  it('knows a repeated undo', () => {
    const first = stamp(ana);
    const mapped = decided(pickCustomer(account(), contoso, first));
    const undone = decided(undoDecision(mapped, first.id, stamp(ana)));

    expect(undoDecision(undone, first.id, stamp(ana)).ruling).toBe('unchanged');
    expect(undoDecision(undone, first.id, stamp(ben)).ruling).toBe('taken');
  });

  it('reopens for both when somebody disagrees', () => {
    const first = stamp(ana);
    const mapped = decided(pickCustomer(account(), contoso, first));

    const open = decided(reopenAccount(mapped, first.id, stamp(ben)));

    expect(open.mapping).toEqual({ state: 'open' });
    expect(open.decisions.at(-1)).toMatchObject({ verdict: 'reopened', customer: contoso.customer, by: ben });
  });
});

describe('learned names', () => {
  it('a mapping teaches its name until somebody takes it back', () => {
    const mapped = decided(pickCustomer(account(), contoso, stamp()));

    const forgotten = setTeaches(mapped, false, T0);

    expect(forgotten.mapping).toMatchObject({ teaches: false });
    expect(forgotten.version).toBe(mapped.version + 1);
    expect(forgotten.mappingVersion).toBe(mapped.mappingVersion);
    expect(setTeaches(forgotten, false, T0)).toBe(forgotten);
  });
});

describe('whatever people click, in whatever order', () => {
  const click = fc.record({
    verb: fc.constantFrom('pick', 'ignore', 'reopen', 'undo', 'repeat' as const),
    who: fc.constantFrom(ana, ben),
    customer: fc.constantFrom(contoso, fabrikam),
    seesCurrent: fc.boolean(),
  });

  it('keeps the record consistent', () => {
    fc.assert(
      fc.property(fc.array(click, { maxLength: 25 }), (clicks) => {
        let record = account();
        let last = stamp(ana);
        for (const { verb, who, customer, seesCurrent } of clicks) {
          const seen = record.mapping.state === 'open' || !seesCurrent ? 'other' : record.mapping.decisionId;
          const use = verb === 'repeat' ? last : stamp(who);
          last = use;
          const ruling =
            verb === 'ignore'
              ? ignoreAccount(record, use)
              : verb === 'reopen'
                ? reopenAccount(record, seen, use)
                : verb === 'undo'
                  ? undoDecision(record, seen, use)
                  : pickCustomer(record, seen === 'other' ? customer : { ...customer, replaces: seen }, use);
          if (ruling.ruling === 'decided') {
            expect(ruling.record.version).toBe(record.version + 1);
            expect(ruling.record.decisions).toHaveLength(record.decisions.length + 1);
          } else {
            expect(ruling.record).toBe(record);
          }
          record = ruling.record;
          const ids = record.decisions.map((d) => d.id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(record.mappingVersion).toBeLessThanOrEqual(record.version);
          if (record.mapping.state !== 'open') expect(ids).toContain(record.mapping.decisionId);
        }
      }),
      { seed: 20260503, numRuns: 300 },
    );
  });
});
