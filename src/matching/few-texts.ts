import type { Parts } from './parts';

/** Texts of which there are few, however many rows have one: each is kept once, for good, and a row keeps its number. */
export class FewTexts {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];

  number(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  text(number: number): string {
    return this.texts[number] ?? '';
  }

  pass(parts: Parts): void {
    for (const text of parts.plain(this.texts.slice())) this.number(text);
  }
}
