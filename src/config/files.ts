import { DAY } from '../domain/time';
import { certificatePair } from '../runtime/certificate-pair';
import type { Findings } from './findings';

/** What the check needs to know of the machine. */
export interface Machine {
  fileExists(path: string): boolean;
  /** The text of a file; undefined when it cannot be read. Absent where files are only looked for. */
  readText?(path: string): string | undefined;
  /** Milliseconds since 1970. */
  now?(): number;
}

const SOON = 30 * DAY;

/** The certificate of an app, with its key: looked into at the start, because Entra refuses it without saying why. */
export function checkPair(setting: string, path: string | undefined, machine: Machine, findings: Findings): void {
  const pem = textOf(setting, path, machine, findings);
  if (pem === undefined) return;
  const pair = certificatePair(pem);
  if (!pair.ok) {
    const remedy =
      'write certificate and private key into one PEM file, like openssl pkcs12 -in app.pfx -nodes -out app.pem';
    findings.fail(setting, `names a file that ${pair.problem}`, remedy);
    return;
  }
  const ends = Date.parse(pair.certificate.validTo);
  const left = ends - (machine.now?.() ?? Date.now());
  const day = new Date(ends).toISOString().slice(0, 10);
  if (left <= 0) {
    findings.fail(setting, `names a certificate that ended on ${day}`, 'upload a new one at the app registration');
  } else if (left < SOON) findings.warn(`${setting} names a certificate that ends on ${day}; upload a new one in time`);
}

export function checkCertificates(
  setting: string,
  path: string | undefined,
  machine: Machine,
  findings: Findings,
): void {
  const pem = textOf(setting, path, machine, findings);
  if (pem === undefined || pem.includes('-----BEGIN CERTIFICATE-----')) return;
  findings.fail(setting, 'names a file without a certificate in PEM form', 'write the CA certificates into it, as PEM');
}

/** What a setting holds as JSON, or the file that it names; undefined when that is nothing, or was found to be wrong. */
export function readJsonFile(setting: string, path: string | undefined, machine: Machine, findings: Findings): unknown {
  const text = path !== undefined && /^\s*[[{]/.test(path) ? path : textOf(setting, path, machine, findings);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    findings.fail(setting, 'is not JSON, or names a file that is not', 'put the file right');
    return undefined;
  }
}

export function checkJson(setting: string, path: string | undefined, machine: Machine, findings: Findings): void {
  // The value may be the JSON itself.
  const text = path?.startsWith('{') === true ? path : textOf(setting, path, machine, findings);
  if (text === undefined) return;
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    findings.fail(
      setting,
      'is not JSON, or names a file that is not',
      'put the file right, or leave the setting empty',
    );
  }
}

function textOf(setting: string, path: string | undefined, machine: Machine, findings: Findings): string | undefined {
  findings.expectFile(setting, path, machine);
  if (path === undefined || findings.failed(setting) || machine.readText === undefined) return undefined;
  const text = machine.readText(path);
  if (text === undefined) {
    findings.fail(
      setting,
      `names "${path}", which cannot be read`,
      'give the user that runs the bot the right to read it',
    );
  }
  return text;
}
