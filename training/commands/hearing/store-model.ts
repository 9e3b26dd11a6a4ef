import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { HearingModel, Weights } from '../../../src/commands/hearing/model';
import { intentPlaces } from '../../../src/commands/hearing/intent-places';
import { nameFeatures } from '../../../src/commands/hearing/name-features';
import type { StoredHearing } from '../../../src/commands/hearing/stored-model';
import { heardWords } from '../../../src/commands/hearing/words';
import { goldTags } from './spans';
import type { Marked } from './spans';

export function storedModel({ classes, moves, names, wanted }: HearingModel, rows: readonly Marked[]): StoredHearing {
  return { learnedFrom: digestOfInputs(rows), classes, moves, names: packed(names), wanted: packed(wanted) };
}

function packed({ unit, values }: Weights) {
  return { unit, weights: deflateRawSync(Buffer.from(values.buffer), { level: 9 }).toString('base64') };
}

/** Every so manyth utterance is looked at for the way in which it is cut into features. */
const SAMPLED = 25;

/** Changes with the utterances, the lexicons and the features: then the model is to be trained again. */
export function digestOfInputs(rows: readonly Marked[]): string {
  const digest = createHash('sha256');
  rows.forEach((row, at) => {
    digest.update(JSON.stringify(row));
    if (at % SAMPLED !== 0) return;
    const words = heardWords(row.text);
    const tags = goldTags(words.tokens, row.spans);
    digest.update(JSON.stringify([nameFeatures(words, []), intentPlaces(words, tags)]));
  });
  return digest.digest('hex').slice(0, 16);
}
