import type { Message } from '../../courier';
import { clean } from '../words/escape';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import type { Speech } from '../words/speech';

const PLACES_SHOWN = 6;

/** Where new accounts are announced besides here. */
export function placesWords(places: readonly string[], speech: Speech): string {
  if (places.length === 0) return speech.say('settings.nowhere');
  const named = places.slice(0, PLACES_SHOWN).map((place) => clean(place, 60));
  const more = places.length - named.length;
  return speech.list(more === 0 ? named : [...named, speech.say('announce.more-places', { count: more })]);
}

/** Asked once in a channel where the bot is spoken to but was not installed. */
export function announcingView(elsewhere: readonly string[], speech: Speech): Message {
  const places = elsewhere.length === 0 ? undefined : placesWords(elsewhere, speech);
  return noteView(
    {
      title: speech.say('announce.off'),
      lines: places === undefined ? [] : [speech.say('announce.elsewhere', { places })],
      actions: [button(speech.say('announce.button'), { verb: 'settings', topic: 'notifications', value: 'on' })],
      hint: speech.say('type.announce'),
    },
    speech,
  );
}
