import { fileTypeFromBuffer } from 'file-type';

/** What is kept, by what its content says it is. */
const kept: Record<string, string> = {
  'image/png': 'image/png',
  'image/apng': 'image/png',
  'image/jpeg': 'image/jpeg',
  'image/gif': 'image/gif',
  'image/webp': 'image/webp',
  'image/avif': 'image/avif',
  'application/pdf': 'application/pdf',
  'application/zip': 'application/zip',
  'application/gzip': 'application/gzip',
  'application/vnd.apache.parquet': 'application/vnd.apache.parquet',
  'application/x-parquet': 'application/vnd.apache.parquet',
};

/** @returns the media type of a file that may be kept, told from its content alone; null for any other */
export async function fileKind(bytes: Buffer): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found && !/xml/.test(found.mime)) return kept[found.mime] ?? null;
  return isText(bytes) ? 'text/plain; charset=utf-8' : null;
}

function isText(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
