import { textOf, lineOf } from '../../src/teams/turns/message-text';

const message = (content: string, more: object = {}) => ({
  subject: undefined,
  body: { contentType: 'html', content },
  attachments: [],
  ...more,
});

it('reads markup as its reader does, with the addresses that its links lead to', () => {
  const html =
    '<div><p>Hi&nbsp;<at id="0">Kim</at>,</p><p>is <b>Con</b><i>toso</i> &amp; Co ours?<br>' +
    '<a href="https://partner.microsoft.com/x" title="y">here</a></p></div>';
  expect(
    textOf(message(html))
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual(['Hi Kim ,', 'is Contoso & Co ours?', 'https://partner.microsoft.com/x here', '', '']);
});

it('takes plain text as it stands', () => {
  expect(textOf(message('a < b\nc', { body: { contentType: 'text', content: 'a < b\nc' } }))).toBe('a < b\nc');
});

it('reads what a message forwards, and its subject', () => {
  const attachments = [
    {
      contentType: 'messageReference',
      content: JSON.stringify({ messageId: '1', messagePreview: 'Northwind accepted' }),
    },
    {
      contentType: 'forwardedMessageReference',
      content: JSON.stringify({ originalMessageContent: '<p>Fabrikam</p>' }),
    },
    { contentType: 'messageReference', content: 'no JSON' },
    { contentType: 'application/vnd.microsoft.card.adaptive', content: '{"body":[{"text":"Coho"}],"data":{"id":"x"}}' },
    {
      contentType: 'application/vnd.microsoft.teams.card.o365connector',
      content: '{"sections":[{"activityTitle":"Litware"}]}',
    },
    { contentType: 'application/pdf', content: '{"text":"of a file"}' },
  ];
  expect(
    textOf(message('', { subject: 'FW: news', attachments }))
      .replace(/\s+/g, ' ')
      .trim(),
  ).toBe('FW: news Northwind accepted Fabrikam Coho Litware');
});

it('is quick with markup that never ends', () => {
  const started = performance.now();
  textOf(message('<a href="'.repeat(6_000)));
  lineOf('<'.repeat(60_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});
