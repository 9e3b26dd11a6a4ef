import { openModel } from './model';
import stored from './model.json';

/** The model in the repository, opened once. */
export const BUNDLED_MODEL = openModel(stored);
