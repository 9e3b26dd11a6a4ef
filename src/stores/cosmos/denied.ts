import { z } from 'zod';
import type { CosmosFailure } from './failure';

const LOCAL_AUTH_OFF = 5202;
const LONGEST = 240;

const spoken = z.object({
  message: z.string().optional().catch(undefined),
  body: z.object({ message: z.string() }).optional().catch(undefined),
});

/** What Cosmos says about a refusal, on one line and without the signature that it may quote; undefined when nothing. */
export function cosmosWords({ cause }: CosmosFailure): string | undefined {
  const { message, body } = spoken.catch({}).parse(cause);
  const said = (body?.message ?? message ?? '').split(/\r?\n|Server used the following|ActivityId:/)[0] ?? '';
  const plain = said
    .replace(/^Message:\s*/i, '')
    .replace(/'[A-Za-z0-9+/%=]{20,}'/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
  return plain === '' ? undefined : plain.slice(0, LONGEST);
}

const ROLE = 'the role "Cosmos DB Built-in Data Contributor"';

/** What to do about a request that Cosmos denied, as far as it says why. */
export function deniedRemedy(failure: CosmosFailure, hasKey: boolean): string {
  const words = cosmosWords(failure) ?? '';
  if (failure.substatus === LOCAL_AUTH_OFF || /local auth/i.test(words)) {
    return `The account takes no keys (disableLocalAuth): unset COSMOS_KEY, and give the managed identity ${ROLE}.`;
  }
  if (/firewall|originated from|public network|private endpoint|virtual network/i.test(words)) {
    return 'Let this host through the firewall of the account (Networking), or reach it by a private endpoint.';
  }
  if (/current time|not yet valid|expired|x-ms-date|token start time/i.test(words)) {
    return 'Set the clock of this machine: what it signs is good for a quarter of an hour only.';
  }
  if (hasKey) return 'Check COSMOS_KEY (a read-write key), and let this host through the firewall of the account.';
  return `Give the managed identity ${ROLE}, and let this host through the firewall of the account.`;
}
