import { StoreUnavailable } from '../../src/store';
import type { Store } from '../../src/store';
import { customer, insert, lease, watch } from './store-documents';

/** What goes in comes out; what could not come out is not let in. */
export function contentContract(store: () => Store): void {
  const hostile = '"\\ \u0000 \u2028 \u{1f91d} é é ﬀ שלום \ud800 </script> {{x}} ${x}';

  it.each([
    ['text of every sort', { name: hostile }],
    ['large and odd numbers', { name: 'n', number: String(Number.MAX_SAFE_INTEGER) }],
    ['empty text', { name: '', website: '', city: '' }],
    ['empty and nested lists', { name: 'n', mailDomains: ['', 'a.example', hostile] }],
  ])('gives back a document with %s as it was', async (_what, fields) => {
    const document = customer('content', { customer: { id: 'content', ...fields } });
    await insert(store(), document);

    expect((await store().read('customer', document.id))?.document).toStrictEqual(document);
  });

  it.each([0, -1, 0.1, 1e21, 5e-324, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, Number.MAX_VALUE])(
    'gives back the number %p as it was',
    async (until) => {
      const document = lease('number', 1, { until });
      await insert(store(), document);

      expect((await store().read('lease', document.id))?.document).toStrictEqual(document);
    },
  );

  it('stores no field that is undefined', async () => {
    const loose = { ...lease('a'), dueAt: undefined } as unknown as ReturnType<typeof lease>;
    await insert(store(), loose);

    expect((await store().read('lease', loose.id))?.document).toStrictEqual(lease('a'));
  });

  it('gives back a document that nobody else holds', async () => {
    await insert(store(), customer('a', { customer: { id: 'a', name: 'n', mailDomains: ['a.example'] } }));
    const first = await store().read('customer', customer('a').id);
    (first?.document.customer.mailDomains as string[]).push('changed.example');

    expect((await store().read('customer', customer('a').id))?.document.customer.mailDomains).toEqual(['a.example']);
  });

  it('takes ids made of what Teams calls conversations', async () => {
    const document = watch('19:meeting_/#?\\ %~@thread.v2;messageid=17');
    await insert(store(), document);

    expect((await store().read('watch', document.id))?.document).toEqual(document);
  });

  it('refuses loudly a document of another partner, an id that not every store takes, and one far too large', async () => {
    const tooLarge = customer('large', { customer: { id: 'large', name: 'x'.repeat(300_000) } });
    const refused = [lease('a', 1, { partnerId: 'partner-b' }), lease('a', 1, { id: 'a/b' }), tooLarge];

    for (const document of refused) {
      await expect(store().write({ write: 'insert', document })).rejects.toThrow();
      await expect(store().writeAll([{ write: 'insert', document }])).rejects.toThrow();
    }
    expect((await store().changes(undefined, 10)).items).toEqual([]);
  });

  it('says that a newer version has written a document; lists, debts and changes go on without it (S27)', async () => {
    const newer = watch('newer', { format: 99, dueAt: 1 });
    const known = watch('known', { dueAt: 1 });
    for (const document of [newer, known]) await insert(store(), document);

    await expect(store().read('watch', newer.id)).rejects.toThrow(StoreUnavailable);
    await expect(store().read('watch', newer.id)).rejects.toThrow(/format 99/);
    const pages = [
      await store().list('watch', { limit: 10 }),
      await store().due('watch', 2, { limit: 10 }),
      await store().changes(undefined, 10),
    ];
    expect(pages.map(({ items }) => items.map(({ document }) => document.id))).toEqual([
      [known.id],
      [known.id],
      [known.id],
    ]);
    expect(store().unread()).toEqual([
      { kind: 'watch', id: newer.id, reason: expect.stringContaining('format 99'), remedy: expect.any(String) },
    ]);
  });
}
