import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import type { Format, MeaningFlags, ReadingFlags, Resource, UsedMapping } from './reading-options.ts';

/**
 * What is needed to go on with an import after a crash, one file an import, made before the first part is sent and removed
 * when the import has ended. It holds no secret, and no text of the books but what a mapping says of them.
 */
export interface ImportNote {
  readonly id: string;
  readonly server: string;
  readonly tenant: string;
  readonly resource: Resource;
  readonly format: Format;
  /** Absolute path. */
  readonly file: string;
  readonly sha256: string;
  readonly flags: ReadingFlags & MeaningFlags;
  readonly mapping?: UsedMapping;
  readonly baseCurrency?: string;
  readonly rejects?: string;
  readonly dryRun: boolean;
  readonly startedAt: string;
}

/** The notes of this user's imports that have not ended, in `imports` of the state folder of the settings. */
export class ImportJournal {
  readonly #folder: string;

  constructor(stateFolder: string) {
    this.#folder = join(stateFolder, 'imports');
  }

  /** @throws Failure when there is no room for it, or no right to write there */
  async write(note: ImportNote): Promise<void> {
    const path = this.#path(note.id);

    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(`${path}.part`, `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 });
      await rename(`${path}.part`, path);
    } catch (error) {
      await rm(`${path}.part`, { force: true }).catch(() => undefined);
      throw new Failure(
        `cannot write the note by which the import is resumed to ${this.#folder}: ${(error as Error).message}`,
        {
          code: 'file',
          actions: [{ label: 'Keep notes elsewhere', command: 'XDG_STATE_HOME=FOLDER and the same command' }],
          cause: error,
        },
      );
    }
  }

  async remove(id: string): Promise<void> {
    await rm(this.#path(id), { force: true });
  }

  async find(id: string): Promise<ImportNote | undefined> {
    try {
      return noteOf(await readFile(this.#path(id), 'utf8'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** The notes of one tenant on one server, newest first. */
  async list(server: string, tenant: string): Promise<ImportNote[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const notes = await Promise.all(
      names.filter((name) => name.endsWith('.json')).map((name) => this.find(name.slice(0, -5))),
    );

    return notes
      .filter((note) => note !== undefined)
      .filter((note) => note.server === server && note.tenant === tenant)
      .sort((a, b) => b.startedAt.localeCompare(a.startedAt) || b.id.localeCompare(a.id));
  }

  #path(id: string): string {
    return join(this.#folder, `${encodeURIComponent(id)}.json`);
  }
}

/** A note that cannot be read is none: `resume ID --file` goes on without it. */
function noteOf(text: string): ImportNote | undefined {
  try {
    const note = JSON.parse(text) as ImportNote;
    return typeof note.id === 'string' && typeof note.file === 'string' ? note : undefined;
  } catch {
    return undefined;
  }
}
