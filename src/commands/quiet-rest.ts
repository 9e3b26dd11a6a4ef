import type { TimeZone } from '../domain/calendar';
import type { DaysOffAsked } from '../domain/days-off';
import type { PauseAsked } from '../domain/pause';
import { datesIn, mayHoldDays } from './days-off-said';
import { pauseIn } from './quiet-pause';
import { zoneIn } from './zone-said';

/** What of a message about quiet hours was not understood yet. */
export interface Rest {
  /** Takes out what matches first; its groups. */
  take(what: RegExp): readonly string[] | undefined;
  /** Takes out until when it is to be quiet from now on; hours of every day have a beginning. */
  takePause(hours: { readonly range: RegExp; readonly after: RegExp }, isNamed: boolean): PauseAsked | undefined;
  takeZone(): TimeZone | undefined;
  /** Takes out all dates; undefined where one of them is none. */
  takeDates(): readonly DaysOffAsked[] | undefined;
  isEmptyBut(what: RegExp): boolean;
  without(what: RegExp): string;
}

export function createRest(text: string): Rest {
  let left = text;
  return {
    take(what) {
      const found = what.exec(left);
      if (found === null) return undefined;
      left = `${left.slice(0, found.index)} | ${left.slice(found.index + found[0].length)}`;
      return found.slice(1);
    },
    takePause({ range, after }, isNamed) {
      const found = range.test(left) || after.test(left) ? undefined : pauseIn(left, !isNamed);
      left = found?.rest ?? left;
      return found?.pause;
    },
    takeZone() {
      const found = zoneIn(left);
      left = found?.rest ?? left;
      return found?.zone;
    },
    takeDates() {
      const found = mayHoldDays(left) ? datesIn(left) : { off: [], rest: left };
      left = found?.rest ?? left;
      return found?.off;
    },
    without: (what) =>
      left
        .replaceAll(what, ' ')
        .replaceAll(/[\s|,;:&–—]+/gu, ' ')
        .trim(),
    isEmptyBut: (what) => left.replaceAll(what, ' ').replaceAll(/[\s|.,;:&–—-]+/gu, '') === '',
  };
}
