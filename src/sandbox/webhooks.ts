import type { Asked, Answer } from './wire';

/** The one webhook registration of the partner tenant, with its test event. */
export function createWebhookService() {
  let registration: { readonly WebhookUrl: string; readonly WebhookEvents: readonly string[] } | undefined;
  let tests = 0;
  const results = new Map<string, { readonly responseCode: string; readonly responseMessage: string }>();

  async function sendTest(id: string, url: string): Promise<void> {
    const event = { EventName: 'test-created', ResourceUri: null, ResourceName: 'test', AuditUri: null };
    try {
      const { status, statusText } = await fetch(url, { method: 'POST', body: JSON.stringify(event) });
      results.set(id, { responseCode: String(status), responseMessage: statusText });
    } catch {
      results.set(id, { responseCode: '0', responseMessage: 'Unable to connect to the remote server' });
    }
  }

  return {
    answer(asked: Asked): Answer {
      const rest = asked.path.replace(/^\/webhooks\/v1\/registration\/?/, '');
      if (rest === 'events') return { status: 200, body: EVENTS };
      if (rest === 'validationEvents' && asked.method === 'POST') {
        if (registration === undefined)
          return { status: 400, body: { code: 400, description: 'Nothing is registered.' } };
        const id = `00000000-0000-4000-8000-${String(++tests).padStart(12, '0')}`;
        void sendTest(id, registration.WebhookUrl);
        return { status: 200, body: { correlationId: id } };
      }
      const id = /^validationEvents\/([0-9a-f-]{36})$/.exec(rest)?.[1];
      if (id !== undefined) {
        const result = results.get(id);
        const status = result === undefined ? 'inProgress' : 'completed';
        return { status: 200, body: { correlationId: id, status, results: result === undefined ? [] : [result] } };
      }
      if (rest !== '') return { status: 404, body: { code: 404, description: 'Resource not found.' } };
      // The bot alone registers here, in the shape of Partner Center.
      if (asked.method !== 'GET') registration = JSON.parse(asked.text) as typeof registration;
      return registration === undefined ? { status: 404 } : { status: 200, body: registration };
    },
  };
}

const EVENTS = [
  'test-created',
  'reseller-relationship-accepted-by-customer',
  'granular-admin-relationship-approved',
  'granular-admin-relationship-terminated',
  'invoice-ready',
];
