import { allRows, trainedModel } from '../../training/commands/intent-training';
import { leaningOf } from '../../src/commands/intent-model';
import type { StoredIntentModel } from '../../src/commands/intent-model';
import stored from '../../src/commands/intent-model.json';
import { lexiconOf } from '../../src/commands/lexicons';
import { HeardMessage } from '../../src/commands/message';
import { normalise } from '../../src/commands/normalise';
import { Sentence } from '../../src/commands/sentence';
import { tokenise } from '../../src/commands/token';

function leaning(text: string): ReadonlyMap<string, number> {
  const plain = normalise(text);
  return leaningOf(new Sentence(new HeardMessage(plain, tokenise(plain), new Set()), lexiconOf('en')));
}

describe('the intent model', () => {
  it('is what its training makes of the utterances: run `npm run train:commands` after changing words or utterances', () => {
    const fresh = trainedModel(allRows()).stored();
    const kept: StoredIntentModel = stored;
    expect(kept.intents).toEqual(fresh.intents);
    expect(Object.keys(kept.weights)).toEqual(Object.keys(fresh.weights));
    // Another version of Node may round the last digit otherwise.
    const apart = Object.entries(fresh.weights).filter(([feature, weights]) =>
      weights.some((weight, index) => Math.abs(weight - (kept.weights[feature]?.[index] ?? Infinity)) > 1),
    );
    expect(apart).toEqual([]);
  });

  it('gives shares that sum to 1', () => {
    const shares = [...leaning('is Contoso accepted?').values()];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(leaning('is Contoso accepted?').get('status')).toBeGreaterThan(0.9);
  });

  it('does not look at the name', () => {
    expect(leaning('is Undo Digest Ltd accepted?').get('status')).toBeGreaterThan(0.9);
    expect(leaning('please remove the mapping of Watch & Settings plc').get('unmap')).toBeGreaterThan(0.9);
  });

  it('knows what is not for the bot', () => {
    expect(leaning('the coffee machine is broken again').get('unknown')).toBeGreaterThan(0.5);
  });
});
