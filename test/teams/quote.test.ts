import { quoteIn } from '../../src/teams/turns/quote';

/** The message that somebody answers to, in the HTML that Teams sends beside the text. */

const quoted = (content: string, contentType = 'text/html') =>
  quoteIn({ attachments: [{ contentType, content, name: undefined }] });
const reply = (inside: string, attributes = 'itemid="1700000000001"') =>
  `<blockquote itemscope itemtype="http://schema.skype.com/Reply" ${attributes}>${inside}</blockquote><p>and now?</p>`;

it.each([
  [
    'its preview',
    reply('<strong>Bot</strong><p itemprop="preview">Is&nbsp;Contoso &amp; Sons <b>there</b>?</p>'),
    'Is Contoso & Sons there?',
  ],
  ['the right one of several', `<blockquote>x</blockquote>${reply('<p>y</p><p itemprop="preview">z</p>')}`, 'z'],
  ['tags in capitals', reply('<P ITEMPROP="preview">z</P>').replaceAll('blockquote', 'BLOCKQUOTE'), 'z'],
  ['no preview', reply('<pre itemprop="preview">x</pre>'), ''],
  ['letters that have another length in lower case', `<p>İİİİ</p>${reply('<p itemprop="preview">İ z</p>')}`, 'İ z'],
  ['a long preview', reply(`<p itemprop="preview">${'ab '.repeat(2_000)}</p>`), 'ab '.repeat(200).trim()],
])('is found with %s', (_what, content, preview) => {
  expect(quoted(content)).toEqual({ messageId: '1700000000001', preview });
});

it.each([
  ['no HTML', reply('<p itemprop="preview">z</p>'), 'text/plain'],
  ['another block', '<blockquote itemid="1">x</blockquote>', 'text/html'],
  ['another tag', reply('x').replaceAll('blockquote', 'blockquotes'), 'text/html'],
  ['a block without an id', reply('x', ''), 'text/html'],
  ['a block that does not end', reply('x').replace('</blockquote>', ''), 'text/html'],
  ['nothing but beginnings', '<blockquote schema.skype.com/Reply itemid="1" '.repeat(170), 'text/html'],
  ['nothing but opening tags', '<blockquote schema.skype.com/Reply itemid="1">'.repeat(170), 'text/html'],
])('is none in %s', (_what, content, type) => {
  expect(quoted(content, type)).toBeUndefined();
});
