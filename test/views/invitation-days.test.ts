import type { InvitationLine } from '../../src/domain/invitation-answers';
import { LANGUAGES } from '../../src/domain/language';
import { DAY, HOUR } from '../../src/domain/time';
import { followUpView } from '../../src/views/company/follow-up';
import { waitingDetail, unansweredWords } from '../../src/views/company/invitation-words';
import { createSpeech } from '../../src/views/words/speech';
import { keeping } from '../../src/views/words/times';

/** Somebody in Berlin says a day, which is the same one for whoever reads it, and so is how long ago it was. */

const MIDNIGHT = Date.UTC(2026, 10, 26, 23, 0);
const AFTERNOON = Date.UTC(2026, 10, 30, 15, 0);

function line(at: number): InvitationLine {
  const person = { id: 'greta', name: 'Greta Amsel' };
  const by = [{ person, first: at, at, conversationId: 'a:1', language: 'de', timeZone: 'Europe/Berlin' }];
  return {
    invitation: {
      ...{ kind: 'invitation', id: 'invitation:1', partnerId: 'partner', format: 1, company: 'Larkspur' },
      ...{ by, state: 'waiting', notIt: [], told: [], reminded: 0 },
    },
  };
}

it.each(['Europe/London', 'America/New_York', 'UTC', 'Europe/Berlin'])('read in %s', (timeZone) => {
  const speech = createSpeech('en', { timeZone });
  expect(unansweredWords(line(MIDNIGHT), AFTERNOON, speech)).toContain(
    'Invited on 27 Nov 2026 by Greta Amsel, no answer for 3 days',
  );
  expect(waitingDetail(line(MIDNIGHT), AFTERNOON, keeping(speech))).toBe('27 Nov 2026 by Greta Amsel · 3 days');
  const followUp = followUpView({ line: line(MIDNIGHT), language: 'en', now: AFTERNOON }, speech);
  expect(followUp.text).toContain('on 27 Nov 2026 we sent you');
});

it.each(LANGUAGES)('days are counted by the calendar: %s', (language) => {
  const speech = createSpeech(language);
  const counted = [1, 3, 7].map((days) => {
    const words = waitingDetail(line(MIDNIGHT + (3 - days) * DAY), AFTERNOON, speech);
    return Number(/(\d+) \p{L}+$/u.exec(words)?.[1]);
  });
  expect(counted).toEqual([1, 3, 7]);
  const late = waitingDetail(line(AFTERNOON - 20 * HOUR), AFTERNOON, speech);
  expect(late).toMatch(/ 1 \p{L}+$/u);
});
