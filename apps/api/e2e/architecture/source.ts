import { parseSync } from '@swc/core';

/** One file of the repository, as the rules see it. */
export interface Source {
  /** Path from the repository's root, with forward slashes. */
  path: string;
  text: string;
  imports: Import[];
  /** Whether all it does is hand on what other files export. */
  onlyHandsOn: boolean;
}

export interface Import {
  specifier: string;
  /** Types vanish from the program: they make no cycle. */
  typeOnly: boolean;
}

interface Node {
  type?: string;
  [key: string]: unknown;
}

/** Reads one TypeScript file. @throws Error when it cannot be parsed */
export function readSource(path: string, text: string): Source {
  const module = parseSync(text, {
    syntax: 'typescript',
    tsx: path.endsWith('.tsx'),
    decorators: true,
    target: 'es2022',
  });
  const imports: Import[] = [];
  walk(module as unknown as Node, imports);
  const handsOn = (type: string) => type === 'ExportAllDeclaration' || type === 'ExportNamedDeclaration';
  const onlyHandsOn =
    module.body.length > 0 &&
    module.body.every((item) => handsOn(item.type) && 'source' in item && item.source);
  return { path, text, imports, onlyHandsOn: Boolean(onlyHandsOn) };
}

/** Collects what is imported: statements, re-exports, `import()` in code and in types. */
function walk(node: unknown, found: Import[]): void {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, found);
    return;
  }
  if (!node || typeof node !== 'object') return;
  const { type, ...parts } = node as Node;
  const imported = importOf(type, parts);
  if (imported) found.push(imported);
  for (const part of Object.values(parts)) walk(part, found);
}

function importOf(type: string | undefined, parts: Record<string, unknown>): Import | null {
  const source = parts.source as { value?: string } | null | undefined;
  const specifiers = parts.specifiers as { isTypeOnly?: boolean }[] | undefined;
  switch (type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      if (!source?.value) return null;
      const everyNameIsType =
        Boolean(specifiers?.length) && specifiers!.every(({ isTypeOnly }) => isTypeOnly === true);
      return { specifier: source.value, typeOnly: parts.typeOnly === true || everyNameIsType };
    }
    case 'TsImportType':
      return { specifier: (parts.argument as { value: string }).value, typeOnly: true };
    case 'CallExpression': {
      const callee = parts.callee as { type: string };
      const [first] = parts.arguments as { expression: { type: string; value: string } }[];
      if (callee.type !== 'Import' || first?.expression.type !== 'StringLiteral') return null;
      return { specifier: first.expression.value, typeOnly: false };
    }
    default:
      return null;
  }
}
