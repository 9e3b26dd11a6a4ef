import { assignmentOf } from '../../domain/assignment';
import type { Assignment } from '../../domain/assignment';
import type { AccountRecord } from '../../domain/account';
import type { AccountPicture } from '../../domain/answers';
import type { AssignRuling } from '../../domain/assignments';
import type { Snooze } from '../../domain/snooze';
import { shortName } from '../words/escape';
import { personName } from '../words/mapping-words';
import { button } from '../parts/parts';
import type { Button } from '../parts/parts';
import type { Speech } from '../words/speech';
import { happenedAt, happenedOn } from '../words/times';
import type { Banner } from './account';

/** What is said of who is on an open account; undefined while nobody was. */
export function assignmentLine({ record }: AccountPicture, speech: Speech): string | undefined {
  const { assignment, mapping } = record;
  if (assignment === undefined || mapping.state !== 'open') return undefined;
  const said = { who: personName(assignment.by, speech), when: happenedAt(assignment.at, speech) };
  return speech.say(assignmentOf(record) === undefined ? 'assign.lapsed' : 'assign.on-it', said);
}

/** To take it, to take it over from whoever is on it, or to let it go. */
export function assignButtons(record: AccountRecord, speech: Speech): readonly Button[] {
  if (record.mapping.state !== 'open') return [];
  const { id: accountId } = record;
  const name = shortName(record.tenant.name);
  const assignment = assignmentOf(record);
  if (assignment === undefined)
    return [
      button(
        speech.say('assign.take'),
        { verb: 'assign', accountId },
        { tooltip: speech.say('assign.take-tooltip', { name }) },
      ),
    ];
  const who = personName(assignment.by, speech);
  return [
    button(
      speech.say('assign.take-over'),
      { verb: 'assign', accountId, over: assignment.by.id },
      { tooltip: speech.say('assign.take-over-tooltip', { name, who }) },
    ),
    button(
      speech.say('assign.leave'),
      { verb: 'unassign', accountId },
      { tooltip: speech.say('assign.leave-tooltip', { name }) },
    ),
  ];
}

/** What became of it, above the card. */
export function assignBanner({ answer, picture, woken }: Ruled, speech: Speech): Banner {
  const { record } = picture;
  const name = shortName(record.tenant.name);
  const assignment = assignmentOf(record);
  const until = assignment === undefined ? '' : happenedAt(assignment.until, speech);
  switch (answer) {
    case 'assigned':
      return {
        text: [speech.say('assign.taken', { name, until }), ...wokenWords(woken, speech)].join(' '),
        style: 'good',
      };
    case 'left':
      return { text: speech.say('assign.left', { name }), style: 'good' };
    case 'yours':
      return { text: speech.say('assign.yours', { name, until }), style: 'emphasis' };
    case 'theirs':
      return { text: assignment === undefined ? '' : theirsWords(assignment, speech), style: 'attention' };
    case 'nobodys':
      return { text: speech.say('assign.nobodys', { name }), style: 'emphasis' };
    case 'decided':
      return { text: speech.say('assign.decided', { name }), style: 'emphasis' };
  }
}

interface Ruled {
  readonly answer: AssignRuling['ruling'];
  readonly picture: AccountPicture;
  readonly woken?: Snooze;
}

/** Whoever takes it ends what somebody else had chosen, and is told so. */
function wokenWords(woken: Snooze | undefined, speech: Speech): readonly string[] {
  if (woken === undefined) return [];
  return [speech.say('assign.woken', { who: personName(woken.by, speech), until: happenedOn(woken.until, speech) })];
}

function theirsWords({ by, at }: Assignment, speech: Speech): string {
  return speech.say('assign.theirs', { who: personName(by, speech), when: happenedAt(at, speech) });
}
