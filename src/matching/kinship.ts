import { companyName } from './company-name';
import { squeeze } from './text';

/** What somebody is called, and where they are on the web. */
export interface Called {
  readonly names: readonly string[];
  /** Domains and addresses, as they are written. */
  readonly domains: readonly string[];
}

/** Shorter words, and initials of fewer words, are in many names. */
const LEAST_LETTERS = 3;

/** Whether the two share anything at all: a word, initials, a domain, or a name that is a part of the other's. */
export function haveInCommon(a: Called, b: Called): boolean {
  const [ours, theirs] = [tracesOf(a), tracesOf(b)];
  for (const trace of ours) {
    if (theirs.has(trace)) return true;
  }
  return [...ours].some((one) => [...theirs].some((other) => isPart(one, other) || isPart(other, one)));
}

function isPart(short: string, long: string): boolean {
  return short.length > LEAST_LETTERS && long.includes(short);
}

function tracesOf({ names, domains }: Called): ReadonlySet<string> {
  const traces = new Set<string>();
  for (const name of names) {
    const { words, spoken } = companyName(name);
    for (const word of words) if (word.length >= LEAST_LETTERS) traces.add(word);
    traces.add(words.join(''));
    const initials = spoken.map((word) => word[0] ?? '').join('');
    if (initials.length >= LEAST_LETTERS) traces.add(initials);
  }
  for (const domain of domains) {
    const label = squeeze(
      domain
        .replace(/^https?:\/\//, '')
        .replace(/^www\./, '')
        .split(/[./]/)[0] ?? '',
    );
    if (label.length >= LEAST_LETTERS) traces.add(label);
  }
  traces.delete('');
  return traces;
}
