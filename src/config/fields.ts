import { z } from 'zod';
import { idIn } from '../domain/one-form';
import { DEFAULT_STEPS, MOST_STEPS, stepsOf } from '../domain/reminders';
import type { ReminderSteps } from '../domain/reminders';
import { Secret } from '../runtime/secret';
import { isLoopback, parseHostRule, parseHostsRule, type HostRule } from '../runtime/hosts';
import { bared, leftoverIn } from './leftovers';
import type { Complaint } from './leftovers';
import { nearest } from './nearest';

type Parsed<T> = { readonly value: T } | Complaint;

/** A setting that may be left out: empty and blank count as left out. */
export function setting<T>(parse: (text: string) => Parsed<T>): z.ZodType<T | undefined, string | undefined> {
  return z
    .string()
    .optional()
    .transform((raw, context) => {
      const text = bared(raw ?? '');
      if (text === '') return undefined;
      const parsed = leftoverIn(text) ?? parse(text);
      if ('value' in parsed) return parsed.value;
      context.addIssue({ code: 'custom', message: parsed.problem, params: { remedy: parsed.remedy } });
      return z.NEVER;
    });
}

/** An id; a GUID in its one form, whatever letters and braces it is written with. */
export function id(): ReturnType<typeof setting<string>> {
  return setting((value) => ({ value: idIn(value) }));
}

export function text(): ReturnType<typeof setting<string>> {
  return setting((value) => ({ value }));
}

export function oneOf<const T extends string>(...words: readonly T[]): ReturnType<typeof setting<T>> {
  return setting((typed) => {
    const word = words.find((candidate) => candidate.toLowerCase() === typed.toLowerCase());
    if (word !== undefined) return { value: word };
    const meant = nearest(typed, words);
    const hint = meant === undefined ? '' : ` (did you mean ${meant}?)`;
    return { problem: `is "${typed}", which is not known`, remedy: `use ${words.join(' or ')}${hint}` };
  });
}

/** A plain decimal number from `least` to `most`; `whole` refuses fractions. */
export function number(least: number, most: number, kind: 'whole' | 'any'): ReturnType<typeof setting<number>> {
  const noun = kind === 'whole' ? 'a whole number' : 'a number';
  return setting((typed) => {
    const value = /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
    const fits = value >= least && value <= most && (kind === 'any' || Number.isInteger(value));
    if (fits) return { value };
    return { problem: `is "${typed}"`, remedy: `write ${noun} from ${least} to ${most}` };
  });
}

/** Up to `most` whole numbers from `least` to `highest`; `none` for no number at all. */
export function numbers(least: number, highest: number, most: number): ReturnType<typeof setting<readonly number[]>> {
  return setting((typed) => {
    if (typed.toLowerCase() === 'none') return { value: [] };
    const values = parts(typed).map((part) => (/^\d+$/.test(part) ? Number(part) : Number.NaN));
    const fits = values.length <= most && values.every((value) => value >= least && value <= highest);
    if (fits) return { value: values };
    return {
      problem: `is "${typed}"`,
      remedy: `write up to ${most} whole numbers from ${least} to ${highest}, or none`,
    };
  });
}

export interface UrlShape {
  /** `none`: the host alone. `required`: something must follow it. `any`: both are fine. */
  readonly path: 'none' | 'required' | 'any';
  /** What must not stand at the end, because the bot adds it. */
  readonly without?: RegExp;
  readonly example: string;
}

/** An address without a slash at its end: https, or plain http for this machine only. */
export function url(shape: UrlShape): ReturnType<typeof setting<string>> {
  return setting((typed) => {
    const problem = urlProblem(typed, shape);
    if (problem !== undefined) return { problem, remedy: `write it like ${shape.example}` };
    return { value: new URL(typed).href.replace(/\/+$/, '') };
  });
}

function urlProblem(typed: string, shape: UrlShape): string | undefined {
  if (/^[\w.-]+\.[a-z]{2,}(:\d+)?(\/|$)/i.test(typed)) return `is "${typed}", without https:// in front`;
  if (!URL.canParse(typed)) return 'is not an address';
  const { protocol, hostname, username, password, search, hash, pathname } = new URL(typed);
  if (username !== '' || password !== '') return 'holds a user name or password';
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname))) {
    return `is "${typed}"; it must be https (plain http only for this machine)`;
  }
  if (search !== '' || hash !== '') return `is "${typed}"; it must not hold "?" or "#"`;
  const path = pathname.replace(/\/+$/, '');
  if (shape.path === 'none' && path !== '') return `is "${typed}"; nothing may follow the host`;
  if (shape.path === 'required' && path === '') return `is "${typed}"; the part after the host is missing`;
  if (shape.without?.test(path)) return `is "${typed}"; leave out "${path}", the bot adds it`;
  return undefined;
}

/** A text that has to be kept: given by a service, so without white space. */
export function secret(wrong: (text: string) => Complaint | undefined = () => undefined) {
  return setting<Secret>((value) => {
    if (/\s/.test(value)) return { problem: 'holds white space or several lines', remedy: 'write the one value alone' };
    return wrong(value) ?? { value: new Secret(value) };
  });
}

export function texts(): ReturnType<typeof setting<readonly string[]>> {
  return setting((typed) => ({ value: parts(typed).map(idIn) }));
}

type HostsField = ReturnType<typeof setting<readonly HostRule[]>>;

export function hosts(example: string): HostsField {
  return hostList(parseHostRule, `write host or host:port, like ${example}`);
}

/** The same, and whole families of hosts. */
export function hostFamilies(example: string): HostsField {
  return hostList(parseHostsRule, `write host, host:port or *.host, like ${example}`);
}

function hostList(parse: typeof parseHostRule, remedy: string): HostsField {
  return setting((typed) => {
    const rules: HostRule[] = [];
    for (const part of parts(typed)) {
      const rule = parse(part);
      if (rule === undefined) {
        return { problem: `holds "${part}", which is no host`, remedy };
      }
      rules.push(rule);
    }
    return { value: rules };
  });
}

/** Rising whole days, or `off`. */
export function reminderDays(): ReturnType<typeof setting<ReminderSteps>> {
  return setting<ReminderSteps>((typed) => {
    if (typed.toLowerCase() === 'off') return { value: [] };
    const steps = stepsOf(parts(typed).map(Number));
    if (steps !== undefined) return { value: steps };
    return {
      problem: `is "${typed}"`,
      remedy: `write up to ${MOST_STEPS} rising whole numbers of days, like ${DEFAULT_STEPS.join(',')}, or off`,
    };
  });
}

function parts(typed: string): readonly string[] {
  const all = typed.split(',').map((part) => part.trim());
  return all.filter((part) => part !== '');
}
