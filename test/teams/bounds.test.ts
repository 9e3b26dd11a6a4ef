import { bounded, parseActivity, parseSearch, unpacked } from '../../src/teams/schema';
import { activity } from './stand';

/** What of the largest accepted activity is looked at: counted, since each entry costs time. */

const MENTION = { type: 'mention', text: ' ', mentioned: { id: '28:bot' } };

const wideOf = (fields: number): object => Object.fromEntries(Array.from({ length: fields }, (_, n) => [`k${n}`, n]));

it.each([
  ['mentions', { entities: Array(1_800).fill(MENTION) }, 'entities'],
  ['empty entities', { entities: Array(60_000).fill({}) }, 'entities'],
  ['members who came', { membersAdded: Array(5_000).fill({ id: '29:x' }) }, 'membersAdded'],
  ['members who left', { membersRemoved: Array(5_000).fill({ id: '29:x' }) }, 'membersRemoved'],
] as const)('reads the first fifty %s', (_what, fields, list) => {
  const read = parseActivity(bounded({ ...activity(fields), serviceUrl: 'https://smba.trafficmanager.net/' }));

  expect(read?.[list]).toHaveLength(50);
});

it('reads the first hundred fields of an activity and of a payload', () => {
  const wide = wideOf(12_000);

  expect(Object.keys(bounded(wide) as object)).toHaveLength(100);
  expect(Object.keys(unpacked(JSON.stringify(wide)) as object)).toHaveLength(100);
});

it('reads as much of what lies deeper, in an object as in a text', () => {
  const many = { handshake: 1, verb: 'review-save', rows: Array(50_000).fill(1), more: { wide: wideOf(12_000) } };
  const read = [bounded({ value: many }), { value: unpacked(JSON.stringify(many)) }] as any[];

  for (const { value } of read) {
    expect(value.rows).toHaveLength(50);
    expect(Object.keys(value.more.wide)).toHaveLength(100);
  }
});

it('reads the first 200 letters of a search, and the first 8,000 of a message', () => {
  const long = 'a'.repeat(240_000);
  const fields = { text: long };

  expect(parseSearch({ queryText: long, queryOptions: { top: 5_000 }, dataset: 'customers' })).toMatchObject({
    text: 'a'.repeat(200),
    limit: 15,
  });
  expect(
    parseActivity(bounded({ ...activity(fields), serviceUrl: 'https://smba.trafficmanager.net/' }))?.text,
  ).toHaveLength(8_000);
});

describe('an id', () => {
  const read = (fields: object) =>
    parseActivity(bounded({ ...activity(), ...fields, serviceUrl: 'https://smba.trafficmanager.net/' }));

  it.each(['.', '..'])('of the name %j would lead to another address, and is none', (id) => {
    expect(read({ conversation: { id } })).toBeUndefined();
    expect(read({ replyToId: id, channelData: { team: { id } } })).toMatchObject({
      replyToId: undefined,
      channelData: { team: { id: undefined } },
    });
  });

  it.each(['..x', '19:a..b@thread.tacv2', '...'])('may hold dots: %s', (id) => {
    expect(read({ conversation: { id }, replyToId: id })).toMatchObject({ conversation: { id }, replyToId: id });
  });

  it('of a person that is empty names nobody', () => {
    expect(read({ from: { id: '29:x', aadObjectId: '' } })?.from).toEqual({ id: '29:x', aadObjectId: undefined });
  });
});
