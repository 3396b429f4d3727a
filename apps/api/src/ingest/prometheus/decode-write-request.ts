import protobuf from 'protobufjs/minimal.js';
import { Problem } from '../../platform/problem/problem.js';
import type { OfferedPoint, OfferedSeries } from '../series/offered-series.js';

const { Reader } = protobuf;
type Reader = InstanceType<typeof Reader>;

/**
 * Reads `prometheus.WriteRequest` of remote write 1.0. Stale markers, which say that a series ended, and values that
 * are no numbers are left out; so is everything that is not read here.
 * @throws Problem 400 for what is not such a message
 */
export function decodeWriteRequest(bytes: Buffer): OfferedSeries[] {
  const series: OfferedSeries[] = [];
  try {
    const reader = Reader.create(bytes);
    while (reader.pos < reader.len) {
      const tag = reader.uint32();
      if (tag === field(1, 2)) series.push(readSeries(reader, reader.uint32() + reader.pos));
      else reader.skipType(tag & 7);
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      'request/malformed',
      'The body is not a write request of Prometheus (remote write 1.0).',
    );
  }
  return series;
}

/** The tag of a field: its number and wire type (0 varint, 1 eight bytes, 2 with a length). */
const field = (number: number, wire: number): number => (number << 3) | wire;

function readSeries(reader: Reader, end: number): OfferedSeries {
  const labels: Record<string, string> = {};
  const points: OfferedPoint[] = [];
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === field(1, 2)) {
      const [name, value] = readLabel(reader, reader.uint32() + reader.pos);
      if (name !== '__proto__') labels[name] = value;
    } else if (tag === field(2, 2)) {
      const point = readSample(reader, reader.uint32() + reader.pos);
      if (Number.isFinite(point.value) && Number.isSafeInteger(point.at)) points.push(point);
    } else reader.skipType(tag & 7);
  }
  const { __name__: name = '', ...rest } = labels;
  return { name, labels: rest, kind: null, points };
}

function readLabel(reader: Reader, end: number): [name: string, value: string] {
  let [name, value] = ['', ''];
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === field(1, 2)) name = reader.string();
    else if (tag === field(2, 2)) value = reader.string();
    else reader.skipType(tag & 7);
  }
  return [name, value];
}

function readSample(reader: Reader, end: number): OfferedPoint {
  let [value, at] = [0, 0];
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === field(1, 1)) value = reader.double();
    else if (tag === field(2, 0)) at = Number(reader.int64());
    else reader.skipType(tag & 7);
  }
  return { value, at, n: null };
}
