import { createSign, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** X.509 certificates of our own, written byte by byte because Node reads them but does not make them. */
export interface Issued {
  readonly der: Buffer;
  readonly pem: string;
  readonly privateKey: KeyObject;
  readonly subject: Name;
}

export interface Name {
  readonly organization: string;
  readonly commonName: string;
}

export interface Wish {
  readonly subject: Name;
  /** Whoever signs; itself without it. */
  readonly issuer?: Issued;
  /** Writes this name as the issuer's, whoever signs. */
  readonly issuerName?: Name;
  readonly from: string;
  readonly to: string;
  readonly ca?: boolean;
  readonly key?: 'rsa' | 'ec';
  /** 2,048 without it. */
  readonly bits?: number;
  /** The object id of its one extended key usage, in hex; none without it. */
  readonly purpose?: string;
}

/** Object ids of extended key usages, in hex. */
export const SERVERS = '2b06010505070301';
export const MAIL = '2b06010505070304';

export function issueCertificate(wish: Wish): Issued {
  const { publicKey, privateKey } =
    wish.key === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: wish.bits ?? 2_048 });
  const signer = wish.issuer?.privateKey ?? privateKey;
  const basicConstraints = seq(oid('551d13'), tag(0x04, seq(...(wish.ca === true ? [tag(0x01, hex('ff'))] : []))));
  const usage = wish.purpose === undefined ? [] : [seq(oid('551d25'), tag(0x04, seq(oid(wish.purpose))))];
  const body = seq(
    tag(0xa0, tag(0x02, hex('02'))),
    tag(0x02, hex('01')),
    SHA256_WITH_RSA,
    nameOf(wish.issuerName ?? wish.issuer?.subject ?? wish.subject),
    seq(time(wish.from), time(wish.to)),
    nameOf(wish.subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    tag(0xa3, seq(basicConstraints, ...usage)),
  );
  const signature = createSign('RSA-SHA256').update(body.toString('latin1'), 'latin1').sign(signer, 'hex');
  const der = seq(body, SHA256_WITH_RSA, tag(0x03, hex(`00${signature}`)));
  const base64 = der.toString('base64').replace(/(.{64})(?=.)/g, '$1\n');
  const pem = `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
  return { der, pem, privateKey, subject: wish.subject };
}

const SHA256_WITH_RSA = seq(oid('2a864886f70d01010b'), tag(0x05));

function nameOf({ organization, commonName }: Name): Buffer {
  const part = (id: string, text: string) => tag(0x31, seq(oid(id), tag(0x0c, Buffer.from(text, 'utf8'))));
  return seq(part('55040a', organization), part('550403', commonName));
}

function time(iso: string): Buffer {
  return tag(0x18, Buffer.from(`${iso.replace(/[-:T]/g, '').slice(0, 14)}Z`));
}

function seq(...parts: readonly Buffer[]): Buffer {
  return tag(0x30, ...parts);
}

function oid(digits: string): Buffer {
  return tag(0x06, hex(digits));
}

function tag(type: number, ...parts: readonly Buffer[]): Buffer {
  const content = parts.map((part) => part.toString('hex')).join('');
  const length = content.length / 2;
  const size = length.toString(16).padStart(length > 0xff ? 4 : 2, '0');
  const prefix = length < 0x80 ? '' : length > 0xff ? '82' : '81';
  return hex(type.toString(16).padStart(2, '0') + prefix + size + content);
}

function hex(digits: string): Buffer {
  return Buffer.from(digits, 'hex');
}
