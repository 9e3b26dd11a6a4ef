import type { Ports } from '../../../src/ports';
import { reportHealth } from '../../../src/tasks/report-health';
import { healthView } from '../../../src/views/talk/health';
import { createSpeech } from '../../../src/views/words/speech';

export const ALL_IS_WELL = /^All is well/;

/** What "health" answers. What the set-up check finds is another matter. */
export async function healthText(ports: Ports): Promise<string> {
  const directory = { ...ports.directory, check: () => Promise.resolve([]) };
  return healthView(await reportHealth({ ...ports, directory }), createSpeech('en')).text;
}
