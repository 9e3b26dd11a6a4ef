import { accountSamples } from './samples/accounts';
import { deedSamples } from './samples/deeds';
import { listSamples } from './samples/lists';
import { questionSamples } from './samples/questions';
import { reviewSamples } from './samples/review';
import { washedViews } from './samples/sample';
import type { Sample, Wash } from './samples/sample';
import { talkSamples } from './samples/talk';

export type { Sample } from './samples/sample';

export function samplesWith(wash: Wash): readonly Sample[] {
  const views = washedViews(wash);
  return [
    ...accountSamples(views),
    ...questionSamples(views),
    ...listSamples(views),
    ...reviewSamples(views),
    ...deedSamples(views),
    ...talkSamples(views),
  ];
}

export const SAMPLES: readonly Sample[] = samplesWith((value) => value);
