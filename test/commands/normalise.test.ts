import { normalise, TEXT_LIMIT } from '../../src/commands/normalise';
import { fold, tokenise } from '../../src/commands/token';

describe('normalise', () => {
  it.each([
    ['<at>Handshake</at> status Contoso', 'status Contoso'],
    ['Hi <at id="0">Handshake</at>,&nbsp;is A&amp;B Ltd in?', 'Hi , is A&B Ltd in?'],
    ['“Margie’s Travel”', '"Margie\'s Travel"'],
    ['<p>status&nbsp;Contoso</p>', 'status Contoso'],
    ['ｓｔａｔｕｓ　Contoso', 'status Contoso'],
    ['a\r\n\r\n b', 'a\nb'],
    ['1 < 2 & 3 > 2', '1 < 2 & 3 > 2'],
  ])('%j', (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it('cuts long text at a word, and never inside a character', () => {
    expect(normalise('word '.repeat(2000)).length).toBeLessThanOrEqual(TEXT_LIMIT);
    expect(normalise('😀'.repeat(2000))).toMatch(/^(?:😀)+$/u);
  });
});

describe('tokenise', () => {
  const kinds = (text: string) => tokenise(text).map((token) => `${token.kind}:${token.raw}`);

  it.each([
    ['A. Datum St. Mary', ['word:A.', 'word:Datum', 'word:St.', 'word:Mary']],
    ['"City & Co" -> x', ['quoted:City & Co', 'arrow:->', 'word:x']],
    ["l'Oréal O'Neill", ["word:l'", 'word:Oréal', "word:O'Neill"]],
    ['contoso.com, AC-10482', ['domain:contoso.com', 'mark:,', 'id:AC-10482']],
    ['https://www.contoso.com/x?', ['domain:https://www.contoso.com/x', 'mark:?']],
    ["'Margie's Travel' in", ["quoted:Margie's Travel", 'word:in']],
    ['at 8:30', ['word:at', 'word:8:30']],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('keeps offsets into the text', () => {
    const text = 'is "The Phone Company" in?';
    for (const token of tokenise(text)) expect(text.slice(token.start, token.end)).toContain(token.raw);
  });

  it('folds accents and apostrophes', () => {
    expect(fold("Überprüfe Straße l'État")).toBe('uberprufe strasse letat');
  });
});
