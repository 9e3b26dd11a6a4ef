import type { Action } from '../actions/action';
import { intentChanges } from '../commands/intent';
import type { Intent } from '../commands/intent';
import type { PolicyRefusal } from '../domain/answers';
import type { SenderKind } from '../domain/sender';
import { mayDo, rightOf } from '../policy/policy';
import type { Deed } from '../policy/policy';
import { isApproved } from '../records/team-approval';
import { administratorNames } from '../records/administrators';
import type { Reply } from '../turn';
import { refusalView } from '../views/talk/refusal';
import type { Here } from './here';

/** What a click or a typed command does, as rows of the policy: all of them must be allowed. */
export function deedsOfIntent(intent: Intent, { conversation }: Pick<Here, 'conversation'>): readonly Deed[] {
  const deed: Deed = `ask ${intent.name}`;
  switch (intent.name) {
    case 'show':
      return intent.what === 'users' ? [deed, 'see-users'] : [deed];
    case 'settings': {
      const changes = intentChanges(intent);
      return changes && conversation.type !== 'personal' ? [deed, 'change-shared-settings'] : [deed];
    }
    case 'mute':
    case 'unmute':
      return conversation.type === 'personal' ? [deed] : [deed, 'change-shared-settings'];
    case 'names':
      return intent.forget === undefined ? [deed] : [deed, 'forget-learned-name'];
    default:
      return [deed];
  }
}

export function deedsOfAction(action: Action, { conversation }: Pick<Here, 'conversation'>): readonly Deed[] {
  const deed: Deed = `click ${action.verb}`;
  switch (action.verb) {
    case 'holdings':
      return action.what === 'users' ? [deed, 'see-users'] : [deed];
    case 'which':
    case 'which-name':
      return [deed, ...deedsOfWish(action.intent, conversation)];
    case 'settings':
    case 'hear-of':
    case 'route':
    case 'muting':
    case 'quiet':
      return conversation.type === 'personal' ? [deed] : [deed, 'change-shared-settings'];
    default:
      return [deed];
  }
}

/** What is gone on with once it is clear which company is meant. */
function deedsOfWish(
  intent: Extract<Action, { readonly verb: 'which' }>['intent'],
  { type }: Here['conversation'],
): readonly Deed[] {
  if (intent === 'users') return ['see-users'];
  const isMuting = intent === 'mute' || intent === 'unmute';
  return isMuting && type !== 'personal' ? ['change-shared-settings'] : [];
}

/** Why the sender may not do this here, or undefined: go ahead. Nothing about customers has been looked up by then. */
export function refusalOf({ ports, sender, conversation }: Here, deeds: readonly Deed[]): PolicyRefusal | undefined {
  for (const deed of deeds) {
    const right = rightOf(deed);
    const tells = right !== 'hello' && right !== 'administer';
    const refused = (why: PolicyRefusal['why']): PolicyRefusal => ({ why, ask: administratorNames(ports) });
    if (!mayDo(sender.kind, deed)) return refused(whyNot(sender.kind, right, sender.unsure));
    if (tells && !isApproved(ports, conversation)) return refused('team-waiting');
    if (right === 'read-people' && conversation.type === 'group') return refused('in-private');
  }
  return undefined;
}

function whyNot(kind: SenderKind, right: ReturnType<typeof rightOf>, unsure: boolean): PolicyRefusal['why'] {
  switch (kind) {
    case 'bot':
    case 'nameless':
    case 'outsider':
    case 'guest':
      return kind;
    default:
      if (unsure) return 'could-not-check';
      return right === 'decide' ? 'not-a-mapper' : right === 'administer' ? 'not-an-administrator' : 'not-a-reader';
  }
}

/** Why somebody is not answered at all, whatever they ask; nothing about customers has been looked up by then. */
export function strangerRefusal(ports: Here['ports'], kind: SenderKind): PolicyRefusal | undefined {
  return mayDo(kind, 'ask greeting')
    ? undefined
    : { why: whyNot(kind, 'hello', false), ask: administratorNames(ports) };
}

/** Kind, and says whom to ask; bots get no answer, or two of them would talk for ever. */
export function refuse({ turn, speech }: Pick<Here, 'turn' | 'speech'>, { why, ask }: PolicyRefusal): Reply {
  if (why === 'bot') return { reply: 'nothing' };
  const message = refusalView({ why, ask }, speech);
  switch (turn.input.kind) {
    case 'search':
      return { reply: 'choices', choices: [] };
    case 'link':
      return { reply: 'offers', offers: [] };
    case 'action':
    case 'find':
    case 'who':
    case 'dialog':
      return { reply: 'note', text: message.text };
    default:
      return { reply: 'message', message };
  }
}
