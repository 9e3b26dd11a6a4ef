/** Texts that make a reader of text work hardest: repeats that nearly match, and what unpacks, folds or joins. */
export const UNITS: readonly (readonly [string, string])[] = [
  ['spaces', ' '],
  ['line breaks', '\n'],
  ['open tags', '<'],
  ['mentions that do not end', '<at>'],
  ['mentions', '<at>x</at>'],
  ['tags that do not end', '<p '],
  ['entities', '&amp;'],
  ['entities that do not end', '&amp'],
  ['ligatures that unfold', '\ufdfa'],
  ['combining marks', 'a\u0301\u0316'],
  ['only marks', '\u0301'],
  ['unseen', '\u200b'],
  ['direction', '\u202e'],
  ['half pairs', '\ud800'],
  ['emoji', '👩‍👩‍👧‍👦'],
  ['letters', 'a'],
  ['words of one letter', 'a '],
  ['words', 'contoso '],
  ['distinct words', '#'],
  ['capitals', 'Contoso Ltd '],
  ['quotes', '"'],
  ['quoted', '"a" '],
  ['apostrophes', "'"],
  ["it's", "it's "],
  ['dashes', '-'],
  ['arrows', '->'],
  ['arrows with words', 'a -> b '],
  ['commas', ','],
  ['lists', 'Contoso, '],
  ['and', 'and '],
  ['list and', 'Contoso and Fabrikam, '],
  ['status', 'is Contoso accepted? '],
  ['status without ends', 'is Contoso accepted '],
  ['map to', 'map a to b '],
  ['to', 'to '],
  ['is', 'is '],
  ['questions', '?'],
  ['full stops', '. '],
  ['domains', 'contoso.com '],
  ['dots', 'a.'],
  ['addresses', 'a@b.c '],
  ['digits', '1'],
  ['numbers', '12 34 '],
  ['clocks', '9:00 '],
  ['ids', '22222222-2222-4222-8222-000000000001 '],
  ['polite', 'please '],
  ['negations', 'not '],
  ['german', 'ist Contoso schon angenommen '],
  ['compounds', 'lizenzverwaltungs'],
  ['misspelt', 'acepted maped unmaped '],
  ['who mapped', 'who mapped '],
  ['digest', 'digest daily at 9 '],
  ['watch', 'tell me when Contoso accepts '],
  ['parentheses', '('],
  ['cjk', '株式会社'],
  ['arabic', 'شركة '],
  ['legal forms', 'GmbH & Co. KG '],
  ['prototype', '__proto__ constructor '],
  ['company names', 'Company 17 of Leeds '],
  ['quoted words', '"Contoso'],
  ['invisible words', 'c\u200bo\u200b '],
  ['json', '{"a":'],
  ['brackets', '['],
  ['questions joined', 'and is '],
  ['who and who', 'and who mapped x '],
  ['is and', 'is contoso accepted and is fabrikam accepted and '],
  ['commas and', 'a, b and '],
  ['watch and then', 'tell me when contoso accepts and then '],
  ['map and map', 'map Contoso to Fabrikam and '],
  ['short questions', 'is a ok? '],
  ['they', 'are they ok? '],
  ['numbered lines', '1. Contoso\n'],
  ['lines that ask', 'is Contoso ok\n'],
  ['rows of a table', 'Contoso\tLeeds\n'],
];

export interface Worst {
  readonly what: string;
  /** Fields of an activity; as JSON where they are deeper than what can be written out again. */
  readonly activity: object | string;
}

