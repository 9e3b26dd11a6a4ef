import { LANGUAGE_NAMES, PERIODS, WEEKDAYS_SAID } from './intent';
import type { LanguageName, PeriodName, WeekdayName } from './intent';

/** Values of the lexicon as the intents name them. */
export function toPeriod(value: string | undefined): PeriodName | undefined {
  return PERIODS.find((period) => period === value);
}

export function toWeekday(value: string | undefined): WeekdayName | undefined {
  return WEEKDAYS_SAID.find((day) => day === value);
}

export function toLanguage(value: string | undefined): LanguageName | undefined {
  return LANGUAGE_NAMES.find((language) => language === value);
}
