import type { Schemas } from '@erp/sdk';
import type { CommandBody, Context } from '../../context.ts';
import { Failure, UsageError } from '../../failure.ts';
import type { Result } from '../../output/result.ts';
import { failureOf } from '../../output/server-failure.ts';
import { currentChannel } from '../../run.ts';
import { type Downloaded, downloadTo } from '../../transfer/download.ts';
import { OutFile } from '../../transfer/out-file.ts';
import { given } from '../listing.ts';
import { writtenMessage } from './written.ts';

interface Options extends Omit<Schemas['NewExport'], 'resource'> {
  readonly out?: string;
  readonly gzip?: boolean;
}

const ledger: CommandBody<Options> = async (context, options) => {
  const { format, out, gzip = false } = options;
  const { explicit } = currentChannel();
  if (out === '-' && explicit) {
    throw new UsageError(
      '--out - and --output both want stdout: give one of them',
      'erp export ledger --out -',
    );
  }

  const startedAt = performance.now();
  const wanted = given(options, 'from', 'to', 'year', 'period', 'journal', 'account', 'dimension');
  const created = await context.erp.exports
    .create({ resource: 'ledger', format, ...wanted })
    .catch((error: unknown) => {
      throw withRemedy(error, context);
    });

  const done = await downloadTo(context, created.id, out, gzip);
  const description = done.file === null ? null : await describe(context, created, done.file);
  return resultOf(done, description, (performance.now() - startedAt) / 1000);
};

/** What a format lacks is mostly an identity of the tenant, which a command can give. */
function withRemedy(error: unknown, { settings }: Context): Failure {
  const failure = failureOf(error, settings);
  const lacksNumber = failure.errors.some(({ pointer, message }) =>
    /registration-?number/i.test(`${pointer ?? ''} ${message}`),
  );
  if (failure.code !== 'export_incomplete' || !lacksNumber) return failure;

  const tenant = settings.tenant === null ? '' : ` ${settings.tenant.value}`;
  return new Failure(failure.message, {
    ...failure.details,
    actions: [{ label: 'Set it', command: `erp tenant update${tenant} --registration-number 123456789` }],
  });
}

/** The text that a law wants beside a FEC, named after the file: null for a format without. */
async function describe({ erp }: Context, { id, format }: Schemas['Export'], file: string) {
  if (format !== 'fec') return null;

  const name = `${file.replace(/(\.txt)?(\.gz)?$/, '')}_description.txt`;
  const beside = await OutFile.open(name, name);
  try {
    for await (const chunk of await erp.exports.description(id)) await beside.write(chunk);
    await beside.keep(name);
    return name;
  } catch (error) {
    await beside.drop();
    throw error;
  }
}

function resultOf({ row, file, size }: Downloaded, description: string | null, elapsed: number): Result {
  const { id, format, from, to, year, rows, entries, debit, credit, sha256, notHeld } = row;
  const seconds = Math.round(elapsed * 10) / 10;
  const done = { file, ...(description === null ? {} : { description }), size, sha256, notHeld };

  return {
    data: { ...{ id, format, from, to, year, rows, entries, debit, credit }, ...done, seconds },
    message: writtenMessage({ ...done, what: 'lines', format, rows: rows ?? 0, seconds }),
    ...(file === null ? { written: true } : {}),
  };
}

export default ledger;
