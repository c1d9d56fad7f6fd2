import type { Directory, ImportWarning, Representative } from '../domain/directory.ts';
import type { ColumnMap } from './csv-columns.ts';
import type { DirectoryMeta } from './directory-meta.ts';

/** A file that somebody wants to import. */
export interface DirectoryFile {
  /** Its name or path: names a directory that does not name itself. */
  name: string;
  text: string;
}

export interface ReadingOptions {
  /** ISO day: tells which terms have ended in the meantime; '' is not known. */
  today: string;
  /** What the organizer says of the directory; goes before what the file says. */
  said: Partial<DirectoryMeta>;
  /** Which column of a CSV holds what, where its header does not tell. */
  columns: ColumnMap;
}

export interface ReadDirectory {
  outcome: 'read';
  directory: Directory;
  /** One a person, in the file's order; keys are unique. */
  representatives: Representative[];
  warnings: ImportWarning[];
}

/** A file of which nothing is imported, with the reason in a sentence or two. */
export interface Unreadable {
  outcome: 'unreadable';
  reason: string;
}

export const unreadable = (reason: string): Unreadable => ({ outcome: 'unreadable', reason });

/** What an import prints: the directory's id, and numbers of persons. */
export const importCounts = ({ directory, representatives, warnings }: ReadDirectory) => ({
  directory: directory.id,
  persons: representatives.length,
  withEmail: representatives.filter(({ email }) => email !== '').length,
  warnings,
});
