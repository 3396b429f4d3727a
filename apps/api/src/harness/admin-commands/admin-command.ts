/** One thing that `npm run admin` can do. */
export interface AdminCommand {
  /** What follows its name: `[file]`. */
  takes: string;
  /** One line for the help. */
  does: string;
  /**
   * @param words what was given after the command's name
   * @throws Error with a sentence that says what to do
   */
  run(words: string[], environment: NodeJS.ProcessEnv): Promise<void>;
}