export function repeated(unit: string, length: number): string {
  if (unit === '#')
    return Array.from({ length }, (_, n) => `w${n.toString(36)}x `)
      .join('')
      .slice(0, length);
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

/** What Teams takes for a message at most, in UTF-16 units of two bytes. */
const WHOLE_MESSAGE = 14_000;

function texts(): Worst[] {
  return [1_000, 8_000, WHOLE_MESSAGE].flatMap((length) =>
    UNITS.flatMap(([what, unit]) => [
      { what: `${length} of ${what}`, activity: { text: repeated(unit, length) } },
      { what: `${length} of ${what}, asked`, activity: { text: `is ${repeated(unit, length - 14)} accepted?` } },
    ]),
  );
}

function searches(): Worst[] {
  return UNITS.map(([what, unit]) => {
    const queryText = repeated(unit, 40_000);
    const value = { queryText, queryOptions: { skip: 0, top: 15 }, dataset: 'customers' };
    return { what: `search of ${what}`, activity: { type: 'invoke', name: 'application/search', value } };
  });
}

function clicks(): Worst[] {
  return UNITS.flatMap(([what, unit]) =>
    ['watch', 'invite', 'type', 'search'].map((verb) => {
      const typed = repeated(unit, 300);
      const own = verb === 'type' ? { line: typed } : verb === 'invite' ? { company: typed } : { query: typed };
      const data = { handshake: 1, verb, accountId: 'account:p:t', ...own };
      const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
      return { what: `${verb} of ${what}`, activity: { type: 'invoke', name: 'adaptiveCard/action', value } };
    }),
  );
}

function clicked(data: object): object {
  const value = { action: { type: 'Action.Execute', verb: 'x', data: { handshake: 1, ...data } }, trigger: 'manual' };
  return { type: 'invoke', name: 'adaptiveCard/action', value };
}

/** JSON as large as the door lets in, and what makes much work of little. */
function shapes(): Worst[] {
  const mention = { type: 'mention', text: ' ', mentioned: { id: '28:22222222-2222-4222-8222-222222222222' } };
  const nested = (depth: number) => `${'{"a":['.repeat(depth)}1${']}'.repeat(depth)}`;
  const wide = Object.fromEntries(Array.from({ length: 12_000 }, (_, n) => [`k${n}`, n]));
  const list = { verb: 'list', what: 'unmapped', offset: 0 };
  const leftOut = { is: 'company', not: true, names: Array.from({ length: 20 }, (_, n) => `Company ${n} of nowhere`) };
  const periods = Array(8).fill({ is: 'accepted', span: { last: { count: 1_000, unit: 'year' } } });
  const html = (content: string) => Array(18).fill({ contentType: 'text/html', content });
  const submitted = (value: unknown) => ({ value, text: undefined });
  return [
    { what: '1,800 mentions of " "', activity: { text: ' '.repeat(8_000), entities: Array(1_800).fill(mention) } },
    {
      what: '50 mentions of "a" in 8,000 of them',
      activity: { text: 'a'.repeat(8_000), entities: Array(50).fill({ ...mention, text: 'a' }) },
    },
    { what: 'JSON 18,000 deep as value', activity: `"value":${nested(18_000)}` },
    { what: 'JSON 18,000 deep as text', activity: submitted(nested(18_000)) },
    { what: 'JSON 12,000 wide as value', activity: submitted(wide) },
    { what: 'JSON 12,000 wide as text', activity: submitted(JSON.stringify(wide)) },
    { what: 'JSON 12,000 wide beside', activity: { ...wide, text: 'help' } },
    { what: 'JSON 18,000 deep beside', activity: `"text":"help","channelData":${nested(18_000)}` },
    { what: '150 KB of braces as value', activity: submitted('{'.repeat(150_000)) },
    { what: '150 KB of spaces as value', activity: submitted(' '.repeat(150_000)) },
    { what: '150 KB of name', activity: { type: 'invoke', name: 'a'.repeat(150_000) } },
    {
      what: '75,000 rows of a review',
      activity: clicked({ verb: 'review-save', rows: Array(75_000).fill(1), since: 0, done: 0 }),
    },
    {
      what: '40,000 names of a filter',
      activity: clicked({ ...list, filter: [{ is: 'company', names: Array(40_000).fill('a') }] }),
    },
    { what: '20 names of a filter that leaves out', activity: clicked({ ...list, filter: [leftOut] }) },
    { what: 'a list of periods', activity: clicked({ ...list, filter: periods }) },
    ...[
      '<blockquote schema.skype.com/Reply',
      '<p itemprop="preview"',
      '<blockquote schema.skype.com/Reply itemid="1">',
    ].map((tag) => ({
      what: `18 times 8,000 of ${tag}`,
      activity: { text: 'help', attachments: html(repeated(tag, 8_000)) },
    })),
    { what: 'what is kept of me', activity: { text: 'what is kept of me?' } },
    { what: '150 KB of zone', activity: { localTimestamp: '+1'.repeat(75_000), text: 'help' } },
  ];
}

export function worstActivities(): Worst[] {
  return [...shapes(), ...texts(), ...searches(), ...clicks()];
}
