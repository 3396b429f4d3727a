import { checkRun } from '@plumbline/shared/divergence/run/check-run';
import { inputOf } from '../checked-run.js';
import { exampleTexts } from '../example-runs.js';
import { understand } from '../understand.js';
import { type CheckModel, checkModel } from './check-model.js';

function model(text: string): CheckModel {
  const understood = understand({ text, said: {} });
  if (typeof understood === 'string' || !understood.run) throw new Error('cannot be understood');
  return checkModel({ run: understood.run, check: checkRun(inputOf(understood.run)) });
}

test('a run that turned is tied at its own start; from the onset on the link predicts more than there is', () => {
  const { tied, onset, predictedZ, bandZ, density, readings, range } = model(exampleTexts.turned);
  expect(onset!.from).toBeLessThan(onset!.at);
  expect(onset!.at).toBeLessThan(onset!.to);
  expect(tied!.from).toBe(0);
  expect(tied!.to).toBeLessThanOrEqual(onset!.at);
  expect(predictedZ.x.every((x) => x >= tied!.to)).toBe(true);
  expect(predictedZ.y.at(-1)).toBeGreaterThan(bandZ.mid.at(-1)!);
  expect(Math.max(...density.map(({ height }) => height))).toBe(1);
  expect(density.every(({ from, to }) => to >= from)).toBe(true);
  expect(readings).toHaveLength(50);
  expect(readings[0]).toMatchObject({ x: 0, n: 200, predicted: null });
  expect(readings.at(-1)!.predicted).toBeGreaterThan(readings.at(-1)!.level!.intent);
  expect(range[0]).toBeLessThan(range[1]);
});

test('binomial bars enclose their evaluation and stay within shares', () => {
  const { pointsZ, intentTie } = model(exampleTexts.levelled);
  const back = (z: number) => intentTie.mean + z * intentTie.sd;
  for (const { z, low, high } of pointsZ) {
    expect(low).toBeLessThan(z);
    expect(high).toBeGreaterThan(z);
    expect(back(high) - back(low)).toBeCloseTo(2 * 1.645 * Math.sqrt((back(z) * (1 - back(z))) / 200), 6);
  }
});

test('an aligned run has no plumb line and no density', () => {
  expect(model(exampleTexts.levelled)).toMatchObject({ onset: null, density: [], tied: null });
});

test('what is too short to be smoothed is drawn as it is', () => {
  const { bandZ, proxyZ, pointsZ, grid } = model('1 .5\n2 .6\n3 .7');
  expect(bandZ.x).toEqual([]);
  expect(proxyZ.x).toEqual([1, 2, 3]);
  expect(pointsZ).toHaveLength(3);
  expect(grid.length).toBeGreaterThan(2);
});

test('a proxy that is better lower is drawn beside a turned intent', () => {
  const { intentTie } = model('step,loss,win\n0,3,.4\n1,2,.5\n2,1,.6\n3,.5,.7');
  expect(intentTie.sign).toBe(-1);
});
