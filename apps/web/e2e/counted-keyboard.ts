import type { Page } from 'playwright-core';

const keysASecond = 5;

/** A keyboard that counts: letters of text apart from the keys that command. */
export class CountedKeyboard {
  text = 0;
  commands = 0;

  constructor(private readonly page: Page) {}

  async type(words: string): Promise<void> {
    this.text += words.length;
    await this.page.keyboard.type(words);
  }

  /** @param keys one key or several held together, as Playwright writes them: `Control+Enter` counts as two */
  async press(keys: string): Promise<void> {
    this.commands += keys.split('+').length;
    await this.page.keyboard.press(keys);
  }

  /** How long a person needs for these keys: five a second, whatever the machine's speed. */
  get seconds(): number {
    return (this.text + this.commands) / keysASecond;
  }

  toString(): string {
    return `${this.text} keys of text, ${this.commands} of command: ${this.seconds} s at ${keysASecond} keys a second`;
  }
}
