import { observeRow } from '../../src/domain/observe-row';
import { ignoreAccount, pickCustomer } from '../../src/domain/mapping';
import { followCustomer } from '../../src/domain/follow-customer';
import { newsOwed, noteTold } from '../../src/domain/news';
import { settle } from '../../src/domain/settle';
import { beginWrite, noteWritten, writeBackWork } from '../../src/domain/write-backs';
import type { AccountRecord } from '../../src/domain/account';
import type { Ruling } from '../../src/domain/mapping';
import { account, ana, ben, row, stamp, T0 } from '../builders';

const contoso = { customer: { id: 'c1', name: 'Contoso Limited' }, evidence: [] };

function decided(ruling: Ruling): AccountRecord {
  if (ruling.ruling !== 'decided') throw new Error(`expected a decision, got ${ruling.ruling}`);
  return ruling.record;
}

const mappedWithRow = (): AccountRecord => decided(pickCustomer(account({ rows: [row()] }), contoso, stamp(ana)));

describe('what is decided in Work 365 itself', () => {
  it('is adopted when nothing of ours waits', () => {
    const adopted = observeRow(
      account(),
      row({ customerId: 'c1', customerName: 'Contoso Limited', modifiedBy: 'Kim' }),
      T0,
    );

    expect(adopted.mapping).toEqual({
      state: 'mapped',
      customer: { id: 'c1', name: 'Contoso Limited' },
      by: { kind: 'work365', name: 'Kim' },
      at: T0,
      decisionId: 'work365:row-1:W/"1"',
      teaches: true,
    });
    expect(adopted.decisions).toEqual([
      {
        id: 'work365:row-1:W/"1"',
        at: T0,
        by: { kind: 'work365', name: 'Kim' },
        verdict: 'mapped',
        customer: { id: 'c1', name: 'Contoso Limited' },
        before: { state: 'open' },
      },
    ]);
    expect(adopted.writeBack).toEqual({ state: 'written', writtenVersion: adopted.version, attempts: 0 });
    expect(adopted.dueAt).toBeUndefined();
  });

  it('reopens an account whose row was cleared there', () => {
    const mapped = account({ rows: [row({ customerId: 'c1', customerName: 'Contoso Limited' })] });

    const opened = observeRow(mapped, row({ etag: 'W/"3"' }), T0);

    expect(opened.mapping).toEqual({ state: 'open' });
    expect(opened.decisions.at(-1)).toMatchObject({
      verdict: 'reopened',
      by: { kind: 'work365' },
      customer: { id: 'c1', name: 'Contoso Limited' },
      before: { state: 'mapped' },
    });
    expect(opened.writeBack).toEqual({ state: 'idle', writtenVersion: opened.version, attempts: 0 });
  });

  it('does not reopen what we called no customer', () => {
    const ignored = decided(ignoreAccount(account({ rows: [row()] }), stamp()));

    expect(observeRow(ignored, row({ etag: 'W/"3"' }), T0).mapping.state).toBe('ignored');
  });

  it('is a conflict when ours waits to be written', () => {
    const mapped = decided(pickCustomer(account(), contoso, stamp(ben)));

    const seen = observeRow(mapped, row({ customerId: 'c9', customerName: 'Other Co' }), T0);

    expect(seen.mapping).toMatchObject({ customer: { id: 'c1' } });
    expect(seen.writeBack).toMatchObject({ state: 'conflict', theirs: { customer: { id: 'c9' }, replaced: false } });
  });

  it('says nothing while a write of ours is under way', () => {
    const begun = beginWrite(mappedWithRow(), T0);

    expect(observeRow(begun, row({ etag: 'W/"7"', customerId: 'c9' }), T0)).toBe(begun);
  });

  it('is not believed of a listing that read the row before our own write', () => {
    const begun = beginWrite(mappedWithRow(), T0);
    const written = noteWritten(begun, row({ etag: 'W/"2"', customerId: 'c1' }), 'c1', T0 + 100);
    const stale = row({ etag: 'W/"1"', customerId: 'c9', customerName: 'Other Co' });

    expect(observeRow(written, stale, T0 + 500, T0 + 99)).toBe(written);
    expect(observeRow(written, { ...stale, etag: 'W/"3"' }, T0 + 500, T0 + 101).writeBack).toMatchObject({
      state: 'conflict',
      theirs: { customer: { id: 'c9' } },
    });
  });

  it('is no news when the row is as we know it', () => {
    const record = account({ rows: [row()] });

    expect(observeRow(record, row(), T0 + 1)).toBe(record);
  });
});

