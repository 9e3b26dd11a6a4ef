import type { AccountRecord } from '../domain/account';
import type { StatusAnswer } from '../domain/answers';
import { absentAnswer, askProviders } from './ask-providers';
import { accountLine, drawFacts } from './draw-account';
import { findAccount } from './find-account';
import type { Ports } from './ports';
import { refreshDetails } from './refresh-acceptance';

/** How many accounts a question "which one?" offers. */
const CHOICES = 6;

/**
 * "Is X accepted?" From memory when we know the company; otherwise the provider itself is asked, since somebody may
 * have accepted a minute ago. "Not listed" is said only when the provider, or a complete copy of its list, says so.
 */
export async function answerStatus(ports: Ports, query: string): Promise<StatusAnswer> {
  const found = findAccount(ports.register, query);
  switch (found.found) {
    case 'one':
    case 'assumed':
      return accountAnswer(ports, query, found.account);
    case 'several':
      return {
        answer: 'which',
        query,
        choices: found.accounts.slice(0, CHOICES).map(accountLine),
        more: Math.max(0, found.accounts.length - CHOICES),
      };
    case 'probably':
    case 'likely-as':
    case 'none': {
      const word = await askProviders(ports, query);
      if (word.said === 'there') return accountAnswer(ports, query, word.record);
      return absentAnswer(ports, query, found.near, word.said);
    }
  }
}

export async function answerStatusOf(ports: Ports, accountId: string): Promise<StatusAnswer | undefined> {
  const record = ports.register.account(accountId) ?? (await ports.store.read('account', accountId))?.document;
  return record === undefined ? undefined : accountAnswer(ports, record.tenant.name, record);
}

async function accountAnswer(ports: Ports, query: string, account: AccountRecord): Promise<StatusAnswer> {
  const record = await refreshDetails(ports, account, 'person');
  return { answer: 'account', query, picture: drawFacts(ports, record) };
}
