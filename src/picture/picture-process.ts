import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../places.ts';
import { coloursIn } from './colours.ts';
import { drawPicture } from './draw-picture.ts';
import { registerFonts } from './fonts.ts';
import type { FromProcess, ToProcess } from './painter.ts';

/** The process behind `painter.ts`: draws what it is told, and ends with its server. */
const colours = coloursIn(readFileSync(join(projectRoot, 'src/styles/tokens.css'), 'utf8'));
registerFonts();

process.on('message', ({ picture }: ToProcess) => tell(drawn(picture)));
process.on('disconnect', () => process.exit());
// Ctrl+C reaches it too; the server ends it once it needs no more pictures.
process.on('SIGINT', () => undefined);

function drawn(picture: ToProcess['picture']): FromProcess {
  try {
    return { png: drawPicture(picture, colours) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : 'unknown' };
  }
}

const tell = (of: FromProcess): void => void process.send?.(of);
