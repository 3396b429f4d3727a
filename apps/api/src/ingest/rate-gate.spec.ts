import { Clock } from '../platform/clock.js';
import { perMinute, RateGate } from './rate-gate.js';

test('each key has its minute, and the next one begins anew', async () => {
  const clock = new Clock();
  const gate = new RateGate(clock);
  const at = (second: number, key: string) =>
    clock.runAt(new Date(Date.UTC(2026, 10, 19, 14, 20, second)), async () => gate.take(key));
  expect(await at(10, 'one')).toEqual({ remaining: perMinute - 1, seconds: 50 });
  expect(await at(20, 'one')).toEqual({ remaining: perMinute - 2, seconds: 40 });
  expect(await at(20, 'other')).toEqual({ remaining: perMinute - 1, seconds: 40 });
  expect(await at(60, 'one')).toEqual({ remaining: perMinute - 1, seconds: 60 });
});
