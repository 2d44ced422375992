/** A schema this program cannot run on, or a step that it cannot do, in one sentence for the person who asked for it. */
export class SchemaError extends Error {
  override readonly name: string = 'SchemaError';
}

/** A step that is refused now and may be done once somebody has done something first. */
export class SchemaConflict extends SchemaError {
  override readonly name: string = 'SchemaConflict';
}
