import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../failure.ts';

/**
 * A file under way. It stands beside its name as `NAME.part` until it is whole, so that a file that is there is whole and an
 * older one of that name stays until then. `name` undefined: known only at the end, meanwhile `meanwhile`.
 */
export class OutFile {
  readonly #part: string;
  readonly #file: FileHandle;

  private constructor(part: string, file: FileHandle) {
    this.#part = part;
    this.#file = file;
  }

  static async open(name: string | undefined, meanwhile: string): Promise<OutFile> {
    const part = `${name ?? meanwhile}.part`;
    const file = await open(part, 'w').catch((error: unknown) => {
      throw cannotWrite(part, error);
    });
    return new OutFile(part, file);
  }

  async write(chunk: Uint8Array): Promise<void> {
    try {
      for (let at = 0; at < chunk.length; ) {
        const { bytesWritten } = await this.#file.write(chunk, at);
        at += bytesWritten;
      }
    } catch (error) {
      throw cannotWrite(this.#part, error);
    }
  }

  /** Gives the file its name, once it is on the disk. */
  async keep(name: string): Promise<void> {
    try {
      await this.#file.sync();
      await this.#file.close();
      await rename(this.#part, name);
    } catch (error) {
      throw cannotWrite(name, error);
    }
  }

  async drop(): Promise<void> {
    await this.#file.close().catch(() => undefined);
    await rm(this.#part, { force: true });
  }
}

function cannotWrite(path: string, error: unknown): Failure {
  const why = (error as Error).message;
  return new Failure(`cannot write ${basename(path)} to ${dirname(join('.', path))}: ${why}`, {
    code: 'file',
    actions: [{ label: 'Write elsewhere', command: '--out FILE' }],
    cause: error,
  });
}
