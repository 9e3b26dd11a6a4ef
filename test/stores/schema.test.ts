import { StoreUnavailable } from '../../src/store';
import { parseDocument, printDocument, readDocument, readKind } from '../../src/stores/schema';
import { Unstorable } from '../../src/store';
import { customer, lease } from '../contracts/store-documents';

describe('reading a stored document', () => {
  it('gives back what was printed', () => {
    expect(parseDocument('lease', printDocument(lease('a'), 'partner-a'), 'a')).toStrictEqual(lease('a'));
  });

  it('leaves fields alone that this version does not know', () => {
    expect(readDocument('lease', { ...lease('a'), later: [1] }, 'a')).toHaveProperty('later', [1]);
  });

  it.each<readonly [string, unknown]>([
    ['no object', 'text'],
    ['a list', [lease('a')]],
    ['no format', { ...lease('a'), format: undefined }],
    ['a broken format', { ...lease('a'), format: 1.5 }],
    ['another kind', customer('a')],
    ['no id', { ...lease('a'), id: undefined }],
    ['a time that is text', { ...lease('a'), dueAt: 'soon' }],
  ])('says that the data are damaged: %s', (_what, value) => {
    expect(() => readDocument('lease', value, 'lease:a')).toThrow(StoreUnavailable);
    expect(() => readDocument('lease', value, 'lease:a')).toThrow(/lease:a/);
  });

  it('says that the data are damaged when they are no JSON', () => {
    expect(() => parseDocument('lease', '{', 'lease:a')).toThrow(StoreUnavailable);
  });

  it('tells the operator which version to run when a newer one has written', () => {
    const read = (): unknown => readDocument('lease', { ...lease('a'), format: 7 }, 'lease:a');

    expect(read).toThrow(/format 7; this version knows 1/);
    expect(read).toThrow(expect.objectContaining({ remedy: expect.stringContaining('on every replica') as string }));
    expect(() => readKind('hologram', 'hologram:a')).toThrow(StoreUnavailable);
    expect(() => readKind('constructor', 'x')).toThrow(StoreUnavailable);
  });
});

describe('printing a document', () => {
  const name = (text: string) => customer('a', { customer: { id: 'a', name: text } });

  it.each([
    ['of another partner', lease('a', 1, { partnerId: 'partner-b' })],
    ['with an id that Cosmos refuses', lease('a', 1, { id: 'lease:a/b' })],
    ['with an id that has blanks', lease('a', 1, { id: 'lease:a b' })],
    ['with an empty id', lease('a', 1, { id: '' })],
    ['with an id that is too long', lease('a', 1, { id: `lease:${'a'.repeat(1100)}` })],
    ['that is far too large', name('x'.repeat(262_144))],
    ['that is far too large in bytes only', name('ü'.repeat(140_000))],
  ])('refuses one %s', (_what, document) => {
    expect(() => printDocument(document, 'partner-a')).toThrow(Unstorable);
  });

  it('takes one that is just not too large', () => {
    expect(printDocument(name('ü'.repeat(130_000)), 'partner-a')).toContain('üü');
  });
});
