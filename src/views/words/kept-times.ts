/**
 * The times on a card that stays. The sentence holds a time in words, between two marks; the card asks the reader's
 * client for the same time on the reader's own clock, by the functions that Adaptive Cards have for that.
 */
export type KeptTimes = Map<string, string>;

/** For private use, so that no text means anything by them; no mark leaves the views. */
const OPEN = '\ue000';
const CLOSE = '\ue001';
const MARKS = /[\ue000\ue001]/g;

/** The words as they go into a sentence. Two times that read the same are told apart by a mark more. */
export function keepTime(words: string, asked: string, times: KeptTimes): string {
  let marked = `${OPEN}${words}${CLOSE}`;
  for (let known = times.get(marked); known !== undefined && known !== asked; known = times.get(marked)) {
    marked += CLOSE;
  }
  times.set(marked, asked);
  return marked;
}

/** For everything that is not the card's text: what is read aloud, notified, spoken of on a button. */
export function withoutMarks(text: string): string {
  return text.includes(OPEN) || text.includes(CLOSE) ? text.replace(MARKS, '') : text;
}

/** The text with each kept time as the card has to ask for it; everything between goes through `write`. */
export function askTimes(text: string, times: ReadonlyMap<string, string>, write: (plain: string) => string): string {
  const at = text.indexOf(OPEN);
  if (at < 0) return write(withoutMarks(text));
  const rest = text.slice(at);
  const found = [...times.keys()].filter((words) => rest.startsWith(words)).sort((a, b) => b.length - a.length)[0];
  const length = found?.length ?? 1;
  const before = at === 0 ? '' : write(withoutMarks(text.slice(0, at)));
  const asked = found === undefined ? '' : (times.get(found) ?? '');
  return before + asked + (length === rest.length ? '' : askTimes(rest.slice(length), times, write));
}
