export * from './amounts/index.ts';
export * from './calendar/index.ts';
export * from './codecs/codec.ts';
export * from './money/index.ts';
export * from './records/rows.ts';
