import type { CommandBody } from '../../context.ts';
import { ImportJournal } from '../../transfer/import-journal.ts';
import { carryOut } from '../../transfer/import-session.ts';
import { type ResumeFlags, resumeImport } from '../../transfer/resume-import.ts';
import { receiptResult } from './import.ts';

const resume: CommandBody<ResumeFlags, [string?]> = async (context, flags, id) => {
  const journal = new ImportJournal(context.settings.stateFolder);
  const job = await resumeImport(context, journal, id, flags);

  return receiptResult([await carryOut(job)], job.note.resource, job.note.dryRun);
};

export default resume;
