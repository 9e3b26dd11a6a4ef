import notUnderstoodCard from '../../../cards/not-understood.json';
import type { Message } from '../../courier';
import { withoutUnseen } from '../../domain/unseen';
import { clean } from '../words/escape';
import { noteView } from '../parts/message-card';
import { button, maybe, rowAction, toMessage } from '../parts/parts';
import type { Speech } from '../words/speech';
import { cardTemplate } from '../parts/template';

/** What was read, the place in it that puzzled us, and lines that could be typed instead. */
export interface NotUnderstood {
  readonly text: string;
  readonly at: { readonly start: number; readonly end: number } | null;
  readonly nearest: readonly string[];
}

const draw = cardTemplate(notUnderstoodCard);
const SUGGESTIONS = 4;
/** How much of the person's words stands on either side of the marked place. */
const AROUND = 60;

/** Meant for us, but not understood: the place is marked in the person's own words, and suggestions are one click away. */
export function notUnderstoodView(what: NotUnderstood, speech: Speech): Message {
  const title = speech.say('not-understood.title');
  const marked = what.at === null ? undefined : mark(what.text, what.at);
  const stumbled = marked === undefined ? undefined : speech.say('not-understood.at');
  const lines = what.nearest.slice(0, SUGGESTIONS).map((line) => clean(line, 100));
  const nearest = speech.say('not-understood.nearest');
  return toMessage(
    {
      draw,
      data: {
        title,
        marked: maybe(marked === undefined ? undefined : { ...marked, says: stumbled }),
        suggestions: maybe(
          lines.length === 0
            ? undefined
            : {
                title: nearest,
                rows: lines.map((line) => ({
                  line,
                  action: rowAction(speech.say('help.try', { example: line }), { verb: 'type', line }),
                })),
              },
        ),
        actions: [button(speech.say('not-understood.help'), { verb: 'help' })],
      },
      summary: title,
      text: [
        title,
        stumbled,
        marked === undefined ? undefined : `${marked.before}»${marked.place}«${marked.after}`,
        ...(lines.length === 0 ? [] : [`${nearest}:`, ...lines.map((line) => `- ${line}`)]),
        speech.say('type.hint', { line: speech.say('type.help') }),
      ],
    },
    speech,
  );
}

/** A typed name may have at most so many characters. */
export function tooLongView(most: number, speech: Speech): Message {
  return noteView({ title: speech.say('watch.refused.too-long', { most }), hint: speech.say('type.help') }, speech);
}

/** Parts of a message that were not understood, where the rest of it was answered. */
export function missedView(parts: readonly string[], speech: Speech): Message {
  return partsView(speech.say('missed.title', { count: parts.length }), parts, speech);
}

/** Matters of a message that holds more than are answered at once. */
export function overView(parts: readonly string[], most: number, speech: Speech): Message {
  return partsView(speech.say('over.title', { most, count: parts.length }), parts, speech);
}

function partsView(title: string, parts: readonly string[], speech: Speech): Message {
  const lines = parts.map((text) => speech.say('quote', { text: clean(text, 200) }));
  return noteView({ title, lines, hint: speech.say('type.help') }, speech);
}

/** How a message goes on of which only the beginning was read. */
export function unreadView(rest: string, speech: Speech): Message {
  return noteView(
    {
      title: speech.say('unread.title'),
      lines: [speech.say('quote', { text: `${clean(rest, 80)}…` }), speech.say('unread.remedy')],
      hint: speech.say('type.help'),
    },
    speech,
  );
}

function mark(text: string, at: { readonly start: number; readonly end: number }) {
  const start = Math.min(Math.max(at.start, 0), text.length);
  const end = Math.min(Math.max(at.end, start), text.length);
  if (start === end) return undefined;
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  return {
    before: `${from > 0 ? '…' : ''}${piece(text.slice(from, start))}`,
    place: piece(text.slice(start, Math.min(end, start + 2 * AROUND))),
    after: `${piece(text.slice(end, to))}${to < text.length ? '…' : ''}`,
  };
}

/** Inner and outer spaces stay: they belong between the three pieces. */
function piece(text: string): string {
  return withoutUnseen(text).replace(/[\p{Cc}\p{Cs}]+/gu, ' ');
}
