import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { relative } from 'node:path';
import { EXIT } from '../exits.ts';
import { Failure } from '../failure.ts';
import { mappingOf } from '../mapping/mapping-of.ts';
import { failureOf } from '../output/server-failure.ts';
import { chooseCodec } from '../transfer/detect-format.ts';
import { mistakesFailure } from '../yaml-file/mistakes.ts';
import { type NamedFile, namedFiles } from './beside.ts';
import type { ParsedTenantFile } from './parse.ts';

/** @throws Failure where a file that is named is not there, or not of a form that can be imported; at the place that names it */
export async function checkFilesBeside(parsed: ParsedTenantFile): Promise<void> {
  const mistakes = [];
  for (const named of namedFiles(parsed.beside, parsed.folder)) {
    const wrong = await wrongWith(named);
    if (wrong !== undefined) mistakes.push(parsed.mistakeAt(named.at, wrong));
  }
  if (mistakes.length > 0) throw mistakesFailure(parsed.path, 'usage', mistakes);
}

async function wrongWith({ resource, file, mapping }: NamedFile): Promise<string | undefined> {
  try {
    await chooseCodec(resource, file, {}, await mappingOf(resource, mapping));
    return undefined;
  } catch (error) {
    return failureOf(error).message;
  }
}

/** The digests of the files as they are now, by their paths from the tenant's file, and of how mappings with their tables read them. */
export async function digestsOf(parsed: ParsedTenantFile): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const { resource, file, mapping } of namedFiles(parsed.beside, parsed.folder)) {
    const hash = createHash('sha256');
    for await (const part of createReadStream(file)) hash.update(part as Buffer);
    digests[relative(parsed.folder, file)] = hash.digest('hex');
    const loaded = await mappingOf(resource, mapping);
    if (loaded) digests[`${relative(parsed.folder, loaded.file)} (${resource})`] = loaded.sha256;
  }
  return digests;
}

/** @throws Failure where a file is another one than when somebody looked at the plan */
export async function requireSeen(
  parsed: ParsedTenantFile,
  seen: Readonly<Record<string, string>>,
): Promise<void> {
  const now = await digestsOf(parsed);
  const moved = Object.keys(now).find((name) => now[name] !== seen[name]);
  if (moved === undefined) return;
  throw new Failure(`${moved} is not what it was when the plan was made: plan again, look, then apply`, {
    code: 'version_conflict',
    exit: EXIT.conflict,
  });
}
