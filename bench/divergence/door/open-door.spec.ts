import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

/** Speaks to the real command and answers what it wrote to standard output. */
function speak(text: string): Promise<{ answers: unknown[]; code: number | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts', 'detector.mjs')], { cwd: root });
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const lines = out.split('\n').filter((line) => line !== '');
      resolve({ answers: lines.map((line) => JSON.parse(line) as unknown), code });
    });
    child.stdin.end(text);
  });
}

const kind = { direction: 'higher', scale: 'score' };
const rows = Array.from({ length: 40 }, (_, k) => ({
  x: 10 * k,
  p: k + Math.sin(9 * k),
  i: (k <= 20 ? k : 40 - k) + 0.8 * Math.sin(7 * k),
  n: null,
}));
const check = { type: 'check', id: 'a', axis: 'step', proxy: kind, intent: kind, rows };

describe('the JSON-lines door', () => {
  it('answers each line in order, refuses bad ones by number, and ends at quit', async () => {
    const { answers, code } = await speak(
      [
        JSON.stringify(check),
        'no JSON',
        '',
        '{"type":"guess"}',
        JSON.stringify({ ...check, id: 'b', rows: [{ x: 1, p: 'high', i: null, n: null }] }),
        JSON.stringify({ ...check, id: 'c', axis: 'day' }),
        JSON.stringify({
          ...check,
          id: 'd',
          intent: { direction: 'higher_better', scale: 'score' },
          rows: rows.slice(0, 3),
        }),
        '{"type":"quit"}',
        JSON.stringify({ ...check, id: 'after quit' }),
      ].join('\n'),
    );
    expect(code).toBe(0);
    expect(answers).toEqual([
      {
        id: 'a',
        verdict: 'reversed',
        pDiverged: expect.any(Number),
        onset: expect.any(Number),
        onsetLo: expect.any(Number),
        onsetHi: expect.any(Number),
        turningPoint: expect.any(Number),
        lo: expect.any(Number),
        hi: expect.any(Number),
        sentence: expect.stringMatching(/^Reversed \(\d+ %\): the intent peaked at step /),
      },
      { type: 'error', line: 2, message: 'This line is not a JSON object.' },
      { type: 'error', line: 4, message: expect.stringMatching(/^Unknown type/) },
      { type: 'error', line: 5, id: 'b', message: 'row 1: "p" must be a number or null.' },
      { type: 'error', line: 6, id: 'c', message: '"axis" must be one of: step, time, kl.' },
      expect.objectContaining({ id: 'd', verdict: 'cannot_tell', onset: null, turningPoint: null, lo: null }),
    ]);
  });

  it('replays pairs whose lines are mixed and out of order, and ends each with done', async () => {
    const line = (value: object) => JSON.stringify(value);
    const lines: string[] = [];
    for (const pair of ['one', 'two']) {
      lines.push(
        line({ type: 'start', pair, burnDays: 84, falseAlarmsPerYear: 0.2, proxy: kind, intent: kind }),
      );
    }
    for (let t = 299; t >= 0; t--) {
      for (const pair of ['one', 'two']) {
        const apart = pair === 'two' && t > 200 ? 6 : 0;
        const v = Math.sin(t / 20) + 0.3 * Math.sin(13 * t);
        lines.push(line({ type: 'obs', pair, series: 'proxy', t, v: v + apart }));
        if (t % 7 === 0) lines.push(line({ type: 'obs', pair, series: 'intent', t, v: v - apart }));
      }
    }
    lines.push('{"type":"obs","pair":"one","series":"other","t":1,"v":1}', '{"type":"end","pair":"three"}');
    lines.push('{"type":"end","pair":"one"}', '{"type":"end","pair":"two"}', '{"type":"quit"}');
    const { answers } = await speak(lines.join('\n'));
    const answered = answers as { pair: string; type: string; t: number; line: number }[];
    expect(answered.filter(({ type }) => type === 'error').map((one) => [one.line, one.pair])).toEqual([
      [689, 'one'],
      [690, 'three'],
    ]);
    expect(answered.filter(({ type }) => type === 'done').map(({ pair }) => pair)).toEqual(['one', 'two']);
    const estimates = answered.filter((one) => one.type === 'estimate' && one.pair === 'one');
    expect(estimates.map(({ t }) => t)).toEqual(Array.from({ length: 31 }, (_, k) => 84 + 7 * k));
    const alarms = answered.filter(({ type }) => type === 'alarm');
    expect(alarms[0]).toMatchObject({ pair: 'two' });
    expect(alarms[0]!.t).toBeGreaterThan(200);
  });

  it('refuses what cannot be reckoned with, and goes on', async () => {
    const line = (value: object) => JSON.stringify(value);
    const lines = [`\ufeff${line({ type: 'start', pair: 'far', burnDays: 84, proxy: kind, intent: kind })}`];
    const wrong = [
      { series: 'proxy', t: 1e300, v: 1 },
      { series: 'proxy', t: 1, v: 1e200 },
      { series: 'intent', t: '1', v: 1 },
      { series: 'intent', t: 1, v: null },
      { series: 'intent', t: 1, v: 1, n: 0 },
    ];
    lines.push(...wrong.map((one) => line({ type: 'obs', pair: 'far', ...one })));
    lines.push('{"type":"obs","pair":"far","series":"proxy","t":1e999,"v":1}');
    for (let k = 0; k < 60; k++) {
      for (const series of ['proxy', 'intent']) {
        lines.push(line({ type: 'obs', pair: 'far', series, t: k * 1e6, v: k % 2 ? 1e99 : -1e99 }));
      }
    }
    lines.push('{"type":"end","pair":"far"}');
    const { answers } = await speak(lines.join('\n'));
    const answered = answers as { type: string; line: number; message: string }[];
    expect(answered.filter(({ type }) => type === 'error').map((one) => [one.line, one.message])).toEqual([
      [2, '"t" must lie within ±1000000000.'],
      [3, '"v" must lie within ±1e+100.'],
      [4, '"t" must be a finite number.'],
      [5, '"v" must be a finite number.'],
      [6, '"n" must be a number above 0.'],
      [7, '"t" must be a finite number.'],
    ]);
    expect(answered.filter(({ type }) => type === 'estimate').length).toBeGreaterThan(40);
    expect(answered.at(-1)).toEqual({ pair: 'far', type: 'done' });
  });
});
