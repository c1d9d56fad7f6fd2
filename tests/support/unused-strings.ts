import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/**
 * The interface's strings that nothing outside src/strings uses, such as `sign.title`. What is picked by a computed name
 * counts as used as far as the types say which names that can be.
 */
export function unusedStrings(project: string): string[] {
  const { program, sources } = programOf(project);
  const checker = program.getTypeChecker();
  const used = new Set<ts.Node>();
  const mark = (symbol: ts.Symbol | undefined): void => symbol?.declarations?.forEach((node) => used.add(node));
  const markAll = (type: ts.Type): void => type.getProperties().forEach(mark);

  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) mark(checker.getSymbolAtLocation(node.name));
    else if (ts.isElementAccessExpression(node)) markNamed(node.expression, node.argumentExpression);
    else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) markBound(node, node.parent);
    else if (ts.isSpreadAssignment(node)) markAll(checker.getTypeAtLocation(node.expression));
    else if (ts.isCallExpression(node) && /^Object\.(?:entries|values)$/.test(node.expression.getText()))
      node.arguments.forEach((argument) => markAll(checker.getTypeAtLocation(argument)));
    ts.forEachChild(node, visit);
  };
  const markNamed = (of: ts.Expression, name: ts.Expression): void => {
    const type = checker.getTypeAtLocation(of);
    const given = checker.getTypeAtLocation(name);
    const names = given.isUnion() ? given.types : [given];
    if (!names.every((one) => one.isLiteral())) return markAll(type);
    for (const one of names)
      mark(checker.getPropertyOfType(type, `${(one as ts.StringLiteralType | ts.NumberLiteralType).value}`));
  };
  const markBound = (
    { dotDotDotToken, propertyName, name }: ts.BindingElement,
    pattern: ts.ObjectBindingPattern,
  ): void => {
    const type = checker.getTypeAtLocation(pattern);
    if (dotDotDotToken !== undefined) markAll(type);
    else mark(checker.getPropertyOfType(type, (propertyName ?? name).getText().replaceAll(/^['"]|['"]$/g, '')));
  };

  for (const source of sources) visit(source);
  return [...leavesOf(program, project)].filter(([, node]) => !used.has(node)).map(([name]) => name);
}

/** Every string, and every function that makes one, by its path in `en`. */
function leavesOf(program: ts.Program, project: string): Map<string, ts.Node> {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(join(project, 'src/strings/en.ts'));
  const symbol = source && checker.getSymbolAtLocation(source);
  const en = symbol && checker.getExportsOfModule(symbol).find(({ name }) => name === 'en');
  if (en === undefined) throw new Error('there is no English');
  const leaves = new Map<string, ts.Node>();
  const walk = (type: ts.Type, path: string): void => {
    for (const property of type.getProperties()) {
      const [node] = property.declarations ?? [];
      const inner = checker.getTypeOfSymbol(property);
      const name = path === '' ? property.name : `${path}.${property.name}`;
      if (isGroup(checker, inner)) walk(inner, name);
      else if (node !== undefined) leaves.set(name, node);
    }
  };
  walk(checker.getTypeOfSymbol(en), '');
  return leaves;
}

const isGroup = (checker: ts.TypeChecker, type: ts.Type): boolean =>
  (type.flags & ts.TypeFlags.Object) !== 0 &&
  type.getCallSignatures().length === 0 &&
  !checker.isArrayType(type) &&
  checker.getIndexInfosOfType(type).length === 0;

/** All of src/, with pages and components as TypeScript reads them, and what of it may use strings. */
function programOf(project: string): { program: ts.Program; sources: ts.SourceFile[] } {
  const src = join(project, 'src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((file) => join(src, file));
  const virtual = new Map(
    files.filter((file) => file.endsWith('.astro')).map((file) => [`${file}.tsx`, asTsx(readFileSync(file, 'utf8'))]),
  );
  const roots = [...files.filter((file) => file.endsWith('.ts')), ...virtual.keys()];
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.Preserve,
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const onDisk = ts.createCompilerHost(options);
  host.readFile = (file) => virtual.get(file) ?? onDisk.readFile(file);
  host.fileExists = (file) => virtual.has(file) || onDisk.fileExists(file);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) => {
    const text = virtual.get(file);
    return text === undefined ? getSourceFile(file, ...rest) : ts.createSourceFile(file, text, ts.ScriptTarget.ESNext);
  };
  // Of other people's code nothing is read: what goes through it has no type, and would count as unused.
  host.resolveModuleNameLiterals = (modules, from) =>
    modules.map(({ text }) =>
      text.startsWith('.') ? ts.resolveModuleName(text, from, options, host) : { resolvedModule: undefined },
    );
  const program = ts.createProgram(roots, options, host);
  const sources = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(src) && !isLanguage(relative(src, fileName)));
  return { program, sources };
}

/** `strings/de.ts` and `strings/de/…`. */
const isLanguage = (file: string): boolean => /^strings\/[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:\/|\.ts$)/.test(file);

/** The two halves of an Astro file: code, and what is near enough to JSX. Faults of the types in it do not matter here. */
function asTsx(astro: string): string {
  const [, code = '', markup = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(astro) ?? [undefined, '', astro];
  const jsx = markup.replaceAll(/<style[^>]*>.*?<\/style>|<script[^>]*>.*?<\/script>|<!doctype html>/gs, '');
  return `${code}\nexport const shown = <>${jsx}</>;\n`;
}
