import type { Ora } from 'ora';
import type { Channel } from '../channel.ts';
import { grouped } from './table.ts';

/** What a long command is doing. A spinner on a terminal, events with `-o jsonl`, nothing elsewhere. */
export interface Progress {
  /** A new phase; `total` in `unit`s, as far as these are known. */
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

export interface Phase {
  readonly name: string;
  readonly total: number | undefined;
  readonly unit: string | undefined;
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
  const left =
    phase.total === undefined || rate === 0 ? null : Math.ceil(Math.max(0, phase.total - done) / rate);

  return { rate, secondsLeft: left };
}

/** A text so often, so that the seconds go on while no answer comes. In milliseconds. */
const TEXT_INTERVAL = 1000;

function spinnerProgress(channel: Channel): Progress {
  let phase: Phase | undefined;
  let done = 0;
  let spinner: Ora | undefined;
  let timer: NodeJS.Timeout | undefined;

  const show = () => {
    if (phase && spinner) spinner.text = progressText(phase, done, performance.now());
  };

  return {
    async phase(name, total, unit) {
      phase = { name, total, unit, startedAt: performance.now() };
      done = 0;
      if (!spinner) {
        const { default: ora } = await import('ora');
        spinner = ora({
          stream: process.stderr,
          color: channel.colour.stderr ? 'cyan' : false,
          discardStdin: false,
        });
      }
      spinner.start(progressText(phase, 0, phase.startedAt));
      timer ??= setInterval(show, TEXT_INTERVAL).unref();
    },

    reach(reached) {
      done = reached;
      show();
    },

    stop() {
      clearInterval(timer);
      timer = undefined;
      spinner?.stop();
    },
  };
}

/**
 * `Sending  12,400 of 53,812 lines · 5,720 lines/s · 8 s left`; while nothing is counted yet, or ever, what is to be done and
 * for how long it has been worked on: `Checking  53,812 rows · 3 s`.
 */
export function progressText(phase: Phase, done: number, now: number): string {
  const { name, total, startedAt } = phase;
  const unit = phase.unit === undefined ? '' : ` ${phase.unit}`;
  const number = (value: number) => grouped(String(value));

  if (done === 0) {
    const seconds = Math.floor((now - startedAt) / 1000);
    const all = total === undefined || unit === '' ? '' : `  ${number(total)}${unit}`;
    return `${name}${all}${seconds > 0 ? ` · ${seconds} s` : ''}`;
  }

  const { rate, secondsLeft } = paceOf(phase, done, now);
  const of = total === undefined ? '' : ` of ${number(total)}`;
  const left = secondsLeft === null ? '' : ` · ${secondsLeft} s left`;
  return `${name}  ${number(done)}${of}${unit} · ${number(rate)}${unit}/s${left}`;
}

function eventProgress(): Progress {
  let phase: Phase | undefined;
  let saidAt = 0;

  const say = (done: number, now: number) => {
    if (!phase) return;
    saidAt = now;
    const { name, total = null, unit = null } = phase;
    const event = { event: 'progress', phase: name, done, total, unit, ...paceOf(phase, done, now) };
    process.stdout.write(`${JSON.stringify(event)}\n`);
  };

  return {
    async phase(name, total, unit) {
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
