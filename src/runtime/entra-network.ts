import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import type { Trouble } from '../domain/source';
import type { Http } from './http';

/**
 * MSAL's requests through our own client, so that they have its time-outs, retries and breaker, and follow no redirect.
 * `authority` is the configured address: requests to its host keep its scheme, which is http on loopback only.
 * MSAL passes no more than a code on, so `failed` hears why there was no answer.
 */
export function networkClient(http: Http, authority: URL, failed: (trouble: Trouble) => void): INetworkModule {
  async function send<T>(
    method: 'GET' | 'POST',
    url: string,
    options: NetworkRequestOptions | undefined,
  ): Promise<NetworkResponse<T>> {
    const target = new URL(url);
    if (target.host === authority.host) target.protocol = authority.protocol;
    const answer = await http.send({
      what: 'sign-in',
      method,
      url: target.href,
      headers: () => options?.headers ?? {},
      // Asking for a token twice gives two tokens and does no harm.
      repeatable: true,
      ...(options?.body === undefined ? {} : { text: options.body }),
    });
    if (!answer.answered) {
      failed(answer.trouble);
      // Not the 503 that it would be: after one, MSAL refuses to ask again for a minute, and our client knows better.
      // MSAL names the type of an answer itself, and checks what is in it.
      const refusal: unknown = { error: 'temporarily_unavailable' };
      return { status: 400, headers: {}, body: refusal as T };
    }
    const body: unknown = answer.body ?? {};
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      // MSAL lets its caller name the type of the body, and checks the body itself.
      body: body as T,
    };
  }
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}
