import { hasUnseen, withoutUnseen } from '../../domain/unseen';

/** White space, but for the spaces that keep two words together: French needs them before its punctuation. */
const BREAKS = /[^\S\u00a0\u202f]+/g;

/** Whether there is anything to escape at all; for most texts there is not, and this one look is cheap. */
const MARKS = /[\\`*_[\]<>~&\n\r\t]|^\s*[#+\-=|\d]/;

/**
 * Foreign text (names, domains, errors) reaches cards in places where clients read Markdown. Only what would mean
 * something there is escaped: native clients show a needless backslash as it stands, so `Contoso (UK) Ltd` stays as it is.
 */
export function escapeMarkdown(text: string): string {
  if (!MARKS.test(text)) return text;
  return (
    text
      // Line breaks first: a new line could begin a list or a heading.
      .replace(BREAKS, ' ')
      .replace(MARK, '\\$&')
      .replace(/&(?=#?\w{1,32};)/g, '\\&')
      .replace(/^(\s*)([#+\-=|])/, '$1\\$2')
      .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
  );
}

const MARK = /[\\`*_[\]<>~]/g;

/** An underline within a word means nothing. */
const MARK_BETWEEN_WORDS = /[\\`*[\]<>~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** Only the marks that mean something wherever they stand, for text whose lines begin as we wrote them. */
export function escapeMarks(text: string): string {
  return text.replace(MARK_BETWEEN_WORDS, '\\$&');
}

/** Some clients turn bare addresses into links; a word joiner is not seen and stops that. */
export function unlink(text: string): string {
  return text.replaceAll('://', ':\u2060//');
}

/** Controls part words as a space does. */
const CONTROLS = /\p{Cc}+/gu;

/** Whether there is anything to clean at all besides what is not seen: half a character, or odd white space. */
const UNCLEAN = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff]|\s\s|[^\S \u00a0\u202f]|^\s|\s$/;

/** One line of foreign text, cleaned and cut to `length` characters; lone surrogates become replacement characters. */
export function clean(text: string, length: number): string {
  if (text.length <= length && !UNCLEAN.test(text) && !hasUnseen(text)) return text;
  // Nothing longer can be shown, and regular expressions over megabytes cost time.
  const head = text.length > length * 4 ? text.slice(0, length * 4) : text;
  const flat = withoutUnseen(head).replace(CONTROLS, ' ').replace(BREAKS, ' ').trim();
  return whole(flat.length <= length ? flat : `${cutPair(flat.slice(0, length - 1)).trimEnd()}…`);
}

/** Without the first half of a character whose second half was cut off. */
export function cutPair(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}

/** Half of a character is none, and some clients refuse to draw it. */
function whole(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** How much of a name a card or a sentence shows. */
export const NAME_LENGTH = 80;

/** A name of which nothing can be seen is shown as a dash: a gap would let the words around it be read as the name. */
export function shortName(name: string): string {
  const shown = clean(name, NAME_LENGTH);
  return shown === '' && name !== '' ? '–' : shown;
}

/** `speak` is read as SSML, which is XML. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
