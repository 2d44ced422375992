export * from './codecs/codec.ts';
export * from './records/rows.ts';
