import { accountSamples } from './samples/accounts';
import { creationSamples } from './samples/creation';
import { deedSamples } from './samples/deeds';
import { invitationSamples } from './samples/invitations';
import { everywhereSamples } from './samples/everywhere';
import { requestSamples } from './samples/requests';
import { snoozeSamples } from './samples/snooze';
import { listSamples } from './samples/lists';
import { questionSamples } from './samples/questions';
import { reportSamples } from './samples/report';
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
    ...everywhereSamples(views),
    ...reviewSamples(views),
    ...creationSamples(views),
    ...snoozeSamples(views),
    ...requestSamples(views),
    ...reportSamples(views),
    ...deedSamples(views),
    ...invitationSamples(views),
    ...talkSamples(views),
  ];
}

export const SAMPLES: readonly Sample[] = samplesWith((value) => value);
