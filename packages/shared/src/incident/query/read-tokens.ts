/** A piece of a query as it was written: `-owner:me`, `"exact words"`, `chat`. */
export interface Token {
  from: number;
  to: number;
  not: boolean;
  /** The name before the colon, as written; null for words. */
  field: string | null;
  parts: { text: string; from: number; to: number; quoted: boolean }[];
  /** Where a quote was opened that is never closed. */
  openQuote?: number;
}

const fieldName = /[A-Za-z][A-Za-z-]*:/y;
const bareWord = /[^\s"]+/y;
const bareValue = /[^\s",]*/y;

/** Cuts a query into its pieces. Whatever is written, every character belongs to one or lies between two. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    at += found?.length ?? 0;
    return found;
  };
  const part = (token: Token, bare: RegExp): void => {
    const from = at;
    if (text[at] !== '"') {
      token.parts.push({ text: take(bare) ?? '', from, to: at, quoted: false });
      return;
    }
    let content = '';
    at += 1;
    while (at < text.length && text[at] !== '"') {
      if (text[at] === '\\' && at + 1 < text.length) at += 1;
      content += text[at];
      at += 1;
    }
    if (at >= text.length) token.openQuote = from;
    else at += 1;
    token.parts.push({ text: content, from, to: at, quoted: true });
  };
  for (;;) {
    take(/\s*/y);
    if (at >= text.length) return tokens;
    const token: Token = { from: at, to: at, not: false, field: null, parts: [] };
    token.not = take(/-+/y) !== null;
    token.field = text[at] === '"' ? null : (take(fieldName)?.slice(0, -1) ?? null);
    if (token.field === null) part(token, bareWord);
    else {
      part(token, bareValue);
      while (text[at] === ',') {
        at += 1;
        part(token, bareValue);
      }
    }
    token.to = at;
    tokens.push(token);
  }
}
