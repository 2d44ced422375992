/** One statement of a migration, without its comments, and where it stands. */
export interface SqlStatement {
  place: string;
  text: string;
}

/** The names of the tables that have a `tenant_id`: they are distributed by it where one machine is too small. */
export function tenantTables(statements: readonly SqlStatement[]): Set<string> {
  const names = statements.flatMap(({ text }) => {
    const name = createdTable(text);
    return name !== undefined && /\btenant_id\s+uuid\b/.test(text) ? [name] : [];
  });
  return new Set(names);
}

/**
 * What Citus refuses in a schema, as far as the text shows it. Each rule was met on Citus 13: a key without the distribution
 * column cannot be checked on one shard, a policy with a sub-select and a trigger cannot run there.
 */
export function schemaFaults(statements: readonly SqlStatement[]): string[] {
  const tables = tenantTables(statements);

  return statements.flatMap((statement) => {
    const { place, text } = statement;
    const fault = (rule: string) => `${place} ${rule}`;
    const faults: string[] = [];

    const table = createdTable(text);
    if (table !== undefined && tables.has(table)) {
      faults.push(...keyFaults(text).map((rule) => fault(`${table}: ${rule}`)));
    }

    const index =
      /^create\s+unique\s+index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?\w+\s+on\s+(\w+)\s*\(([^)]*)/i.exec(
        text,
      );
    if (index && tables.has(index[1] ?? '') && !/\btenant_id\b/.test(index[2] ?? '')) {
      faults.push(fault(`${index[1]}: a unique index contains tenant_id`));
    }
    if (/^create\s+(?:constraint\s+)?trigger\b/i.test(text)) {
      faults.push(fault('no triggers: posting checks by set, and Citus allows none on distributed tables'));
    }
    if (
      /^create\s+policy\b/i.test(text) &&
      /\bselect\b(?!\s+to\b)/i.test(text.replace(/\bfor\s+select\b/i, ''))
    ) {
      faults.push(fault('no sub-select in a policy: use a stable function'));
    }
    if (/^create\s+type\b[^;]*\benum\b/i.test(text)) {
      faults.push(
        fault('no enum types: text and a CHECK, whose operators are leakproof under row-level security'),
      );
    }
    if (/\bon\s+delete\s+set\s+(?:null|default)\b/i.test(text)) {
      faults.push(fault('no ON DELETE SET NULL or DEFAULT: it would set tenant_id'));
    }
    if (/\b(?:big|small)?serial\b|\bgenerated\s+(?:always|by\s+default)\s+as\s+identity\b/i.test(text)) {
      faults.push(fault('no identity columns: ids are UUIDv7 made by the program'));
    }
    if (/^create\s+(?:or\s+replace\s+)?view\b/i.test(text) && !/\bsecurity_invoker\b/i.test(text)) {
      faults.push(fault('a view is security_invoker, else it reads with the rights of its owner'));
    }
    return faults;
  });
}

/** Faults that a migration's functions and the program's statements may have alike. */
export function statementFaults(statements: readonly SqlStatement[]): string[] {
  return statements.flatMap(({ place, text }) => {
    const faults: string[] = [];
    if (/\bset_config\s*\(/i.test(text)) {
      faults.push(`${place} no set_config: Citus does not pass it on; SET LOCAL right after BEGIN`);
    }

    for (const [, assignments = ''] of text.matchAll(/\bdo\s+update\s+set\b([^;]*)/gi)) {
      if (
        /\bnow\s*\(|\bcurrent_timestamp\b|\bclock_timestamp\s*\(|\bgen_random_uuid\s*\(|\(\s*select\b/i.test(
          assignments,
        )
      ) {
        faults.push(
          `${place} after DO UPDATE SET no now(), no other volatile function and no sub-select: pass the value in`,
        );
      }
    }
    return faults;
  });
}

/**
 * Statements of the program that touch a tenant's table and do not name tenant_id. Row-level security would still hide other
 * tenants' rows, but it is the second wall, and on Citus the statement would go to every shard.
 */
export function routingFaults(statements: readonly SqlStatement[], tables: ReadonlySet<string>): string[] {
  return statements.flatMap(({ place, text }) => {
    const touched = [...text.matchAll(/\b(?:from|join|into|update)\s+(\w+)/gi)].map(([, name]) => name ?? '');
    const table = touched.find((name) => tables.has(name));
    return table !== undefined && !/\btenant_id\b/.test(text)
      ? [`${place} a statement on ${table} names tenant_id`]
      : [];
  });
}

/** The SQL of a source file: what stands in sql`…`, its parameters written as $. */
export function statementsInSource({ path, text }: { path: string; text: string }): SqlStatement[] {
  return [...text.matchAll(/\bsql`([^`]*)`/g)].map((match) => ({
    place: `${path}:${text.slice(0, match.index).split('\n').length}`,
    text: (match[1] ?? '').replace(/\$\{[^}]*\}/g, '$').trim(),
  }));
}

/** Takes comments away, so that words in them are not taken for SQL. Quoted text stays. */
export function withoutComments(text: string): string {
  return text
    .replace(/'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\//g, (token) =>
      /^(?:--|\/\*)/.test(token) ? ' ' : token,
    )
    .trim();
}

function createdTable(text: string): string | undefined {
  return /^create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?(\w+)/i.exec(text)?.[1];
}

/** Keys of a tenant's table: the primary key starts with the tenant, every other contains it. */
function keyFaults(text: string): string[] {
  const faults: string[] = [];

  const primaryKeys = [...text.matchAll(/\bprimary\s+key\s*(?:\(([^)]*)\))?/gi)];
  if (primaryKeys.length === 0) {
    faults.push('a tenant table has a primary key that starts with tenant_id');
  }
  for (const [, columns] of primaryKeys) {
    if (!/^\s*tenant_id\b/.test(columns ?? '')) {
      faults.push('the primary key starts with tenant_id');
    }
  }

  for (const [, columns] of text.matchAll(/\bunique\b(?:\s+nulls\s+not\s+distinct)?\s*(?:\(([^)]*)\))?/gi)) {
    if (!/\btenant_id\b/.test(columns ?? '')) {
      faults.push('a unique constraint contains tenant_id');
    }
  }

  for (const [, own, , theirs] of text.matchAll(
    /(?:\bforeign\s+key\s*\(([^)]*)\)\s*)?\breferences\s+(\w+)\s*(?:\(([^)]*)\))?/gi,
  )) {
    if (!/\btenant_id\b/.test(own ?? '') || (theirs !== undefined && !/\btenant_id\b/.test(theirs))) {
      faults.push('a foreign key contains tenant_id on both sides');
    }
  }

  for (const [, columns] of text.matchAll(/\bexclude\s+using\s+\w+\s*\(([^)]*)\)/gi)) {
    if (!/\btenant_id\s+with\s+=/.test(columns ?? '')) {
      faults.push('an exclusion constraint contains tenant_id with =');
    }
  }
  return faults;
}
