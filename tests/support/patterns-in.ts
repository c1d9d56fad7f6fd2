import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../src/places.ts';

export interface PatternsInFile {
  /** From the project's root. */
  file: string;
  /** As they stand in the file: `/a+/u`. */
  literals: string[];
  /** How many patterns it puts together while it runs. */
  made: number;
}

/** The regular expressions in our own code, as TypeScript's parser finds them, `.astro` too. */
export function patternsIn(folders: readonly string[]): PatternsInFile[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|mjs|js|astro)$/.test(name))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  );
  return files.map((file) => ({ file, ...patternsOf(file, readFileSync(join(projectRoot, file), 'utf8')) }));
}

function patternsOf(file: string, text: string): Omit<PatternsInFile, 'file'> {
  const found: Omit<PatternsInFile, 'file'> = { literals: [], made: 0 };
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.literals.push(node.text);
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp')
      found.made += 1;
    ts.forEachChild(node, visit);
  };
  const astro = file.endsWith('.astro');
  const kind = astro ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = astro ? asTsx(text) : text;
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind));
  return found;
}

/** An Astro file is TypeScript between two fences and then much like TSX. */
const asTsx = (text: string): string => text.replace(/^---/, '').replace(/\n---\n/, '\n;<>');
