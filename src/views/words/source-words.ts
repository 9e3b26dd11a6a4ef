import type { Freshness } from '../../domain/answers';
import type { SourceName, Trouble } from '../../domain/source';
import type { Instant } from '../../domain/time';
import type { Speech } from './speech';
import { age, seenAt } from './times';

export function sourceName(source: SourceName, speech: Speech): string {
  return speech.say(`source.${source}`);
}

/** The start of a sentence; "the customer file" is no proper noun. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function troubleWords(trouble: Trouble, speech: Speech): string {
  return sentenceCase(troubleClause(trouble, speech));
}

/** The same within a sentence. */
export function troubleClause(trouble: Trouble, speech: Speech): string {
  return speech.say(`trouble.${trouble.kind}`, { source: sourceName(trouble.source, speech) });
}

/** "Partner Center, 2 minutes ago". */
export function provenance(source: SourceName, checkedAt: Instant, now: Instant, speech: Speech): string {
  return speech.say('source.as-of', { source: sourceName(source, speech), ago: age(checkedAt, now, speech) });
}

/** One line for each source that is in trouble now, or was never read; nothing for those that are well. */
export function freshnessLines(freshness: readonly Freshness[], now: Instant, speech: Speech): readonly string[] {
  return [...new Set(freshness.map((part) => freshnessLine(part, now, speech)).filter((line) => line !== undefined))];
}

function freshnessLine(part: Freshness, now: Instant, speech: Speech): string | undefined {
  const { trouble, troubleSince, asOf } = part;
  if (trouble === undefined) {
    if (asOf !== undefined) return undefined;
    return sentenceCase(speech.say('freshness.never', { source: sourceName(part.source, speech) }));
  }
  const words = troubleWords(trouble, speech);
  if (asOf === undefined || troubleSince === undefined)
    return speech.say('freshness.trouble-never', { trouble: words });
  const since = seenAt(troubleSince, speech);
  return speech.say(`freshness.trouble.${listOf(part)}`, { trouble: words, since, ago: age(asOf, now, speech) });
}

/** What was read from this source; a file holds customers. */
function listOf({ part }: Freshness): 'accounts' | 'rows' | 'customers' {
  return part === 'accounts' || part === 'rows' ? part : 'customers';
}
