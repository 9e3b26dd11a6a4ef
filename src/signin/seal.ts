import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Secret } from '../runtime/secret';

/** AES-256-GCM with a key of its own for each sealing; `about` is bound to it, so that it opens nothing else. */
const ALGORITHM = 'aes-256-gcm';
const FORM = 'v1';
const SALT_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;

export function seal(secret: Secret, key: Secret, about: string): string {
  const salt = randomBytes(SALT_BYTES);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, derived(key, salt), iv).setAAD(Buffer.from(about));
  const text = Buffer.concat([cipher.update(secret.reveal(), 'utf8'), cipher.final()]);
  return `${FORM}.${Buffer.concat([salt, iv, cipher.getAuthTag(), text]).toString('base64url')}`;
}

/** Undefined when it was sealed with another key, about something else, or was changed. */
export function unseal(sealed: string, key: Secret, about: string): Secret | undefined {
  const [form, body = ''] = sealed.split('.');
  const bytes = Buffer.from(body, 'base64url');
  const [iv, tag, text] = [SALT_BYTES, SALT_BYTES + IV_BYTES, SALT_BYTES + IV_BYTES + TAG_BYTES] as const;
  if (form !== FORM || bytes.length <= text) return undefined;
  try {
    const opened = createDecipheriv(ALGORITHM, derived(key, bytes.subarray(0, SALT_BYTES)), bytes.subarray(iv, tag))
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(tag, text));
    return new Secret(Buffer.concat([opened.update(bytes.subarray(text)), opened.final()]).toString('utf8'));
  } catch {
    return undefined;
  }
}

function derived(key: Secret, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key.reveal(), salt, 'handshake refresh token', 32));
}
