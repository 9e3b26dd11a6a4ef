import { companiesOf } from './no-names';
import type { Understanding } from './understanding';

type Understood = Extract<Understanding, { readonly outcome: 'understood' }>;
type Misunderstood = Extract<Understanding, { readonly outcome: 'misunderstood' }>;

/** Heard, but not to be done as it was heard: what it may have been is one click away, in the lines `nearest`. */
export function probably(
  { intent, language }: Pick<Understood, 'intent' | 'language'>,
  text: string,
  nearest: readonly string[],
): Misunderstood {
  const companies = companiesOf(intent);
  return {
    outcome: 'misunderstood',
    at: null,
    text,
    language,
    probably: intent.name,
    near: [intent.name],
    nearest,
    ...(companies.length === 0 ? {} : { companies }),
  };
}
