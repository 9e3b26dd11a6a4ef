import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import type { Http } from './http';

/**
 * MSAL's requests through our own client, so that they have its time-outs, retries and breaker.
 * `authority` is the configured address: requests to its host keep its scheme, which is http on loopback only.
 */
export function networkClient(http: Http, authority: URL): INetworkModule {
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
    const body: unknown = answer.answered ? (answer.body ?? {}) : { error: 'temporarily_unavailable' };
    return {
      status: answer.answered ? answer.status : 503,
      headers: answer.answered ? Object.fromEntries(answer.headers) : {},
      // MSAL lets its caller name the type of the body, and checks the body itself.
      body: body as T,
    };
  }
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}
