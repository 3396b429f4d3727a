import { gzipSync } from 'node:zlib';
import { fileKind } from './file-kind.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test.each<[string, Buffer, string | null]>([
  ['a picture', png, 'image/png'],
  ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n'), 'application/pdf'],
  ['rows', Buffer.from('step,reward\n1,0.4\n'), 'text/plain; charset=utf-8'],
  ['words of any language', Buffer.from('Grüezi, 世界'), 'text/plain; charset=utf-8'],
  [
    'a page, which is only ever text here',
    Buffer.from('<script>alert(1)</script>'),
    'text/plain; charset=utf-8',
  ],
  ['a drawing, likewise', Buffer.from('<?xml version="1.0"?><svg/>'), 'text/plain; charset=utf-8'],
  ['rows, packed', gzipSync('step,reward\n'), 'application/gzip'],
  ['a program', Buffer.from('7f454c4602010100000000000000000002003e0001000000', 'hex'), null],
  ['a program of Windows', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), null],
  ['bytes that are nothing', Buffer.from([0, 1, 2, 255, 254]), null],
  ['text that is no UTF-8', Buffer.from([0x47, 0xfc, 0x65]), null],
])('%s', async (_, bytes, expected) => {
  expect(await fileKind(bytes)).toBe(expected);
});
