import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FEATURES, noFeatures } from '../../src/matching/features';
import { openModel, type StoredModel } from '../../src/matching/model';

const path = join(__dirname, '..', '..', 'src', 'matching', 'model.json');
const stored = JSON.parse(readFileSync(path, 'utf8')) as StoredModel;

describe('the model', () => {
  it('is at most 1 MB', () => {
    expect(statSync(path).size).toBeLessThan(1_000_000);
  });

  it('holds thresholds in their order', () => {
    const { thisOne, nothingFits, same, slip, part, near } = stored.thresholds;

    expect(nothingFits).toBeGreaterThan(0);
    expect(nothingFits).toBeLessThan(thisOne);
    expect(thisOne).toBeLessThan(1);
    for (const sure of [same, slip, part]) {
      expect(sure).toBeGreaterThan(near);
      expect(sure).toBeLessThan(1);
    }
  });

  it('is refused when the columns have changed since', () => {
    expect(() => openModel({ ...stored, columns: ['another'] })).toThrow('npm run train');
  });

  it('gets its columns in their order, by which they are read', () => {
    expect(Object.keys(noFeatures())).toEqual(FEATURES.map(([name]) => name));
  });

  it('knows common words of company names', () => {
    const { background } = openModel(stored);

    expect(background.get('university') ?? 0).toBeGreaterThan(background.get('robotics') ?? 0);
  });
});
