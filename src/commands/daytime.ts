import type { Understanding } from './understanding';

const EARLIEST = '06:00';
/** Who writes the hour with a nought, or says the half of the day, means what stands there. */
const EXACT =
  /(?<!\d)0\d[:.h]?\d\d|(?<!\p{L})(?:am|a\.m\.?|morning|night|früh|morgens|nachts|matin|nuit|mañana|madrugada|ochtends|nachts)(?!\p{L})|\d ?am(?!\p{L})/iu;

/** "The digest on Fridays at three": nobody reads one at night. The hour is a guess, so it is proposed. */
export function inDaytime(heard: Understanding, text: string): Understanding {
  if (heard.outcome !== 'understood' || heard.intent.name !== 'settings') return heard;
  const { time } = heard.intent;
  if (time === undefined || time >= EARLIEST || time < '01:00' || EXACT.test(text)) return heard;
  const [hour = '0', minute = '00'] = time.split(':');
  return { ...heard, intent: { ...heard.intent, time: `${Number(hour) + 12}:${minute}` }, proposed: true };
}
