/** Statements of a file, at semicolons outside quotes, dollar quotes and comments: Citus takes one DDL statement a message. */
export function splitStatements(text: string): string[] {
  const statements: string[] = [];
  const token = /'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\/|(\$[a-z_]*\$)[\s\S]*?\1|;/gi;
  let start = 0;
  for (const match of text.matchAll(token)) {
    if (match[0] !== ';') continue;
    statements.push(text.slice(start, match.index).trim());
    start = match.index + 1;
  }
  const rest = text
    .slice(start)
    .replace(/--[^\n]*/g, '')
    .trim();
  if (rest) throw new SyntaxError(`a migration ends without a semicolon: ${rest.slice(0, 60)}`);
  return statements.filter((s) => s !== '');
}

/** A statement from its first word on. */
export const withoutHead = (statement: string): string => statement.replace(/^(?:\s*--[^\n]*\n)+\s*/, '');

export interface IndexStatement {
  verb: 'create' | 'drop';
  index: string;
}

/** What is said of an index that is built or dropped beside everything else; undefined for any other statement. */
export function indexStatement(statement: string): IndexStatement | undefined {
  const match =
    /^(create|drop)\s+(?:unique\s+)?index\s+concurrently\s+(?:if\s+(?:not\s+)?exists\s+)?(\w+)/i.exec(
      withoutHead(statement),
    );
  return match ? { verb: match[1]?.toLowerCase() as 'create' | 'drop', index: match[2] ?? '' } : undefined;
}

/**
 * Whether a statement may take as long as it likes: its lock lets reads and writes pass, and running it again after a crash does
 * what is left of it. It runs outside a transaction.
 */
export const isLong = (statement: string): boolean =>
  indexStatement(statement) !== undefined ||
  /^alter\s+table\s+\w+\s+validate\s+constraint\s+\w+$/i.test(withoutHead(statement));
