import type { Message } from '../../courier';
import type { TeamRecord } from '../../domain/documents';
import { shortName } from '../words/escape';
import { noteView } from '../parts/message-card';
import { button } from '../parts/parts';
import type { Button } from '../parts/parts';
import type { Speech } from '../words/speech';

/** Said in a team that has not been approved: hello, and what is waited for. Only an administrator's click counts. */
export function teamWaitingView(team: TeamRecord, ask: readonly string[], speech: Speech): Message {
  const whom =
    ask.length === 0
      ? speech.say('refused.ask-anybody')
      : speech.say('refused.ask', { names: speech.list(ask.map((name) => shortName(name))) });
  return noteView(
    {
      kicker: speech.say('team.kicker'),
      title: speech.say('team.waiting'),
      lines: [speech.say('team.silent'), whom],
      actions: [approve(team, speech)],
    },
    speech,
  );
}

/** The same as a question to an administrator, in their own chat. */
export function teamQuestionView(team: TeamRecord, speech: Speech): Message {
  const by = team.installedBy?.name ?? '';
  return noteView(
    {
      kicker: speech.say('team.kicker'),
      title: speech.say('team.question', { team: nameOf(team, speech) }),
      lines: [...(by === '' ? [] : [speech.say('team.by', { name: shortName(by) })]), speech.say('team.effect')],
      actions: [
        approve(team, speech),
        button(speech.say('team.refuse'), { verb: 'approve-team', teamId: team.teamId, yes: false }),
      ],
    },
    speech,
  );
}

/** After the click. */
export function teamRuledView(team: TeamRecord | undefined, speech: Speech): Message {
  if (team === undefined) return noteView({ title: speech.say('team.unknown') }, speech);
  const key = team.state === 'approved' ? 'team.approved' : 'team.refused';
  return noteView(
    {
      kicker: speech.say('team.kicker'),
      title: speech.say(key, { team: nameOf(team, speech) }),
      ...(team.state === 'approved' ? {} : { actions: [approve(team, speech)] }),
    },
    speech,
  );
}

function approve({ teamId }: TeamRecord, speech: Speech): Button {
  return button(speech.say('team.approve'), { verb: 'approve-team', teamId, yes: true }, { style: 'positive' });
}

function nameOf(team: TeamRecord, speech: Speech): string {
  return team.name === undefined || team.name === '' ? speech.say('team.unnamed') : shortName(team.name);
}
