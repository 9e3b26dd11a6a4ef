import type { TokenAnswer, Tokens } from './entra';
import type { Http, HttpAnswer, HttpRequest } from './http';

export type Caller = 'app' | 'user';

/** A sign-in is shared by all who wait for it, so it goes on when one of them cannot wait any longer. */
async function inTime(asked: Promise<TokenAnswer>, { signal }: HttpRequest, tokens: Tokens): Promise<TokenAnswer> {
  if (signal === undefined) return asked;
  let stop = (): void => undefined;
  const stopped = new Promise<TokenAnswer>((resolve) => {
    stop = () => {
      resolve({ ok: false, trouble: tokens.late() });
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([asked, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** A client that signs in for each request: as the app, or as the user who consented. */
export interface AuthorizedHttp {
  send(request: HttpRequest, as?: Caller): Promise<HttpAnswer>;
}

export function createAuthorizedHttp(http: Http, tokens: Tokens, scope: string): AuthorizedHttp {
  async function once(request: HttpRequest, as: Caller, renew: boolean) {
    const asked = as === 'app' ? tokens.forApp(scope, renew) : tokens.forUser(scope, renew);
    const token = await inTime(asked, request, tokens);
    if (!token.ok) return { cached: false, answer: { answered: false, trouble: token.trouble } as const };
    const headers: HttpRequest['headers'] = (last) => ({
      ...request.headers(last),
      authorization: `Bearer ${token.token}`,
    });
    return { cached: token.cached, answer: await http.send({ ...request, headers }) };
  }
  return {
    async send(request, as = 'app') {
      const { cached, answer } = await once(request, as, false);
      // A token may have been revoked while we kept it; one from just now was not.
      if (!answer.answered || answer.status !== 401 || !cached) return answer;
      return (await once(request, as, true)).answer;
    },
  };
}
