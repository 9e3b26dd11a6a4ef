import { guidIn } from '../domain/one-form';
import { isLoopback } from '../runtime/hosts';
import { Secret } from '../runtime/secret';
import { secret, setting } from './fields';
import type { Complaint } from './leftovers';

/** The secret of an app registration. Entra shows its value once, and its id, which is often copied instead, for ever. */
export function clientSecret() {
  return secret((value) =>
    guidIn(value) === undefined
      ? undefined
      : {
          problem: "holds the id of a secret (the portal's column Secret ID)",
          remedy: 'write its value; when that is not shown any more, make a new client secret',
        },
  );
}

export function refreshToken() {
  return secret((value) =>
    value.startsWith('eyJ')
      ? {
          problem: 'holds an access token, which ends within the hour',
          remedy: 'run `npm run setup`, which signs in and keeps the refresh token',
        }
      : undefined,
  );
}

const SHORTEST_KEY = 32;

/** What the newest refresh token is encrypted with. */
export function tokenKey() {
  return secret((value) =>
    value.length >= SHORTEST_KEY
      ? undefined
      : {
          problem: 'is short',
          remedy: `write ${SHORTEST_KEY} or more random letters and digits, like openssl rand -hex 32`,
        },
  );
}

export function cosmosKey() {
  return secret((value) =>
    /Account(Endpoint|Key)=/i.test(value)
      ? {
          problem: 'holds a whole connection string',
          remedy: 'write what follows AccountKey=, and what follows AccountEndpoint= into COSMOS_ENDPOINT',
        }
      : undefined,
  );
}

/** As Azure writes it: `InstrumentationKey=<id>;IngestionEndpoint=<address>;...` */
export function connectionString() {
  return setting<Secret>((typed) => {
    const problem = connectionProblem(typed);
    if (problem === undefined) return { value: new Secret(typed) };
    return {
      problem,
      remedy:
        "copy the whole Connection String from the resource's overview, InstrumentationKey=...;IngestionEndpoint=...",
    } satisfies Complaint;
  });
}

/** The parts of a connection string by their names in small letters. */
export function connectionParts(typed: string): ReadonlyMap<string, string> {
  return new Map(
    typed.split(';').map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, Math.max(0, at)).trim().toLowerCase(), part.slice(at + 1).trim()] as const;
    }),
  );
}

function connectionProblem(typed: string): string | undefined {
  const parts = connectionParts(typed);
  const key = parts.get('instrumentationkey');
  if (key === undefined) return 'has no InstrumentationKey';
  if (guidIn(key) === undefined) return 'has an InstrumentationKey that is no id';
  const endpoint = parts.get('ingestionendpoint');
  if (endpoint === undefined) return undefined;
  const { protocol, hostname } = URL.canParse(endpoint) ? new URL(endpoint) : { protocol: '', hostname: '' };
  const isGood = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return isGood ? undefined : 'has an IngestionEndpoint that is no https address';
}