/** A person's decision that Work 365 had, and what somebody then did there. */
describe('what is done in Work 365 against a decision made here', () => {
  const written = (): AccountRecord =>
    noteWritten(beginWrite(mappedWithRow(), T0), row({ etag: 'W/"2"', customerId: 'c1' }), 'c1', T0 + 100);
  const other = row({ etag: 'W/"3"', customerId: 'c9', customerName: 'Other Co', modifiedBy: 'Kim' });

  it('is a contradiction, and the decision stays', () => {
    const before = written();
    const seen = observeRow(before, other, T0 + 500);

    expect(seen.mapping).toEqual(before.mapping);
    expect(seen.decisions).toHaveLength(1);
    expect(seen.writeBack).toMatchObject({
      state: 'conflict',
      theirs: { customer: { id: 'c9', name: 'Other Co' }, by: 'Kim', replaced: true },
    });
    expect(newsOwed(seen)).toMatchObject([{ about: 'contradicted' }]);
  });

  it('is a contradiction as well when the row is cleared', () => {
    const seen = observeRow(written(), row({ etag: 'W/"3"', modifiedBy: 'Kim' }), T0 + 500);

    expect(seen.mapping.state).toBe('mapped');
    expect(seen.writeBack).toMatchObject({ state: 'conflict', theirs: { by: 'Kim', replaced: true } });
    expect(seen.writeBack.theirs?.customer).toBeUndefined();
  });

  it('is a contradiction when they map what a person here called no customer', () => {
    const ignored = decided(ignoreAccount(account({ rows: [row()] }), stamp()));

    expect(observeRow(ignored, other, T0 + 500)).toMatchObject({
      mapping: { state: 'ignored' },
      writeBack: { state: 'conflict', theirs: { customer: { id: 'c9' }, replaced: true } },
    });
  });

  it('is over when Work 365 says again what we do', () => {
    const back = observeRow(
      observeRow(written(), other, T0 + 500),
      row({ etag: 'W/"4"', customerId: 'c1', customerName: 'Contoso Limited' }),
      T0 + 600,
    );

    expect(back.writeBack).toMatchObject({ state: 'written', writtenVersion: back.mappingVersion });
    expect(back.writeBack.theirs).toBeUndefined();
    expect(newsOwed(back)).toEqual([]);
  });

  it('is told anew when they choose yet another customer', () => {
    const first = observeRow(written(), other, T0 + 500);
    const told = settle(
      newsOwed(first).reduce((r, news) => noteTold(r, news, ['chat'], T0 + 501), first),
      T0 + 501,
    );
    const second = observeRow(told, { ...other, etag: 'W/"5"', customerId: 'c8', customerName: 'Third Co' }, T0 + 600);

    expect(newsOwed(told)).toEqual([]);
    expect(newsOwed(second)).toMatchObject([{ about: 'contradicted' }]);
    expect(second.writeBack.theirs).toMatchObject({ customer: { id: 'c8' }, replaced: true });
  });

  it('is another message when they choose the first one again after another, and each is posted by itself', () => {
    const chosen = [
      other,
      { ...other, etag: 'W/"5"', customerId: 'c8', customerName: 'Third Co' },
      { ...other, etag: 'W/"6"' },
    ];
    const told = chosen.reduce((before, theirs, n) => {
      const at = T0 + 500 + n;
      const seen = observeRow(before, theirs, at);
      return settle(
        newsOwed(seen).reduce((r, news) => noteTold(r, news, ['chat'], at), seen),
        at,
      );
    }, written());
    const ids = told.notices.filter(({ reason }) => reason === 'news').map(({ id }) => id);

    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(3);
  });

  it('is nobody’s decision when the row was deleted and made anew: ours is written to it', () => {
    const anew = observeRow(written(), row({ rowId: 'row-2', etag: 'W/"1"' }), T0 + 500);

    expect(anew.writeBack).toMatchObject({ state: 'owed' });
    expect(writeBackWork(anew)).toMatchObject({ work: 'write', rowId: 'row-2', customerId: 'c1' });
  });

  it('is nobody’s decision when the customer was deleted, which clears the row', () => {
    const gone = followCustomer(written(), { name: 'Contoso Limited', isThere: false }, T0 + 400);
    const cleared = observeRow(gone, row({ etag: 'W/"3"' }), T0 + 500);

    expect(cleared.writeBack).toMatchObject({ state: 'refused', refusal: { kind: 'customer-gone' } });
    const late = followCustomer(
      observeRow(written(), row({ etag: 'W/"3"' }), T0 + 500),
      { name: 'Contoso Limited', isThere: false },
      T0 + 600,
    );
    expect(late.writeBack).toMatchObject({ state: 'refused', refusal: { kind: 'customer-gone' } });
    const back = followCustomer(cleared, { name: 'Contoso Limited', isThere: true }, T0 + 700);
    expect(writeBackWork(back)).toMatchObject({ work: 'write', customerId: 'c1' });
  });
});

describe('a customer that is not what it was', () => {
  it('has its new name on the mapping, and the one under which it was chosen', () => {
    const before = mappedWithRow();
    const once = followCustomer(before, { name: 'Contoso Group', isThere: true }, T0 + 1);
    const twice = followCustomer(once, { name: 'Contoso Holding', isThere: true }, T0 + 2);

    expect(twice.version).toBe(before.version + 2);
    expect(twice.mapping).toMatchObject({
      customer: { id: 'c1', name: 'Contoso Holding' },
      chosenAs: 'Contoso Limited',
    });
    const back = followCustomer(twice, { name: 'Contoso Limited', isThere: true }, T0 + 3);
    expect(back.mapping).toEqual(before.mapping);
    expect(followCustomer(back, { name: 'Contoso Limited', isThere: true }, T0 + 4)).toBe(back);
  });

  it('is told to be gone, once', () => {
    const gone = followCustomer(mappedWithRow(), { name: 'Contoso Limited', isThere: false }, T0 + 1);

    expect(gone.mapping).toMatchObject({ customerGoneAt: T0 + 1 });
    expect(newsOwed(gone)).toMatchObject([{ about: 'customer-gone' }]);
    expect(followCustomer(gone, { name: 'Contoso Limited', isThere: false }, T0 + 2)).toBe(gone);
  });
});
