import type { Courier } from '../courier';
import type { ConversationRecord } from '../domain/documents';
import { mayDo } from '../policy/policy';
import type { Ports } from '../ports';
import { senderKind } from '../records/sender-kind';
import { isApproved, TEAM_NOT_APPROVED } from '../records/team-approval';

const NO_READER = 'the person is not among the readers any more';
const COULD_NOT_CHECK = 'whether the person may still be told could not be checked';

/**
 * A courier that asks again before anything leaves by itself: the team must still be approved, and the person of a
 * personal chat must still be somebody who may read. Whoever may not be told is not spoken to until they may.
 */
export function guardCourier(courier: Courier, deps: Pick<Ports, 'register' | 'circles' | 'groups'>): Courier {
  async function obstacle(
    to: ConversationRecord,
    fresh?: 'fresh',
  ): Promise<{ sent: 'paused' | 'later'; reason: string } | undefined> {
    if (!isApproved(deps, to)) return { sent: 'paused', reason: TEAM_NOT_APPROVED };
    if (to.type !== 'personal' || to.personId === undefined) return undefined;
    const person = { id: to.personId, name: to.personName ?? '', standing: 'member' } as const;
    const asked = { ...person, ...(to.memberId === undefined ? {} : { memberId: to.memberId }) };
    const { conversationId } = to;
    const { kind, unsure } = await senderKind({ ...deps, courier }, { person: asked, conversationId }, fresh);
    if (mayDo(kind, 'hear-news')) return undefined;
    return unsure ? { sent: 'later', reason: COULD_NOT_CHECK } : { sent: 'paused', reason: NO_READER };
  }

  return {
    async post(to, message, notAfter) {
      return (await obstacle(to, 'fresh')) ?? courier.post(to, message, notAfter);
    },
    async update(to, place, message, notAfter) {
      return (await obstacle(to)) ?? courier.update(to, place, message, notAfter);
    },
    isMember: (of, person, fresh) => courier.isMember(of, person, fresh),
    identify: (of, memberId) => courier.identify(of, memberId),
  };
}
