import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { answerCheck } from './answer-check.mjs';
import { pairAnswerers } from './answer-pair.mjs';
import { LineError } from './line-error.mjs';

/**
 * What each type of line is answered with: a function from the parsed line to a list of answers. A type whose
 * lines build on each other (the pairs: start, obs, end) keeps its state in the door it was made for.
 */
function answerers() {
  return { check: (line) => [answerCheck(line)], ...pairAnswerers() };
}

/**
 * Reads JSON lines until the input ends or a line says quit, and writes the answers in order. A bad line gets an
 * error with its number, and the rest goes on. Waits when the reader of the answers is slow.
 */
export async function openDoor(input, output) {
  const byType = answerers();
  const lines = createInterface({ input, crlfDelay: Infinity });
  let number = 0;
  for await (const text of lines) {
    number++;
    const said = number === 1 ? text.replace(/^\ufeff/, '') : text;
    if (said.trim() === '') continue;
    const line = readLine(said);
    if (line?.type === 'quit') break;
    for (const answer of answersTo(line, number, byType)) {
      if (!output.write(`${JSON.stringify(answer)}\n`)) await once(output, 'drain');
    }
  }
  lines.close();
  input.destroy?.();
}

/** The object of a line; undefined when it is none. */
function readLine(text) {
  try {
    const line = JSON.parse(text);
    return typeof line === 'object' && line !== null && !Array.isArray(line) ? line : undefined;
  } catch {
    return undefined;
  }
}

function answersTo(line, number, byType) {
  const refuse = (message) => [
    {
      type: 'error',
      line: number,
      ...(typeof line?.id === 'string' && { id: line.id }),
      ...(typeof line?.pair === 'string' && { pair: line.pair }),
      message,
    },
  ];
  if (line === undefined) return refuse('This line is not a JSON object.');
  if (!Object.hasOwn(byType, line.type)) {
    return refuse(`Unknown type. Known are: ${[...Object.keys(byType), 'quit'].join(', ')}.`);
  }
  try {
    return byType[line.type](line);
  } catch (error) {
    if (error instanceof LineError) return refuse(error.message);
    return refuse(`This line could not be worked on: ${error.message}`);
  }
}
