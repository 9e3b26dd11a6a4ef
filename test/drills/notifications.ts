import { createSign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueCertificate, SERVERS } from '../providers/partner-center/issue-certificate';
import type { Replica } from './replica';

/** Partner Center as a sender of notifications: signed, with its certificate on a host of its own. */
export interface Notifications {
  /** What a replica has to be started with. */
  readonly env: Readonly<Record<string, string>>;
  /** Tells a replica that this tenant accepted; gives the status that it was answered with. */
  tell(replica: Replica, tenantId: string, at: number): Promise<number>;
  close(): Promise<void>;
}

const SECRET = 'a-long-secret-in-the-address-of-the-webhook';
const MICROSOFT = { organization: 'Microsoft Corporation', commonName: 'Issuing CA' };
const valid = { from: '2025-01-01T00:00:00', to: '2040-01-01T00:00:00' };

export async function startNotifications(): Promise<Notifications> {
  const ca = issueCertificate({ subject: MICROSOFT, ca: true, ...valid });
  const issued = { issuer: ca, purpose: SERVERS, ...valid };
  const sender = issueCertificate({ subject: { ...MICROSOFT, commonName: 'dispatch' }, ...issued });
  const host = issueCertificate({ subject: { ...MICROSOFT, commonName: 'localhost' }, ...issued });
  const folder = mkdtempSync(join(tmpdir(), 'handshake-notifications-'));
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, ca.pem);
  const key = host.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const server = createServer({ key, cert: host.pem }, (_request, response) => response.end(sender.der));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = `localhost:${(server.address() as AddressInfo).port}`;
  return {
    env: {
      PARTNER_CENTER_WEBHOOK_SECRET: SECRET,
      PARTNER_CENTER_WEBHOOK_CERT_HOSTS: address,
      PARTNER_CENTER_WEBHOOK_CA_FILE: caFile,
      NODE_EXTRA_CA_CERTS: caFile,
    },
    async tell(replica, tenantId, at) {
      const body = JSON.stringify({
        EventName: 'reseller-relationship-accepted-by-customer',
        ResourceUri: `https://api.partnercenter.microsoft.com/v1/customers/${tenantId}`,
        ResourceName: 'Customer',
        ResourceChangeUtcDate: new Date(at).toISOString(),
      });
      const signature = createSign('RSA-SHA256').update(body, 'utf8').sign(sender.privateKey, 'base64');
      const response = await fetch(`${replica.url}/api/webhooks/partner-center/${SECRET}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'authorization': `Signature ${signature}`,
          'x-ms-certificate-url': `https://${address}/cert/notifications.cer`,
          'x-ms-signature-algorithm': 'rsa-sha256',
        },
        body,
      });
      await response.arrayBuffer();
      return response.status;
    },
    close: () =>
      new Promise((resolve) => {
        rmSync(folder, { recursive: true });
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
