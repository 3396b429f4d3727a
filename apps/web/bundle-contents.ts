import type { Plugin } from 'vite';

/** Bytes before minifying, by package (or our own top folder), for one chunk. */
type Contents = Record<string, number>;

/** Writes what each chunk holds beside the manifest, for the size check of `npm test`. */
export function bundleContents(): Plugin {
  return {
    name: 'plumbline:bundle-contents',
    generateBundle(_, bundle) {
      const chunks: Record<string, Contents> = {};
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const contents: Contents = {};
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const owner = ownerOf(id);
          contents[owner] = (contents[owner] ?? 0) + renderedLength;
        }
        chunks[chunk.fileName] = contents;
      }
      this.emitFile({ type: 'asset', fileName: '.vite/contents.json', source: JSON.stringify(chunks) });
    },
  };
}

function ownerOf(id: string): string {
  const dependency = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1];
  if (dependency) return dependency;
  const own = /\/(?:apps\/web|packages\/shared)\/src\/(features\/[^/]+|[^/]+)/.exec(id)?.[1];
  return own ?? 'other';
}
