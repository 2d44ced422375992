import { UsageError } from '../../failure.ts';

/** `-f key=text` and `-f key:=json` as an object. Text stays text: `-f amount=12.50` is the string that money is. */
export function parseFields(fields: readonly string[]): Record<string, unknown> {
  const found: Record<string, unknown> = {};

  for (const field of fields) {
    const match = /^([^=]+?)(:?)=(.*)$/s.exec(field);
    if (!match?.[1])
      throw new UsageError(`-f ${field}: write key=value`, 'erp api GET /v1/accounts -f active=true');

    const [, key, isJson, value = ''] = match;
    found[key] = isJson ? parse(key, value) : value;
  }

  return found;
}

function parse(key: string, value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw new UsageError(`-f ${key}:=… is not JSON`, `-f '${key}:={"a":1}'`);
  }
}
