import { OUT } from './viterbi';
import type { HeardWords } from './words';

const BARE = /^([01]?\d|2[0-3])(?:[:.h]?([0-5]\d))?$/;

/** The last time of day in a message about the summary: there a bare number is one too ("digest mondays 8"). HH:MM. */
export function clockIn({ hits, tokens }: HeardWords, tags: ArrayLike<number>): string | undefined {
  let time: string | undefined;
  let until = 0;
  tokens.forEach((token, at) => {
    if (tags[at] !== OUT || at < until) return;
    const hit = hits[at]?.find((one) => one.concept === 'time' && one.value !== undefined);
    if (hit !== undefined) {
      time = hit.value;
      until = hit.end;
      return;
    }
    const bare = BARE.exec(token.fold);
    if (bare && !/^\d{3}$/.test(token.fold)) time = `${(bare[1] ?? '').padStart(2, '0')}:${bare[2] ?? '00'}`;
  });
  return time;
}
