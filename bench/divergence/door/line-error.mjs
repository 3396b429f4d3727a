/** What is wrong with a line, in a sentence for whoever wrote it. */
export class LineError extends Error {}
