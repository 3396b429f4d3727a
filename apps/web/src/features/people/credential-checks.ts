/** What is wrong with what was typed, as a sentence; null when it will do. The server has the last word. */
type Check = (value: string) => string | null;

export const writeSomething: Check = (value) => (value.trim() ? null : 'Write something here.');

export const emailProblem: Check = (value) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim())
    ? null
    : 'Write an e-mail address such as hana@example.org.';

export const passwordProblem: Check = (value) =>
  [...value].length >= 10 ? null : 'Use at least 10 characters.';
