import type { BeyondTopic } from '../commands/beyond';
import type { TalkMemory } from '../domain/talk-memory';
import { countAll } from '../tasks/count-all';
import type { Reply } from '../turn';
import { complaintView, goodbyeView, untoldView, uselessView } from '../views/talk/small-talk';
import type { RestsOn } from '../views/talk/small-talk';
import { say } from './here';
import type { Here } from './here';

/** What is said to the bot and not of an account. None of it is a turn of the talk: that goes on where it was. */
export async function answerSmallTalk(
  here: Here,
  topic: Extract<BeyondTopic, 'goodbye' | 'complaint' | 'useless' | 'untold'>,
): Promise<Reply> {
  const { ports, speech } = here;
  switch (topic) {
    case 'goodbye':
      return say(goodbyeView(speech));
    case 'useless':
      return say(uselessView(speech));
    case 'untold':
      return say(untoldView(speech));
    case 'complaint':
      return say(complaintView(lastAnswer(await here.talk.before()), countAll(ports), speech));
  }
}

const DECIDED: ReadonlySet<string> = new Set(['who_mapped', 'history', 'map', 'unmap', 'undo']);
/** More names are a list. */
const FEW = 2;

/** What the last answer was, as far as it says where that came from. */
function lastAnswer(memory: TalkMemory | undefined): RestsOn {
  const { command, last } = memory ?? {};
  const isOfLast = JSON.stringify(last?.command) === JSON.stringify(command);
  const names = last !== undefined && isOfLast ? last.about.map(({ name }) => name) : [];
  if (names.length > 0 && names.length <= FEW)
    return { on: DECIDED.has(command?.name ?? '') ? 'decisions' : 'sources', names };
  return command === undefined ? { on: 'nothing', names: [] } : { on: 'lists', names: [] };
}
