import { build, isBuilt } from '../../src/cli/build.ts';

/** Before any test that serves pages: what `npm start` would build. */
export default async function setup(): Promise<void> {
  if (!isBuilt()) await build();
}
