/** Kinds of a packed value; the byte before it. */
const kind = { null: 0, no: 1, yes: 2, number: 3, text: 4, list: 5, object: 6, doubles: 7 } as const;

type Tree = unknown;

/** Plain objects, lists, numbers, text and Float64Arrays as bytes, numbers to the last bit, keys in their order. */
export function packTree(tree: Tree): Uint8Array {
  const out = new Writer();
  write(out, tree);
  return out.bytes.slice(0, out.at);
}

export function unpackTree(bytes: Uint8Array): Tree {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 };
  return read(reader);
}

class Writer {
  bytes = new Uint8Array(4096);
  at = 0;
  private view = new DataView(this.bytes.buffer);
  private room(size: number): void {
    if (this.at + size <= this.bytes.length) return;
    const larger = new Uint8Array(2 * (this.bytes.length + size));
    larger.set(this.bytes);
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }
  byte(value: number): void {
    this.room(1);
    this.bytes[this.at++] = value;
  }
  count(value: number): void {
    this.room(4);
    this.view.setUint32(this.at, value, true);
    this.at += 4;
  }
  double(value: number): void {
    this.room(8);
    this.view.setFloat64(this.at, value, true);
    this.at += 8;
  }
  text(value: string): void {
    this.byte(value.length);
    for (let i = 0; i < value.length; i++) this.byte(value.charCodeAt(i));
  }
}

function write(out: Writer, tree: Tree): void {
  if (tree === null || tree === undefined) out.byte(kind.null);
  else if (typeof tree === 'boolean') out.byte(tree ? kind.yes : kind.no);
  else if (typeof tree === 'number') {
    out.byte(kind.number);
    out.double(tree);
  } else if (typeof tree === 'string') {
    out.byte(kind.text);
    out.text(tree);
  } else if (tree instanceof Float64Array) {
    out.byte(kind.doubles);
    out.count(tree.length);
    for (const value of tree) out.double(value);
  } else if (Array.isArray(tree)) {
    out.byte(kind.list);
    out.count(tree.length);
    for (const value of tree) write(out, value);
  } else {
    const entries = Object.entries(tree as object);
    out.byte(kind.object);
    out.count(entries.length);
    for (const [key, value] of entries) {
      out.text(key);
      write(out, value);
    }
  }
}

interface Reader {
  view: DataView;
  at: number;
}

function read(from: Reader): Tree {
  switch (byte(from)) {
    case kind.null:
      return null;
    case kind.no:
      return false;
    case kind.yes:
      return true;
    case kind.number:
      return double(from);
    case kind.text:
      return text(from);
    case kind.list:
      return Array.from({ length: count(from) }, () => read(from));
    case kind.doubles:
      return Float64Array.from({ length: count(from) }, () => double(from));
    case kind.object:
      return Object.fromEntries(Array.from({ length: count(from) }, () => [text(from), read(from)]));
    default:
      throw new RangeError('These bytes are not a stored state.');
  }
}

function byte(from: Reader): number {
  return from.view.getUint8(from.at++);
}

function count(from: Reader): number {
  from.at += 4;
  return from.view.getUint32(from.at - 4, true);
}

function double(from: Reader): number {
  from.at += 8;
  return from.view.getFloat64(from.at - 8, true);
}

function text(from: Reader): string {
  const length = byte(from);
  let value = '';
  for (let i = 0; i < length; i++) value += String.fromCharCode(byte(from));
  return value;
}
