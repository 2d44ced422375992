export * from './amounts/index.ts';
export * from './calendar/index.ts';
export * from './codecs/codec.ts';
export * from './codecs/index.ts';
export * from './money/index.ts';
export { type AccountKind, compareCodes, kindFromRoot } from './records/codes.ts';
export * from './records/rows.ts';
