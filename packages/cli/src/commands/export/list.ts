import { createHash } from 'node:crypto';
import type { Context } from '../../context.ts';
import { UsageError } from '../../failure.ts';
import { write } from '../../output/print.ts';
import type { Result } from '../../output/result.ts';
import { currentChannel } from '../../run.ts';
import { type ListFormat, type ListName, type ListTally, listText } from '../../transfer/lists.ts';
import { OutFile } from '../../transfer/out-file.ts';
import { writtenMessage } from './written.ts';

interface Options {
  readonly format: ListFormat;
  readonly out?: string;
}

/** Bytes that are gathered before they are written. */
const CHUNK = 65_536;

/** The command body of a list: `erp export accounts`. */
export const exportList =
  (name: ListName) =>
  async (context: Context, options: Options): Promise<Result> => {
    const { format, out } = options;
    if (out === '-' && currentChannel().explicit) {
      throw new UsageError(
        '--out - and --output both want stdout: give one of them',
        `erp export ${name} --out -`,
      );
    }

    const startedAt = performance.now();
    const tally: ListTally = { rows: 0, notHeld: {} };
    const file = out === '-' ? null : await OutFile.open(out, `export-${name}-${process.pid}`);
    const fileName = out ?? `${context.settings.tenant?.value ?? 'tenant'}-${name}.${format}`;
    const hash = createHash('sha256');
    let size = 0;
    const put = async (text: string) => {
      const chunk = Buffer.from(text);
      hash.update(chunk);
      size += chunk.length;
      await (file ? file.write(chunk) : write(chunk));
    };

    try {
      let text = '';
      for await (const line of listText(context.erp, name, format, tally)) {
        text += line;
        if (text.length < CHUNK) continue;
        await put(text);
        text = '';
      }
      await put(text);
      await file?.keep(fileName);
    } catch (error) {
      await file?.drop();
      throw error;
    }

    const { rows, notHeld } = tally;
    const done = { file: file ? fileName : null, size, rows, sha256: hash.digest('hex'), notHeld };
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    return {
      data: { resource: name, format, ...done, seconds },
      message: writtenMessage({ ...done, what: name, format, seconds }),
      ...(file ? {} : { written: true }),
    };
  };
