import { domainIn, guidIn } from '../domain/one-form';

/** One setting with which the bot cannot start: `<setting> <problem>`, and what to do about it. */
export interface SettingFailure {
  readonly setting: string;
  readonly problem: string;
  readonly remedy: string;
}

/** What a reading of the settings found; collects, so that a person sees everything at once. */
export class Findings {
  readonly failures: SettingFailure[] = [];
  readonly warnings: string[] = [];

  fail(setting: string, problem: string, remedy: string): void {
    this.failures.push({ setting, problem, remedy });
  }

  warn(sentence: string): void {
    this.warnings.push(sentence);
  }

  failed(setting: string): boolean {
    return this.failures.some((failure) => failure.setting === setting);
  }

  /** Fails when a needed setting is missing; one that was there and wrong has been named already. */
  need(setting: string, value: unknown, remedy: string): void {
    if (value === undefined && !this.failed(setting)) this.fail(setting, 'is not set', remedy);
  }

  isGuid(text: string): boolean {
    return guidIn(text) !== undefined;
  }

  /** A warning only, but for a domain: the ids of test tenants need not look like Microsoft's. */
  expectGuid(setting: string, text: string | undefined): void {
    if (text === undefined || this.isGuid(text)) return;
    if (setting.includes('TENANT') && domainIn(text) !== undefined) {
      this.fail(setting, `is "${text}", a domain`, "write the tenant's id, which Entra shows in its overview, instead");
    } else this.warn(`${setting} holds "${text}", which does not look like an id`);
  }

  expectFile(setting: string, path: string | undefined, machine: { fileExists(path: string): boolean }): void {
    if (path === undefined || machine.fileExists(path)) return;
    this.fail(setting, `names "${path}", which is not there`, 'write the path of a file that the bot can read');
  }
}
