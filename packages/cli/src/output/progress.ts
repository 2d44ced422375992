import type { Ora } from 'ora';
import type { Channel } from '../channel.ts';
import { grouped } from './table.ts';

/** What a long command is doing. A spinner on a terminal, events with `-o jsonl`, nothing elsewhere. */
export interface Progress {
  /** A new phase; `total` in `unit`s, where it is known. */
  phase(name: string, total?: number, unit?: string): Promise<void>;
  /** Units of the phase that are done by now, in all. */
  reach(done: number): void;
  /** Takes the spinner away; call it before anything else is printed. */
  stop(): void;
}

/** An event at most so often, so that a log of a long import stays readable. In milliseconds. */
const EVENT_INTERVAL = 1000;

export function createProgress(channel: Channel): Progress {
  if (channel.format === 'jsonl') return eventProgress();
  if (channel.interactive && !channel.quiet) return spinnerProgress(channel);

  return { phase: async () => {}, reach: () => {}, stop: () => {} };
}

interface Phase {
  readonly name: string;
  readonly total: number | undefined;
  readonly unit: string;
  readonly startedAt: number;
}

interface Pace {
  /** Units a second, since the phase began. */
  readonly rate: number;
  readonly secondsLeft: number | null;
}

function paceOf(phase: Phase, done: number, now: number): Pace {
  const seconds = (now - phase.startedAt) / 1000;
  const rate = seconds > 0 ? Math.round(done / seconds) : 0;
  const left = phase.total === undefined || rate === 0 ? null : Math.ceil((phase.total - done) / rate);

  return { rate, secondsLeft: left };
}

function spinnerProgress(channel: Channel): Progress {
  let phase: Phase | undefined;
  let spinner: Ora | undefined;

  return {
    async phase(name, total, unit = 'rows') {
      phase = { name, total, unit, startedAt: performance.now() };
      if (!spinner) {
        const { default: ora } = await import('ora');
        spinner = ora({
          stream: process.stderr,
          color: channel.colour.stderr ? 'cyan' : false,
          discardStdin: false,
        });
      }
      spinner.start(name);
    },

    reach(done) {
      if (phase && spinner) spinner.text = describe(phase, done, paceOf(phase, done, performance.now()));
    },

    stop() {
      spinner?.stop();
    },
  };
}

/** `Sending  12,400 of 53,812 lines · 5,720 lines/s · 8 s left`. */
function describe(phase: Phase, done: number, pace: Pace): string {
  const of = phase.total === undefined ? '' : ` of ${grouped(String(phase.total))}`;
  const left = pace.secondsLeft === null ? '' : ` · ${pace.secondsLeft} s left`;

  return `${phase.name}  ${grouped(String(done))}${of} ${phase.unit} · ${grouped(String(pace.rate))} ${phase.unit}/s${left}`;
}

function eventProgress(): Progress {
  let phase: Phase | undefined;
  let saidAt = 0;

  const say = (done: number, now: number) => {
    if (!phase) return;
    saidAt = now;
    const { name, total = null, unit } = phase;
    const event = { event: 'progress', phase: name, done, total, unit, ...paceOf(phase, done, now) };
    process.stdout.write(`${JSON.stringify(event)}\n`);
  };

  return {
    async phase(name, total, unit = 'rows') {
      phase = { name, total, unit, startedAt: performance.now() };
      say(0, performance.now());
    },

    reach(done) {
      const now = performance.now();
      if (now - saidAt >= EVENT_INTERVAL || done === phase?.total) say(done, now);
    },

    stop() {},
  };
}
