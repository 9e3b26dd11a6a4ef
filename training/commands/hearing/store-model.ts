import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { HearingModel, Judge, Weights } from '../../../src/commands/hearing/model';
import { intentPlaces } from '../../../src/commands/hearing/intent-places';
import { nameFeatures } from '../../../src/commands/hearing/name-features';
import type { StoredHearing } from '../../../src/commands/hearing/stored-model';
import { heardWords } from '../../../src/commands/hearing/words';
import { goldTags } from './spans';
import type { Lessons } from './lessons';

export function storedModel({ moves, names, team, wanted }: HearingModel, lessons: Lessons): StoredHearing {
  return {
    learnedFrom: digestOfInputs(lessons),
    moves,
    names: packed(names),
    team: packedJudge(team),
    wanted: packedJudge(wanted),
  };
}

function packedJudge({ classes, weights }: Judge) {
  return { classes, ...packed(weights) };
}

function packed({ unit, values }: Weights) {
  return { unit, weights: deflateRawSync(Buffer.from(values.buffer), { level: 9 }).toString('base64') };
}

/** Every so manyth utterance is looked at for the way in which it is cut into features. */
const SAMPLED = 25;

/** Changes with the utterances, the lexicons and the features: then the model is to be trained again. */
export function digestOfInputs({ usual, ofTeam }: Lessons): string {
  const digest = createHash('sha256');
  [...usual, ...ofTeam].forEach((row, at) => {
    digest.update(JSON.stringify(row));
    if (at % SAMPLED !== 0) return;
    const words = heardWords(row.text);
    const tags = goldTags(words.tokens, row.spans);
    digest.update(JSON.stringify([nameFeatures(words, []), intentPlaces(words, tags)]));
  });
  return digest.digest('hex').slice(0, 16);
}
