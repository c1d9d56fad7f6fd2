import { readCongress } from './congress.ts';
import { readCsvDirectory } from './csv-directory.ts';
import {
  unreadable,
  type DirectoryFile,
  type ReadDirectory,
  type ReadingOptions,
  type Unreadable,
} from './directory-file.ts';
import { readOpenStates } from './openstates.ts';
import { readPopolo } from './popolo.ts';
import { readYaml } from './yaml.ts';

/**
 * Reads a directory in any format that is known, told by what stands in the file: Popolo JSON, the YAML of
 * congress-legislators and of Open States, EveryPolitician's CSV, any other CSV. Several files are a folder
 * of Open States. A fault in one entry becomes a warning and loses no other.
 */
export function readDirectoryFile(
  files: readonly DirectoryFile[],
  options: ReadingOptions,
): ReadDirectory | Unreadable {
  const [file] = files;
  if (file === undefined) return unreadable('There is no file in it that could be a directory.');
  if (files.length > 1) return readOpenStates(files, options);
  const start = /^\uFEFF?\s*(?:(?:#[^\n]*|---[^\S\n]*)\n\s*)*(.{0,200})/u.exec(file.text)?.[1] ?? '';
  if (start.startsWith('{')) return readPopolo(file.text, file.name, options.today, options.said);
  if (start.startsWith('[') || /^-(?:\s|$)/.test(start)) return readMembers(file, options);
  if (/^[a-z_]+:(?:\s|$)/.test(start)) return readOpenStates(files, options);
  if (start.startsWith('<')) return unreadable('This file is a web page: look for a link to the list as a file.');
  if (start.startsWith('PK\u0003\u0004') || file.text.includes('\0'))
    return unreadable('This file is no text: save a spreadsheet as CSV (UTF-8) first.');
  return readCsvDirectory(file, options);
}

/** A list in YAML, or in the JSON that is YAML too. */
function readMembers(file: DirectoryFile, options: ReadingOptions): ReadDirectory | Unreadable {
  const read = file.text.trimStart().startsWith('[') ? readJson(file.text) : readYaml(file.text);
  return 'reason' in read ? unreadable(read.reason) : readCongress(read.value, options);
}

function readJson(text: string): { value: unknown } | { reason: string } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { reason: 'This file is not JSON: its first bracket is never closed as it should be.' };
  }
}
