import type { Config } from '../config';
import type { Ports } from '../tasks/ports';
import type { ServerDeps } from '../teams/server';

/** The addresses that sources call. Without a secret an address does not exist. */
export function createWebhooks(webhooks: Config['webhooks'], ports: Ports): ServerDeps['webhooks'] {
  const { dataverseSecret } = webhooks;
  return {
    ...(dataverseSecret === undefined
      ? {}
      : {
          dataverse: {
            secret: dataverseSecret.reveal(),
            // Dataverse does not sign: the call is a wake-up, what it says is read anew with our own token.
            handle: () => {
              ports.nudge('sync');
              return Promise.resolve(200);
            },
          },
        }),
  };
}
