import type { Finding } from '../campaign/examine.ts';

/** One finding on a line, `about` something if there are several things. */
export const findingLine = ({ ok, note, text }: Finding, about = ''): string =>
  `${ok ? (note === true ? 'note ' : 'well ') : 'NOT  '} ${about === '' ? '' : `${about}: `}${text}\n`;
