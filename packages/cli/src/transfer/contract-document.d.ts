/** The contract as it is published; a type of all that stands in it would be as long as itself. */
declare module '@erp/openapi/document' {
  const document: Readonly<Record<string, unknown>>;
  export default document;
}
