/** Colours by their names in `src/styles/tokens.css`, as they are in the light. */
export type Colours = (name: string) => string;

/**
 * Reads the site's colours where its pages have them: who changes a campaign's look changes its previews too.
 * @throws Error for a colour that is not there
 */
export function coloursIn(tokens: string): Colours {
  const [light = ''] = tokens.split('@media');
  const colours = new Map(
    [...light.matchAll(/^ *--([\w-]+): *(#[0-9a-f]{3,8});$/gim)].map(([, name, value]) => [name, value]),
  );
  return (name) => {
    const value = colours.get(name);
    if (value === undefined) throw new Error(`tokens.css has no colour --${name}`);
    return value;
  };
}
