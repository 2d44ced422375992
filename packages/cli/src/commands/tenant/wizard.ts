import { writeFile } from 'node:fs/promises';
import { isDate, yearCode, yearFrom } from '@erp/ledger';
import type { Context } from '../../context.ts';
import { EXIT } from '../../exits.ts';
import { Failure } from '../../failure.ts';
import type { Result } from '../../output/result.ts';
import { parseTenantFile, type TenantFile } from '../../tenant-file/parse.ts';
import { planText } from '../../tenant-file/plan-text.ts';
import { applyTenant, planTenant } from '../../tenant-file/send.ts';
import { tenantFileText } from '../../tenant-file/write.ts';
import { chartsFor } from './charts.ts';
import type { NewTenant } from './fields.ts';

const none = 'none';

/**
 * Asks on for what a tenant begins with, writes its file, shows what that would make, and makes it. The file is there to be kept,
 * whether it is applied now or not.
 */
export async function createByWizard(context: Context, body: NewTenant): Promise<Result> {
  const { settings, terminal } = context;
  const path = `${body.slug}.yaml`;
  const chart = body.chart ?? (await askChart(context, body.country));
  const start = await askYear(context);

  const file = {
    version: 1,
    ...body,
    ...(chart === none ? {} : { chart }),
    ...(start === none ? {} : { years: [yearOf(start)] }),
  } as TenantFile;
  const text = tenantFileText(file);
  const request = { parsed: parseTenantFile(text, path), prune: false };
  const whole = await planTenant(context, request);
  if (!whole.plan.isNew) throw thereAlready(body.slug, `erp tenant get ${body.slug}`);

  await write(path, text);
  terminal.note(`${planText(whole, request.parsed)}\n\nwritten to ${path}: keep it, in git for instance`);
  if (!(await terminal.confirm(`Make ${body.slug} on ${settings.server.value} now?`))) {
    return { data: { file: path }, message: `Later: erp tenant apply -f ${path}` };
  }
  const { tenant } = await applyTenant(context, { ...request, revision: whole.plan.revision }, undefined);
  return { data: tenant };
}

async function askChart({ terminal }: Context, country: string): Promise<string> {
  const choices = [...chartsFor(country), none];
  return terminal.ask({ flag: '--chart <template>', message: 'Accounts to begin with', choices });
}

/** The first day of the first fiscal year, asked again until it is one. */
async function askYear({ terminal }: Context): Promise<string> {
  const question = `First day of the first fiscal year (YYYY-MM-DD, or ${none})`;
  for (let message = question; ; ) {
    const answer = (await terminal.ask({ flag: '--file <file>', message })).trim();
    if (answer === none || isDate(answer)) return answer;
    message = `"${answer}" is no day. ${question}`;
  }
}

function yearOf(start: string) {
  const year = yearFrom(start);
  return { code: yearCode(year.start, year.end), ...year };
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw thereAlready(path, `erp tenant plan -f ${path}`);
  }
}

const thereAlready = (what: string, command: string): Failure =>
  new Failure(`${what} is there already`, {
    code: 'conflict',
    exit: EXIT.conflict,
    actions: [{ label: 'See it', command }],
  });
