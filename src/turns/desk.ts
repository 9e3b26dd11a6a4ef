import { announceWhereInstalled } from '../tasks/announce-here';
import {
  isOverInstallation,
  leaveTeam,
  renameConversations,
  restoreConversations,
  resumeTeam,
} from '../records/conversation-events';
import { identified } from '../records/identify';
import { keepConversation, keepOwnClient } from '../records/keep-conversation';
import { changeAccount } from '../records/change-document';
import { senderKind } from '../records/sender-kind';
import { noteTeam, noteUnknownTeam } from '../records/team-approval';
import { trackCard } from '../domain/notices';
import type { Ports } from '../ports';
import { countBelow } from '../reconcile/move-board';
import { createKeptOfPeople } from '../tasks/kept-of-people';
import type { Desk, Input, Reply, Turn } from '../turn';
import { apologyView, slowDownView } from '../views/talk/trouble';
import { refusalOf, refuse, strangerRefusal } from './gate';
import { answerElsewhere, fromElsewhere } from './elsewhere/elsewhere';
import { askingToAnnounce } from './ask-to-announce';
import type { Here, Talk } from './here';
import { createInTalk } from './in-talk';
import type { Hears } from './in-talk';
import { clientOf, say, speechFor } from './here';
import { takeFile } from './export';
import { filesView } from '../views/talk/small-talk';
import { onAction } from './on-action';
import { onArrival } from './on-arrival';
import { onText } from './on-text';
import { keepPages } from './review-cards';
import { suggestFor } from './suggest';

/** Whoever installs us, writes or clicks wants us there; a client that refreshes a card by itself says nothing. */
function speaksToUs(input: Input): boolean {
  return input.kind === 'installed' || input.kind === 'text' || (input.kind === 'action' && !input.automatic);
}

/** What one person asks of the providers is counted as that person's. */
function askedBy(ports: Ports, personId: string): Ports {
  return { ...ports, providers: ports.providers.map((provider) => provider.askedBy(personId)) };
}

/** Answers turns: the place where words and clicks meet tasks and views. Knows nothing of the platform. */
export function createDesk(ports: Ports, hears: Hears = () => undefined): Desk {
  const inTalk = createInTalk(ports, hears);
  const kept = createKeptOfPeople(ports);

  async function answerIn(turn: Turn, talk: Talk): Promise<Reply> {
    const { input, place, at } = turn;
    if (input.kind === 'removed') {
      await leaveTeam(ports, place, input.why, at);
      return { reply: 'nothing' };
    }
    if (input.kind === 'restored') {
      await restoreConversations(ports, place, at);
      return { reply: 'nothing' };
    }
    if (input.kind === 'renamed') {
      await renameConversations(ports, place, input.of, at);
      return { reply: 'nothing' };
    }
    const person = await identified(ports, turn);
    if (input.kind === 'installed' && isOverInstallation(ports, place, at)) return { reply: 'nothing' };
    const sender =
      person === undefined ? undefined : await senderKind(ports, { person, conversationId: place.conversationId });
    const refusal = sender === undefined ? undefined : strangerRefusal(ports, sender.kind);
    if (refusal !== undefined) return refuse({ turn, speech: speechFor(turn, undefined) }, refusal);
    const asked = fromElsewhere(input, ports.register.conversation(place.conversationId) !== undefined);
    if (asked !== undefined) {
      if (person === undefined || sender === undefined) return { reply: 'nothing' };
      const recent = (own: Turn['place']): ReturnType<typeof inTalk.recent> => inTalk.recent(own, person.id);
      return answerElsewhere(
        { ports: askedBy(ports, person.id), person, sender, talk, kept },
        { ...turn, input: asked },
        recent,
      );
    }
    if (input.kind === 'installed') await noteTeam(ports, place, person, sender?.kind === 'administrator');
    else await noteUnknownTeam(ports, place);
    const known = await keepConversation(ports, place, speaksToUs(input), at);
    if (input.kind === 'installed') await resumeTeam(ports, place, at);
    const conversation = await keepOwnClient(ports, known, clientOf(turn));
    if (input.kind === 'installed') {
      const told = input.upgrade ? conversation : await announceWhereInstalled(ports, conversation);
      return onArrival(ports, turn, told, input.upgrade, sender);
    }
    if (person === undefined || sender === undefined) return { reply: 'nothing' };
    const speech = speechFor(turn, conversation);
    const here: Here = { ports: askedBy(ports, person.id), turn, person, sender, conversation, speech, talk, kept };
    switch (input.kind) {
      case 'text':
        if (input.files === true && input.text === '') return say(filesView(speech));
        return askingToAnnounce(here, await onText(here, input.text));
      case 'action':
        return onAction(here, input.data);
      case 'file':
        return takeFile(here, input);
      case 'search':
        if (refusalOf(here, ['search-customers']) !== undefined) return { reply: 'choices', choices: [] };
        return { reply: 'choices', choices: suggestFor(here, input) };
      default:
        // What comes from elsewhere was answered above.
        return { reply: 'nothing' };
    }
  }

  return {
    answer: (turn) => inTalk.answer(turn, (talk) => answerIn(turn, talk)),
    async answered(turn, reply, messageIds) {
      await inTalk.answered(turn, reply, messageIds);
      await keepPages(ports, turn, reply, messageIds);
      const { id, place, input } = turn;
      if (input.kind === 'text') await countBelow(ports, { id, place, answers: messageIds.length });
    },
    async said(turn, reply, at) {
      if (reply.reply !== 'message' || reply.keep === undefined) return;
      const { accountId, shownVersion } = reply.keep;
      const place = { conversationId: turn.place.conversationId, ...at };
      await changeAccount(ports, accountId, (r) => trackCard(r, place, shownVersion, ports.clock.now()));
    },
    apologise(turn, reference) {
      const speech = speechFor(turn, ports.register.conversation(turn.place.conversationId));
      const message = apologyView(reference, speech);
      return isSaid(turn.input) ? { reply: 'message', message } : { reply: 'note', text: message.text };
    },
    slowDown(turn) {
      const speech = speechFor(turn, ports.register.conversation(turn.place.conversationId));
      const message = slowDownView(speech);
      return isSaid(turn.input) ? { reply: 'message', message } : { reply: 'note', text: message.text };
    },
  };
}

/** Answered in the conversation, and not on the card or in the box that was used. */
function isSaid({ kind }: Input): boolean {
  return kind === 'text' || kind === 'file';
}
