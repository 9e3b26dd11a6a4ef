import { EXPLAINED } from './explanation';
import { FEATURES } from './features';

/** What the decision whether a typed name is somebody in the list at all sees of its best match. */
export const COLUMNS: readonly string[] = [
  ...FEATURES.map(([name]) => name),
  ...EXPLAINED,
  'fit',
  'score',
  'probability',
  'runnerUp',
  'legalTyped',
  'legalNamed',
  'lettersTyped',
  'lettersNamed',
  'holders',
];
